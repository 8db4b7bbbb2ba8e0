package dev.tandem.roster.learning;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.csv.CsvRows.Row;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.importing.Table;
import dev.tandem.roster.learning.Entry.Audience;
import dev.tandem.roster.learning.Entry.EntryText;
import dev.tandem.roster.learning.Entry.Kind;
import dev.tandem.roster.learning.Entry.Writing;
import dev.tandem.roster.partnership.Agreements;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Entries of the playbook by file, under names of the company's own: another text under the same name revises it.
@Component
final class PlaybookTable implements Table {
    private static final String ENTRY = "entry";
    private static final String REVIEW_BY = "reviewBy";
    private static final String BECAUSE = "because";

    private final Entries entries;
    private final Agreements agreements;

    PlaybookTable(Entries entries, Agreements agreements) {
        this.entries = entries;
        this.agreements = agreements;
    }

    @Override
    public String name() {
        return "PLAYBOOK";
    }

    @Override
    public List<String> columns() {
        return required();
    }

    @Override
    public List<String> required() {
        return List.of(ENTRY, "kind", "title", "text", "audience", REVIEW_BY, BECAUSE);
    }

    @Override
    public List<String> key() {
        return List.of(ENTRY);
    }

    @Override
    public List<Violation> violations(Filing filing, Row row) {
        var found = new ArrayList<Violation>();
        size(row, ENTRY, 128).ifPresent(found::add);
        size(row, "title", 200).ifPresent(found::add);
        size(row, "text", 10_000).ifPresent(found::add);
        size(row, BECAUSE, 1_000).ifPresent(found::add);
        named(row, "kind", Kind.values()).ifPresent(found::add);
        named(row, "audience", Audience.values()).ifPresent(found::add);
        reviewed(filing, row).ifPresent(found::add);
        if (agreements.of(filing.inPartnership()).flatMap(one -> one.inForce()).isEmpty()) {
            found.add(new Violation(row.at(ENTRY), "NOT_IN_FORCE", "no agreement is in force"));
        }
        if (found(filing, row).filter(was -> was.withdrawn() != null).isPresent()) {
            found.add(new Violation(row.at(ENTRY), "WITHDRAWN", "was taken back"));
        }
        return found;
    }

    private static Optional<Violation> size(Row row, String column, int max) {
        var text = row.cell(column);
        return text.isEmpty() || text.length() > max
                ? Optional.of(new Violation(row.at(column), "SIZE", "must be 1 to " + max + " characters"))
                : Optional.empty();
    }

    private static Optional<Violation> named(Row row, String column, Enum<?>[] values) {
        return Arrays.stream(values).anyMatch(value -> value.name().equals(row.cell(column)))
                ? Optional.empty()
                : Optional.of(new Violation(row.at(column), "MALFORMED", "must be one of " + Arrays.toString(values)));
    }

    private static Optional<Violation> reviewed(Filing filing, Row row) {
        try {
            return LocalDate.parse(row.cell(REVIEW_BY))
                            .isAfter(LocalDate.ofInstant(filing.receivedAt(), ZoneOffset.UTC))
                    ? Optional.empty()
                    : Optional.of(new Violation(row.at(REVIEW_BY), "RANGE", "must be after today"));
        } catch (DateTimeException none) {
            return Optional.of(new Violation(row.at(REVIEW_BY), "MALFORMED", "send a date, such as 2026-12-31"));
        }
    }

    private Optional<Entry> found(Filing filing, Row row) {
        return entries.find(filing.inPartnership(), id(filing, row));
    }

    private static String id(Filing filing, Row row) {
        return Hash.id(
                "playbook", filing.company().value(), filing.inPartnership().value(), row.cell(ENTRY));
    }

    private static Writing writing(Filing filing, Row row) {
        var text = new EntryText(
                Kind.valueOf(row.cell("kind")),
                row.cell("title"),
                row.cell("text"),
                Audience.valueOf(row.cell("audience")),
                LocalDate.parse(row.cell(REVIEW_BY)));
        return new Writing(text, null, new Reason("BY_FILE", row.cell(BECAUSE)), filing.receivedAt());
    }

    /// Taken back, or written anew since the file came: what is newer stays where an import goes on late.
    private static boolean isOver(Entry was, Filing filing) {
        return was.withdrawn() != null || was.at().isAfter(filing.receivedAt());
    }

    @Override
    public Done would(Filing filing, Row row) {
        var was = found(filing, row).map(Entry::text);
        return Done.of(
                row,
                id(filing, row),
                !was.equals(Optional.of(writing(filing, row).text())));
    }

    @Override
    public Done take(Filing filing, Row row) {
        var writing = writing(filing, row);
        var now = entries.change(filing.inPartnership(), id(filing, row), Cause.GIVEN, current -> {
            var was = current.map(Versioned::state);
            return was.map(Entry::text).equals(Optional.of(writing.text()))
                            || was.filter(entry -> isOver(entry, filing)).isPresent()
                    ? Change.none()
                    : Change.to(was.map(entry -> entry.changed(writing.text(), writing.because(), writing.at()))
                            .orElseGet(() ->
                                    Entry.written(id(filing, row), filing.inPartnership(), filing.company(), writing)));
        });
        return Done.of(row, now.id(), now.at().equals(filing.receivedAt()));
    }
}
