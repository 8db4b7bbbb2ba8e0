package dev.tandem.credit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.credit.Given;
import dev.tandem.credit.ledger.ChainModel;
import dev.tandem.credit.ledger.RandomStory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every format has the same lines, and a third tool totals them to the minor unit.
class JournalFilesTest {
    private static final long SEED = 20260601;
    private static final Instant START = Instant.parse("2026-05-22T10:00:00Z");
    private static final List<Row> ROWS = rows();

    /// Twenty stories one after the other, with closed periods.
    private static List<Row> rows() {
        System.out.println("seed " + SEED);
        var seeds = new Random(SEED);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < 20; i++) {
            var story = new RandomStory(new Random(seeds.nextLong()));
            var model = new ChainModel();
            story.mixedUp(story.told()).forEach(arrival -> {
                model.arrive(arrival, START);
                if (model.links().size() == 6) {
                    model.close(YearMonth.of(2026, 1), START);
                }
            });
            model.chain().stream().flatMap(Row::of).forEach(rows::add);
        }
        return rows;
    }

    @Test
    void everyFormatSumsToTheSamePerAccountAndCurrency() throws Exception {
        var expected = expected();
        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(csv()).isEqualTo(expected);
        assertThat(sheet()).isEqualTo(expected);
    }

    @Test
    void ledgerTotalsTheJournalToTheMinorUnit(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ledger")), "ledger(1) is not installed: nothing was totalled");
        var file = folder.resolve("journal.ledger");
        Files.write(file, written(LedgerJournal::new));
        var totals = new TreeMap<String, Money>();
        for (var currency : List.of("USD", "JPY", "KWD")) {
            totals.putAll(ledgerTotals(file, currency));
        }
        assertThat(totals).isEqualTo(expected());
    }

    @Test
    void ledgerSeesAPlantedError(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ledger")), "ledger(1) is not installed: nothing was totalled");
        var file = folder.resolve("journal.ledger");
        var text = new String(written(LedgerJournal::new), StandardCharsets.UTF_8);
        var amount = Pattern.compile("  (?<sign>-?)(?<digits>\\d[^ ]*) USD");
        Files.writeString(file, amount.matcher(text).replaceFirst("  ${sign}9${digits} USD"));
        assertThat(ledger(file, "USD").waitFor()).isNotZero();
    }

    @Test
    void aTextThatLooksLikeAFormulaIsEscapedAndANumberNever() throws Exception {
        var row = ROWS.getFirst();
        var deal = new Row(row.entry(), row.period(), row.originPeriod(), row.date(), "=1+1", null, negative());
        var out = new ByteArrayOutputStream();
        try (var file = new CsvJournal(out, Row.COLUMNS)) {
            file.add(deal);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(",'=1+1,").contains(",-5.00,USD,");
    }

    /// What is written for each legal entity is balanced and is, taken together, what is written for all.
    @Test
    void theJournalsOfTheLegalEntitiesSumToTheWholeOne() {
        var totals = new TreeMap<String, Money>();
        for (var entry : ROWS.stream().map(Row::entry).distinct().toList()) {
            for (var company : List.of(Given.ACME, Given.GLOBEX)) {
                var sums = new TreeMap<String, Money>();
                Row.of(entry, of(company).lines(entry)).forEach(row -> {
                    assertThat(row.account()).matches("deal:.*|" + company + ":.*");
                    add(totals, row.account(), row.amount());
                    add(sums, row.heading(), row.amount());
                });
                assertThat(sums.values()).as("%s", sums).allMatch(Money::isZero);
            }
        }
        totals.values().removeIf(Money::isZero);
        assertThat(totals).isEqualTo(expected());
    }

    private static JournalFilter of(CompanyId company) {
        return JournalFilter.of(null, company.value(), null);
    }

    private static Money negative() {
        return Money.of("-5.00", "USD");
    }

    static Map<String, Money> expected() {
        var totals = new TreeMap<String, Money>();
        ROWS.forEach(row -> add(totals, row.account(), row.amount()));
        totals.values().removeIf(Money::isZero);
        return totals;
    }

    private static void add(Map<String, Money> totals, String account, Money amount) {
        totals.merge(account + " " + amount.currencyCode(), amount, Money::plus);
    }

    private static Map<String, Money> csv() {
        var totals = new TreeMap<String, Money>();
        var text = new String(written(out -> new CsvJournal(out, Row.COLUMNS)), StandardCharsets.UTF_8);
        CsvReader.builder()
                .ofNamedCsvRecord(text)
                .forEach(row -> add(
                        totals, row.getField("account"), Money.of(row.getField("amount"), row.getField("currency"))));
        totals.values().removeIf(Money::isZero);
        return totals;
    }

    /// Read as a spreadsheet stores it: cells of a row in the order of the columns.
    private static Map<String, Money> sheet() throws IOException {
        var totals = new TreeMap<String, Money>();
        var cell = Pattern.compile("<c r=\"([A-Z]+)\\d+\"[^>]*>(?:<v>([^<]*)</v>|<is><t[^>]*>([^<]*)</t></is>)</c>");
        for (var row : sheetXml().split("<row ", -1)) {
            var cells = new TreeMap<String, String>();
            cell.matcher(row)
                    .results()
                    .forEach(found ->
                            cells.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2)));
            if (cells.containsKey("L") && !"amount".equals(cells.get("L"))) {
                var amount = Money.of(
                        new java.math.BigDecimal(cells.getOrDefault("L", "")).toPlainString(),
                        cells.getOrDefault("M", ""));
                add(totals, cells.getOrDefault("F", ""), amount);
            }
        }
        totals.values().removeIf(Money::isZero);
        return totals;
    }

    private static String sheetXml() throws IOException {
        var file = Files.createTempFile("journal", ".xlsx");
        try {
            Files.write(file, written(out -> new XlsxJournal(out, Row.COLUMNS)));
            try (var zip = new ZipFile(file.toFile())) {
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
                return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }

    static byte[] written(Function<OutputStream, JournalFile<? super Row>> format) {
        var out = new ByteArrayOutputStream();
        try (var file = format.apply(out)) {
            for (var row : ROWS) {
                file.add(row);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    private static Map<String, Money> ledgerTotals(Path file, String currency) throws Exception {
        var process = ledger(file, currency);
        var totals = new TreeMap<String, Money>();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> {
                    var parts = line.split("\\|", -1);
                    totals.put(
                            parts[1] + " " + currency, Money.of(parts[0].strip().split(" ", -1)[0], currency));
                });
        assertThat(process.waitFor()).isZero();
        return totals;
    }

    private static Process ledger(Path file, String currency) throws Exception {
        var errors = file.resolveSibling("errors").toFile();
        var process = new ProcessBuilder(
                        "/usr/bin/ledger",
                        "--args-only",
                        "-f",
                        file.toString(),
                        "-l",
                        "commodity == '" + currency + "'",
                        "--flat",
                        "--no-total",
                        "--balance-format",
                        "%(display_total)|%(account)\n",
                        "balance")
                .redirectError(errors)
                .start();
        process.getOutputStream().close();
        return process;
    }
}
