package dev.tandem.credit.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// What is printed is what the other files have, read back from the pages.
class PdfJournalTest {
    private static final String AMOUNT = " (?<account>\\S+) (?<amount>-?[\\d.]+) (?<currency>[A-Z]{3})";
    private static final Pattern LINE =
            Pattern.compile("(?m)^ *\\d+ \\d{4}-\\d\\d-\\d\\d \\d{4}-\\d\\d \\d{4}-\\d\\d" + AMOUNT);
    private static final Pattern TOTAL = Pattern.compile("(?m)Total" + AMOUNT);

    @Test
    void linesSumToWhatTheOtherFilesHavePerAccountAndCurrency() throws Exception {
        assertThat(sums(LINE)).isEqualTo(JournalFilesTest.expected());
    }

    @Test
    void totalsAreThoseOfTheLines() throws Exception {
        var expected = new TreeMap<>(JournalFilesTest.expected());
        expected.keySet().removeIf(account -> account.startsWith("deal:"));
        assertThat(sums(TOTAL)).isEqualTo(expected);
    }

    private static Map<String, Money> sums(Pattern pattern) throws IOException {
        var sums = new TreeMap<String, Money>();
        pattern.matcher(text()).results().forEach(found -> {
            var amount = Money.of(found.group("amount"), found.group("currency"));
            sums.merge(found.group("account") + " " + amount.currencyCode(), amount, Money::plus);
        });
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    private static String text() throws IOException {
        var reader = new PdfReader(JournalFilesTest.written(PdfJournal::new));
        var extractor = new PdfTextExtractor(reader);
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }
}
