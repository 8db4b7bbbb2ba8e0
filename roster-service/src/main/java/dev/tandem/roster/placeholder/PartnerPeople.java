package dev.tandem.roster.placeholder;

import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.csv.CsvRows.Form;
import dev.tandem.roster.placeholder.Placeholder.Person;
import dev.tandem.roster.rep.FiledReps;
import java.util.List;

/// A file of a partner's people: columns as of a file of own reps, without what only their own company knows.
final class PartnerPeople {
    private static final int ROWS_MAX = 500;
    private static final List<String> COLUMNS =
            List.of("name", "email", "role", "roleFamily", "territory", "segment", "languages", "products", "skills");

    private PartnerPeople() {}

    /// @throws dev.tandem.kit.web.ProblemException 400 naming line, rule and fix of what is wrong
    static List<Person> read(String text) {
        var file = CsvRows.read(text, new Form(COLUMNS, List.of("name"), ROWS_MAX));
        file.rows().stream()
                .flatMap(row -> FiledReps.violations(row.cells(), row::at).stream())
                .forEach(file::refuse);
        file.requireSound();
        return file.rows().stream().map(row -> new Person(row.cells())).toList();
    }
}
