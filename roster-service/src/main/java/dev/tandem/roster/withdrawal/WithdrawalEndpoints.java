package dev.tandem.roster.withdrawal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.TopicSettings;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.withdrawal.SentRecord.Kind;
import dev.tandem.roster.withdrawal.SentRecords.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What was taken back from a company's systems, record by record, and the receipt that nothing is left. Of the other
/// parties only that nothing is left, and only once nothing governs: how much they saw may be hidden itself.
@RestController
@RequestMapping("/roster/partnerships/{id}")
class WithdrawalEndpoints {
    private final SentRecords records;
    private final Agreements agreements;
    private final Duration erasure;

    WithdrawalEndpoints(SentRecords records, Agreements agreements, TopicSettings topics) {
        this.records = records;
        this.agreements = agreements;
        this.erasure = Duration.ofMillis(topics.compactionLagMaxMs());
    }

    /// A record that the caller's systems were sent and may no longer hold.
    record Withdrawal(String key, Kind kind, Instant at, Reason because) {}

    /// @param own by kind, what the caller's systems were sent
    /// @param others empty while an agreement governs
    /// @param topicErasureHours within how many hours the topics forget what was taken back
    record WithdrawalReceipt(
            PartnershipId partnership,
            PartnershipChanged.Status status,
            List<Line> own,
            List<Other> others,
            long topicErasureHours) {}

    record Line(Kind kind, long standing, long withdrawn) {}

    /// @param complete whether the company's systems were told to forget all that they were sent
    record Other(CompanyId company, boolean complete) {}

    @GetMapping("/withdrawals")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<Withdrawal> list(CompanyCaller caller, @PathVariable PartnershipId id, Paging paging) {
        found(caller, id);
        var range = new Range(paging.after().orElse(""), paging.fetch());
        var page = paging.page(records.withdrawn(caller.company(), id, range), Versioned::id);
        return new Page<>(
                page.items().stream().map(WithdrawalEndpoints::withdrawal).toList(), page.next());
    }

    private static Withdrawal withdrawal(Versioned<SentRecord> found) {
        var record = found.state();
        return new Withdrawal(record.key(), record.kind(), record.since(), Objects.requireNonNull(record.because()));
    }

    @GetMapping("/withdrawal-receipt")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    WithdrawalReceipt receipt(CompanyCaller caller, @PathVariable PartnershipId id) {
        var partnership = found(caller, id);
        var own = Stream.of(Kind.values()).map(kind -> line(caller.company(), id, kind));
        var others = partnership.inForce().isPresent()
                ? Stream.<Other>empty()
                : partnership.parties().stream()
                        .filter(party -> !party.equals(caller.company()))
                        .map(party -> new Other(party, records.count(party, id, true) == 0));
        return new WithdrawalReceipt(id, partnership.status(), own.toList(), others.toList(), erasure.toHours());
    }

    private Line line(CompanyId company, PartnershipId partnership, Kind kind) {
        return new Line(
                kind,
                records.count(company, partnership, true, kind),
                records.count(company, partnership, false, kind));
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId id) {
        return agreements.of(caller.company(), id).orElseThrow(Problem::notFound);
    }
}
