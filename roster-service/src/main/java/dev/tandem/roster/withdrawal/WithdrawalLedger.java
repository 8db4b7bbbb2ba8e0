package dev.tandem.roster.withdrawal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.AccountAligned;
import dev.tandem.contracts.crm.CrmOut.CounterpartsMapped;
import dev.tandem.contracts.crm.CrmOut.DealCredited;
import dev.tandem.contracts.crm.CrmOut.DecisionDue;
import dev.tandem.contracts.crm.CrmOut.EngagementMoved;
import dev.tandem.contracts.crm.CrmOut.JointAward;
import dev.tandem.contracts.crm.CrmOut.PairAgreed;
import dev.tandem.contracts.crm.CrmOut.PartnerRep;
import dev.tandem.contracts.crm.CrmOut.PlaybookEntry;
import dev.tandem.contracts.crm.CrmOut.PopulationsChanged;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.withdrawal.SentRecord.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads what every service sends to companies' systems, to be able to say what of it stands. What is sent under one
/// key comes in order, and the last of it is what holds, so a redelivery ends where the delivery did.
@Component
public final class WithdrawalLedger {
    private final SentRecords records;

    WithdrawalLedger(SentRecords records) {
        this.records = records;
    }

    /// With one way to the store for what one company was sent.
    public void onAll(List<Incoming<CrmOut>> events) {
        var byKey = new LinkedHashMap<CompanyId, Map<String, List<Incoming<CrmOut>>>>();
        events.stream()
                .filter(WithdrawalLedger::isOfPartner)
                .forEach(event -> byKey.computeIfAbsent(event.sender(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(event.key(), _ -> new ArrayList<>())
                        .add(event));
        byKey.forEach((company, keys) -> {
            var decisions = new LinkedHashMap<String, Decision<SentRecord>>();
            keys.forEach((key, told) -> decisions.put(key, current -> after(current, told)));
            records.changeAll(company, decisions);
        });
    }

    /// Nothing of a company's own.
    private static boolean isOfPartner(Incoming<CrmOut> event) {
        return event.payload() instanceof Withdrawn
                || partnership(event.payload()).isPresent();
    }

    private static Optional<PartnershipId> partnership(CrmOut payload) {
        return switch (payload) {
            case AccountAligned sent -> Optional.of(sent.partnership());
            case CounterpartsMapped sent -> Optional.of(sent.partnership());
            case PartnerRep sent -> Optional.of(sent.partnership());
            case PairAgreed sent -> Optional.of(sent.partnership());
            case JointAward sent -> Optional.of(sent.partnership());
            case PlaybookEntry sent -> Optional.of(sent.partnership());
            case EngagementMoved sent -> Optional.of(sent.partnership());
            case Withdrawn withdrawn -> Optional.ofNullable(withdrawn.partnership());
            case DealCredited _, PopulationsChanged _, DecisionDue _ -> Optional.empty();
        };
    }

    private static Change<SentRecord> after(Optional<Versioned<SentRecord>> current, List<Incoming<CrmOut>> told) {
        var was = current.map(Versioned::state);
        var next = was;
        for (var event : told) {
            next = event.payload() instanceof Withdrawn withdrawn
                    ? withdrawn(next, event, withdrawn)
                    : sent(next, event);
        }
        return next.filter(record -> !was.equals(Optional.of(record)))
                .map(Change::to)
                .orElseGet(Change::none);
    }

    private static Optional<SentRecord> sent(Optional<SentRecord> was, Incoming<CrmOut> event) {
        return was.filter(SentRecord::standing)
                .or(() -> created(event, partnership(event.payload()).orElseThrow())
                        .map(record -> record.standing(event.time())));
    }

    /// One that was sent before a partnership was named in it belongs to the one known here.
    private static Optional<SentRecord> withdrawn(
            Optional<SentRecord> was, Incoming<CrmOut> event, Withdrawn withdrawn) {
        return was.or(() -> partnership(withdrawn).flatMap(partnership -> created(event, partnership)))
                .map(record -> record.withdrawn(event.time(), withdrawn.reason()));
    }

    private static Optional<SentRecord> created(Incoming<CrmOut> event, PartnershipId partnership) {
        return Kind.of(event.key())
                .map(kind -> new SentRecord(event.key(), partnership, kind, true, event.time(), null));
    }
}
