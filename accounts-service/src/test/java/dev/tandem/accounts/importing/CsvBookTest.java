package dev.tandem.accounts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CsvBookTest {
    private static final int ROWS_MAX = 3;

    @Test
    void readsEachLineWithItsColumnsAndItsPlace() {
        var rows = CsvBook.read("id,name,city\r\n001,\"Müller, Söhne\",Köln\r\n\r\n002,Acme,\r\n", ROWS_MAX);
        assertThat(rows)
                .extracting(Row::line, row -> row.id().value(), Row::fields)
                .containsExactly(
                        tuple(2L, "001", Map.of("name", "Müller, Söhne", "city", "Köln")),
                        tuple(4L, "002", Map.of("name", "Acme", "city", "")));
    }

    @Test
    void namesEveryRaggedLineAndTakesNone() {
        assertThat(violations(() -> CsvBook.read("id,name\n001,Acme,extra\n002,Globex\n003\n", ROWS_MAX)))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 2", "RAGGED"), tuple("line 4", "RAGGED"));
    }

    @Test
    void refusesUnknownMissingAndRepeatedColumns() {
        assertThat(violations(() -> CsvBook.read("id,revenue,revenue\n", ROWS_MAX)))
                .extracting(Violation::rule)
                .containsExactly("UNKNOWN_COLUMN", "UNKNOWN_COLUMN", "COLUMN_TWICE", "COLUMN_MISSING");
    }

    @Test
    void refusesFileWithoutHeader() {
        assertThat(violations(() -> CsvBook.read("", ROWS_MAX)))
                .extracting(Violation::rule)
                .containsExactly("NO_HEADER");
    }

    @Test
    void namesTheEarlierLineOfAnIdThatComesTwice() {
        assertThat(violations(() -> CsvBook.read("id,name\n001,Acme\n001,Acme Inc\n", ROWS_MAX)))
                .containsExactly(new Violation("line 3, id", "TWICE", "is the id of line 2 already"));
    }

    @Test
    void refusesNamelessAccountAndUnknownCountryByLineAndField() {
        assertThat(violations(() -> CsvBook.read("id,name,country\n001, ,DE\n002,Acme,Germany\n", ROWS_MAX)))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("line 2, name", "MISSING"), tuple("line 3, country", "NOT_A_COUNTRY"));
    }

    @Test
    void refusesMoreRowsThanAllowed() {
        assertThat(violations(() -> CsvBook.read("id,name\n1,A\n2,B\n3,C\n4,D\n", ROWS_MAX)))
                .extracting(Violation::rule)
                .containsExactly("TOO_MANY_ROWS");
    }

    @Test
    void refusesOpenQuoteInsteadOfSwallowingTheRest() {
        assertThat(violations(() -> CsvBook.read("id,name\n1,\"A\n2,B\n", ROWS_MAX)))
                .extracting(Violation::rule)
                .containsExactly("CONTROL_CHARACTER");
    }

    private static List<Violation> violations(ThrowingCallable call) {
        var thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        assertThat(thrown).isInstanceOf(ProblemException.class);
        return ((Problem.Invalid) ((ProblemException) thrown).problem()).violations();
    }
}
