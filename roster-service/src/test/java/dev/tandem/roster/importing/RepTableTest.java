package dev.tandem.roster.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.csv.CsvRows.Form;
import dev.tandem.kit.csv.CsvRows.Row;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class RepTableTest {
    @Test
    void aRowSaysOnlyWhatTheFileHasColumnsFor() {
        var lines = read("crmUser,name,asOf,skills\nU1,Kim Lee,2026-04-01,\"Go, Java\"\n\nU2,Pat,,\n", 10);

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().line()).isEqualTo(2);
        assertThat(RepRows.filed(lines.getFirst()).asOf()).hasToString("2026-04-01");
        assertThat(RepRows.filed(lines.getFirst()).values())
                .containsOnlyKeys("name", "skills")
                .containsEntry("skills", "Go, Java");
        assertThat(lines.getLast().line()).isEqualTo(4);
        assertThat(RepRows.filed(lines.getLast()).asOf()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'crmUser,name;U1,Kim;U1,Pat'                             | line 3, crmUser        | TWICE
                    'crmUser,name;U1,'                                       | line 2, name           | REQUIRED
                    'crmUser,name;,Kim'                                      | line 2, crmUser        | MALFORMED
                    'crmUser,name;U1,Kim,3'                                  | line 2                 | RAGGED
                    'crmUser,name;U1'                                        | line 2                 | RAGGED
                    'crmUser,name,shoe;U1,Kim,42'                            | line 1                 | UNKNOWN_COLUMN
                    'crmUser;U1'                                             | line 1                 | COLUMN_MISSING
                    'crmUser,name,name;U1,Kim,Kim'                           | line 1                 | COLUMN_TWICE
                    'crmUser,name,asOf;U1,Kim,soon'                          | line 2, asOf           | MALFORMED
                    'crmUser,name,asOf;U1,Kim,1812-01-01'                    | line 2, asOf           | TOO_EARLY
                    'crmUser,name,email;U1,Kim,none'                         | line 2, email          | MALFORMED
                    'crmUser,name,capacity;U1,Kim,9x'                      | line 2, capacity       | MALFORMED
                    'crmUser,name,roleFamily;U1,Kim,BOSS'                    | line 2, roleFamily     | MALFORMED
                    'crmUser,name,effectiveFrom;U1,Kim,31.1.26'              | line 2, effectiveFrom  | MALFORMED
                    'crmUser,name,effectiveFrom,effectiveUntil;U1,Kim,2026-02-01,2026-02-01' \
                    | line 2, effectiveUntil | NOT_AFTER_FROM
                    'crmUser,name,managerUser;U1,Kim,U1'                     | line 2, managerUser    | MANAGER_CYCLE
                    'crmUser,name;U1,"Kim;U2,Pat'                                 | line 2                 | CONTROL_CHARACTER
                    """)
    void everyRefusalNamesItsLine(String file, String field, String rule) {
        assertThat(violations(file.replace(';', '\n')))
                .extracting(Violation::field, Violation::rule)
                .contains(org.assertj.core.api.Assertions.tuple(field, rule));
    }

    @Test
    void everybodyOnACycleOfManagersIsNamedAndNobodyBelowIt() {
        var found = violations("crmUser,name,managerUser\nU1,Kim,U2\nU2,Pat,U3\nU3,Lee,U1\nU4,Sam,U1\n");

        assertThat(found)
                .extracting(Violation::field)
                .containsExactly("line 2, managerUser", "line 3, managerUser", "line 4, managerUser");
    }

    @Test
    void moreRowsThanAllowedAreRefusedAndSoIsAFileWithoutAHeader() {
        assertThat(violations("crmUser,name\nU1,Kim\nU2,Pat\nU3,Lee\nU4,Sam\nU5,Joe\n"))
                .extracting(Violation::rule)
                .containsExactly("TOO_MANY_ROWS");
        assertThat(violations("")).extracting(Violation::rule).containsExactly("NO_HEADER");
    }

    @Test
    void noRefusalRepeatsWhatAPersonIsCalled() {
        assertThat(violations("crmUser,name,email\nU1,Kim Lee,secret\n").toString())
                .doesNotContain("Kim", "secret");
    }

    private static List<Violation> violations(String file) {
        var refused = catchThrowableOfType(ProblemException.class, () -> read(file, 4));
        assertThat(refused).isNotNull();
        return ((Problem.Invalid) refused.problem()).violations();
    }

    private static List<Row> read(String file, int rowsMax) {
        var rows = CsvRows.read(file, new Form(RepRows.COLUMNS, RepRows.REQUIRED, rowsMax));
        rows.rows().forEach(row -> RepRows.violations(row).forEach(rows::refuse));
        Table.once(List.of(RepRows.USER), rows);
        RepRows.together(rows);
        rows.requireSound();
        return rows.rows();
    }
}
