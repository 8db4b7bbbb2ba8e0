package dev.tandem.roster.activity;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.csv.CsvRows.Row;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.importing.Table;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Activities by file, under the ids of the company's CRM: the same one by event and by file is one. What it says of a
/// record that the CRM numbers itself changes nothing.
@Component
final class ActivityTable implements Table {
    private static final String ACTIVITY = "activity";
    private static final Reason FILED = new Reason("RECORDED_IN_FILE", "A file of the company recorded it.");

    private final Activities activities;
    private final ActivityRecords records;
    private final Reporting reporting;
    private final Agreements agreements;

    ActivityTable(Activities activities, ActivityRecords records, Reporting reporting, Agreements agreements) {
        this.activities = activities;
        this.records = records;
        this.reporting = reporting;
        this.agreements = agreements;
    }

    @Override
    public String name() {
        return "ACTIVITIES";
    }

    @Override
    public List<String> columns() {
        return Stream.concat(required().stream(), Stream.of("jointAccount", "deal", "invited", "evidence"))
                .toList();
    }

    @Override
    public List<String> required() {
        return List.of(ACTIVITY, "kind", "start", "minutes", "users");
    }

    @Override
    public List<String> key() {
        return List.of(ACTIVITY);
    }

    @Override
    public List<Violation> violations(Filing filing, Row row) {
        var partnership = agreements
                .of(filing.company(), filing.inPartnership())
                .filter(found -> found.inForce().isPresent());
        if (partnership.isEmpty()) {
            return List.of(new Violation(row.at(ACTIVITY), "NOT_IN_FORCE", "no agreement is in force"));
        }
        try {
            return broken(partnership.get(), filing, row);
        } catch (Unprocessable unreadable) {
            return unreadable.findings().stream()
                    .map(found -> at(row, found.field().replace("fields.", ""), found))
                    .toList();
        } catch (IllegalArgumentException noId) {
            return List.of(new Violation(row.at(ACTIVITY), "MALFORMED", "must be 1 to 128 printable characters"));
        }
    }

    private List<Violation> broken(PartnershipChanged partnership, Filing filing, Row row) {
        var facts = facts(filing, row);
        var found = new ArrayList<Violation>();
        reporting.violations(partnership, filing.company(), facts).forEach(each -> found.add(at(row, each)));
        if (!facts.unknown().isEmpty()) {
            found.add(new Violation(row.at("users"), "NOT_ACTIVE", "names somebody who is no active rep of yours"));
        }
        if (facts.deal() != null && facts.jointAccount() == null) {
            found.add(new Violation(row.at("jointAccount"), "REQUIRED", "name the joint account of the deal"));
        }
        if (reporting.isAboutNothingJoint(filing.inPartnership(), facts)) {
            found.add(new Violation(row.at("jointAccount"), "UNKNOWN", "is no joint account of the partnership"));
        }
        if (activities.recordedBy(filing.company(), id(filing, row)).stream().anyMatch(was -> isOver(was, filing))) {
            found.add(new Violation(row.at(ACTIVITY), "WITHDRAWN", "was taken back, or is another partnership's"));
        }
        return found;
    }

    private static boolean isOver(Activity was, Filing filing) {
        return was.withdrawn() != null || !was.partnership().equals(filing.inPartnership());
    }

    private static Violation at(Row row, Violation found) {
        return at(row, found.field().equals("attended") ? "users" : found.field(), found);
    }

    private static Violation at(Row row, String column, Violation found) {
        return new Violation(row.at(column), found.rule(), found.message());
    }

    private Facts facts(Filing filing, Row row) {
        var said = new HashMap<String, @Nullable String>(row.cells());
        said.put("partnership", filing.inPartnership().value());
        return records.known(filing.company(), CrmActivity.of(said));
    }

    private static String id(Filing filing, Row row) {
        return ActivityRecords.id(filing.company(), new CrmId(row.cell(ACTIVITY)));
    }

    private Activity news(Filing filing, Row row) {
        var said = new Said(filing.company(), FILED, filing.receivedAt());
        return Activity.reported(
                        id(filing, row),
                        filing.inPartnership(),
                        facts(filing, row),
                        said,
                        reporting.confirmBy(filing.receivedAt()))
                .stamped(stamp(filing, row));
    }

    /// Of its row alone, so that a row that is taken again is recognised.
    private static Stamp stamp(Filing filing, Row row) {
        return new Stamp(null, filing.receivedAt(), row.line());
    }

    private static Change<Activity> step(Optional<Versioned<Activity>> current, Activity news) {
        return current.filter(was -> was.state().facts().equals(news.facts())).isPresent()
                ? Change.none()
                : ActivityRecords.step(current, news);
    }

    @Override
    public Done would(Filing filing, Row row) {
        var news = news(filing, row);
        var current = activities.recordedBy(filing.company(), news.id()).map(was -> new Versioned<>(was.id(), 0L, was));
        return Done.of(row, news.id(), step(current, news).state() != null);
    }

    @Override
    public Done take(Filing filing, Row row) {
        var news = news(filing, row);
        var outcome = activities.record(filing.inPartnership(), news.id(), current -> step(current, news));
        var now = Objects.requireNonNull(outcome.now(), "it was recorded").state();
        return Done.of(row, news.id(), Objects.equals(now.stamp(), news.stamp()));
    }
}
