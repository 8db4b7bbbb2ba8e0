package dev.tandem.accounts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookFileTest {
    private static final ImportSettings SETTINGS = new ImportSettings(1 << 20, 1 << 20, 10);

    @TempDir
    private Path folder;

    @Test
    void readsEachLineWithItsColumnsAndItsPlace() throws IOException {
        assertThat(rows(BookFormat.CSV, "id,name,city\r\n001,\"Müller, Söhne\",Köln\r\n\r\n002,Acme,\r\n"))
                .extracting(Row::line, row -> row.id().value(), Row::fields)
                .containsExactly(
                        tuple(2L, "001", Map.of("name", "Müller, Söhne", "city", "Köln")),
                        tuple(4L, "002", Map.of("name", "Acme", "city", "")));
    }

    @Test
    void takesColumnsNamedWithUnderscores() throws IOException {
        assertThat(rows(BookFormat.CSV, "id,name,registration_id,parent_id\n1,Acme,HRB 1,2\n"))
                .extracting(Row::fields)
                .containsExactly(Map.of("name", "Acme", "registrationId", "HRB 1", "parentId", "2"));
        assertThat(violations(BookFormat.CSV, "id,name,parent_id,parentId\n"))
                .extracting(Violation::rule)
                .containsExactly("COLUMN_TWICE");
    }

    @Test
    void namesEveryRaggedLineAndTakesNone() throws IOException {
        assertThat(violations(BookFormat.CSV, "id,name\n001,Acme,extra\n002,Globex\n003\n"))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 2", "RAGGED"), tuple("line 4", "RAGGED"));
    }

    @Test
    void refusesUnknownMissingAndRepeatedColumns() throws IOException {
        assertThat(violations(BookFormat.CSV, "id,revenue,revenue\n"))
                .extracting(Violation::rule)
                .containsExactly("UNKNOWN_COLUMN", "UNKNOWN_COLUMN", "COLUMN_TWICE", "COLUMN_MISSING");
    }

    @Test
    void refusesFileWithoutHeader() throws IOException {
        assertThat(violations(BookFormat.CSV, "")).extracting(Violation::rule).containsExactly("NO_HEADER");
    }

    @Test
    void refusesMillionColumnsInOneLineByItsNumber() throws IOException {
        assertThat(violations(BookFormat.CSV, "id,name" + ",x".repeat(1_000_000) + "\n"))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 1", "NOT_CSV"));
        assertThat(violations(BookFormat.CSV, "id,name" + ",x".repeat(1_000) + "\n"))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 1", "TOO_MANY_COLUMNS"));
        assertThat(violations(BookFormat.CSV, "id,name\n1,Acme\n2" + ",x".repeat(1_000_000) + "\n"))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 3", "NOT_CSV"));
    }

    @Test
    void namesTheLineOfNameTooLong() throws IOException {
        assertThat(violations(BookFormat.CSV, "id,name\n1,Acme\n2," + "x".repeat(200_000) + "\n"))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 3, name", "TOO_LONG"));
    }

    @Test
    void namesTheEarlierLineOfAnIdThatComesTwice() throws IOException {
        assertThat(violations(BookFormat.CSV, "id,name\n001,Acme\n001,Acme Inc\n"))
                .containsExactly(new Violation("line 3, id", "TWICE", "is the id of line 2 already"));
    }

    @Test
    void refusesNamelessAccountAndUnknownCountryByLineAndField() throws IOException {
        assertThat(violations(BookFormat.CSV, "id,name,country\n001, ,DE\n002,Acme,Germany\n"))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 2, name", "MISSING"), tuple("line 3, country", "NOT_A_COUNTRY"));
    }

    @Test
    void refusesMoreRowsThanAllowed() throws IOException {
        assertThat(violations(
                        BookFormat.CSV,
                        "id,name\n"
                                + IntStream.range(0, 12)
                                        .mapToObj("%d,A\n"::formatted)
                                        .collect(Collectors.joining())))
                .extracting(Violation::rule)
                .containsExactly("TOO_MANY_ROWS");
    }

    @Test
    void refusesOpenQuoteInsteadOfSwallowingTheRest() throws IOException {
        assertThat(violations(BookFormat.CSV, "id,name\n1,\"A\n2,B\n"))
                .extracting(Violation::rule)
                .containsExactly("CONTROL_CHARACTER");
    }

    @Test
    void tellsHundredFaultsAtMost() throws IOException {
        assertThat(violations(BookFormat.CSV, "id,name\n" + "x\n".repeat(5_000)))
                .hasSize(100);
    }

    @Test
    void namesTheLineThatIsNotUtf8EvenBeyondTheFirstBuffer() throws IOException {
        var lines = "id,name\n" + "1,Acme\n".repeat(30_000) + "2,M\u00FCller\n";
        var file = Files.write(folder.resolve("latin1"), lines.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(violations(BookFormat.CSV, file))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 30002", "NOT_UTF_8"));
    }

    @Test
    void refusesTextThatWasLostOnTheWayAndUtf16() throws IOException {
        assertThat(violations(BookFormat.CSV, "id,name\n1,M\uFFFDller\n"))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 2, name", "BROKEN_TEXT"));
        var file = Files.write(folder.resolve("utf16"), "id,name\n1,A\n".getBytes(StandardCharsets.UTF_16));
        assertThat(violations(BookFormat.CSV, file)).extracting(Violation::rule).containsExactly("NOT_UTF_8");
    }

    @Test
    void ignoresByteOrderMark() throws IOException {
        assertThat(rows(BookFormat.CSV, "\uFEFFid,name\n1,Acme\n")).hasSize(1);
        assertThat(rows(BookFormat.NDJSON, "\uFEFF{\"id\":\"1\",\"name\":\"Acme\"}\n"))
                .hasSize(1);
    }

    @Test
    void refusesDomainThatPretendsToBeAnother() throws IOException {
        var cyrillic =
                "id,name,website\n1,Acme,https://\u0430cme.com/x\n2,Acme,xn--cme-5cd.com\n3,\u041C\u0438\u0440,\u043C\u0438\u0440.\u0440\u0444\n";
        assertThat(violations(BookFormat.CSV, cyrillic))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 2, website", "MIXED_SCRIPTS"), tuple("line 3, website", "MIXED_SCRIPTS"));
    }

    @Test
    void readsAnObjectPerLineAndLeavesWhatIsNotNamed() throws IOException {
        var lines = """
                {"id":"001","name":"Acme","registration_id":null}

                {"name":"Globex","id":"2"}
                """;
        assertThat(rows(BookFormat.NDJSON, lines))
                .extracting(Row::line, row -> row.id().value(), Row::fields)
                .containsExactly(
                        tuple(1L, "001", Map.of("name", "Acme", "registrationId", "")),
                        tuple(3L, "2", Map.of("name", "Globex")));
    }

    @Test
    void namesTheLineOfWhatIsNoPlainObject() throws IOException {
        var lines = """
                {"id":"1","name":"A","name":"B"}
                {"id":"2","name":"A","parent_id":"1","parentId":"3"}
                {"id":"3","name":{"a":"b"}}
                {"id":4,"name":"A"}
                ["5"]
                {"id":"6","name":"A"} {"id":"7","name":"A"}
                {"id":"8","name":"A","revenue":"1"}
                {"id":"9","name":
                """;
        assertThat(violations(BookFormat.NDJSON, lines))
                .extracting(Violation::field, Violation::rule)
                .contains(
                        tuple("line 1", "NOT_JSON"),
                        tuple("line 2, parentId", "COLUMN_TWICE"),
                        tuple("line 3, name", "NOT_TEXT"),
                        tuple("line 4, id", "NOT_TEXT"),
                        tuple("line 5", "NOT_AN_OBJECT"),
                        tuple("line 6", "NOT_AN_OBJECT"),
                        tuple("line 7", "UNKNOWN_COLUMN"),
                        tuple("line 8", "NOT_JSON"));
    }

    @Test
    void refusesDeepAndHugeLinesByTheirNumber() throws IOException {
        var deep = "{\"id\":\"1\",\"name\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}\n";
        var huge = "{\"id\":\"2\",\"name\":\"" + "x".repeat(600_000) + "\"}\n";
        assertThat(violations(BookFormat.NDJSON, deep + huge))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(
                        tuple("line 1, name", "NOT_TEXT"), tuple("line 1", "NOT_JSON"), tuple("line 2", "TOO_LONG"));
    }

    @Test
    void seesEveryIdThatComesTwiceAmongMany() {
        var seen = new SeenIds();
        for (int i = 1; i <= 10_000; i++) {
            assertThat(seen.firstLine("id-" + i, i)).isEqualTo(i);
        }
        for (int i = 1; i <= 10_000; i++) {
            assertThat(seen.firstLine("id-" + i, 20_000)).isEqualTo(i);
        }
    }

    private List<Row> rows(BookFormat format, String text) throws IOException {
        var book = new BookFile(format, Files.writeString(folder.resolve("book"), text), SETTINGS);
        var rows = new ArrayList<Row>();
        var count = book.check();
        book.forEach(2, rows::addAll);
        assertThat(rows).hasSize(count);
        return rows;
    }

    private List<Violation> violations(BookFormat format, String text) throws IOException {
        return violations(format, Files.writeString(folder.resolve("book"), text));
    }

    private static List<Violation> violations(BookFormat format, Path file) {
        var thrown = catchThrowable(new BookFile(format, file, SETTINGS)::check);
        assertThat(thrown).isInstanceOf(ProblemException.class);
        return ((Problem.Invalid) ((ProblemException) thrown).problem()).violations();
    }
}
