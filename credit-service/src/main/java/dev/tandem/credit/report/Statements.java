package dev.tandem.credit.report;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// What the parties sign when they close a period: the report, without the entry at which it was
/// read, so that what is posted in other periods does not change it.
@Service
public class Statements {
    private final Reports reports;

    Statements(Reports reports) {
        this.reports = reports;
    }

    /// @param hash `sha256:` and the hash of the statement's JSON
    /// @param deals of the period
    /// @param notCredited of the period, each with the reason; in the order of their ids
    public record Statement(YearMonth period, long asOf, String hash, List<DealId> deals, List<Waiting> notCredited) {}

    public record Waiting(DealId deal, Reason because) {}

    public Statement of(PartnershipId partnership, YearMonth period, long asOf) {
        var joint = reports.joint(partnership, period, asOf);
        var waiting = joint.deals().notCreditedByReason().stream()
                .flatMap(reason -> reason.deals().stream().map(deal -> waiting(reason, deal)))
                .toList();
        var deals = Stream.concat(
                        joint.lines().stream().map(JointReport.Line::deal),
                        waiting.stream().map(Waiting::deal))
                .distinct()
                .toList();
        return new Statement(period, asOf, reports.digest(joint.statement()), deals, waiting);
    }

    private static Waiting waiting(JointReport.NotCredited reason, JointReport.Refused deal) {
        return new Waiting(deal.deal(), new Reason(reason.code(), deal.sentence()));
    }

    /// The first period in which anything was posted up to an entry.
    public Optional<YearMonth> firstPosted(PartnershipId partnership, long asOf) {
        return reports.firstPosted(partnership, asOf);
    }
}
