package dev.tandem.roster.withdrawal;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.AccountAligned;
import dev.tandem.contracts.crm.CrmOut.CounterpartsMapped;
import dev.tandem.contracts.crm.CrmOut.DealCredited;
import dev.tandem.contracts.crm.CrmOut.DecisionDue;
import dev.tandem.contracts.crm.CrmOut.JointAward;
import dev.tandem.contracts.crm.CrmOut.PairAgreed;
import dev.tandem.contracts.crm.CrmOut.PartnerRep;
import dev.tandem.contracts.crm.CrmOut.PlaybookEntry;
import dev.tandem.contracts.crm.CrmOut.PopulationsChanged;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.withdrawal.SentRecord.Kind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads what every service sends to companies' systems, to be able to say what of it stands. What is sent under one
/// key
/// comes in order, and the last of it is what holds, so a redelivery ends where the delivery did.
@Component
public final class WithdrawalLedger {
    private final SentRecords records;

    WithdrawalLedger(SentRecords records) {
        this.records = records;
    }

    public void on(Incoming<CrmOut> event) {
        switch (event.payload()) {
            case AccountAligned sent -> sent(event, sent.partnership());
            case CounterpartsMapped sent -> sent(event, sent.partnership());
            case PartnerRep sent -> sent(event, sent.partnership());
            case PairAgreed sent -> sent(event, sent.partnership());
            case JointAward sent -> sent(event, sent.partnership());
            case PlaybookEntry sent -> sent(event, sent.partnership());
            case Withdrawn withdrawn -> withdrawn(event, withdrawn);
            case DealCredited _, PopulationsChanged _, DecisionDue _ -> {
                // A company's own.
            }
        }
    }

    private void sent(Incoming<CrmOut> event, PartnershipId partnership) {
        records.change(
                event.sender(),
                event.key(),
                Cause.GIVEN,
                current -> current.map(Versioned::state)
                                .filter(SentRecord::standing)
                                .isPresent()
                        ? Change.none()
                        : created(event, partnership)
                                .map(record -> Change.to(record.standing(event.time())))
                                .orElseGet(Change::none));
    }

    /// One that was sent before a partnership was named in it belongs to the one known here.
    private void withdrawn(Incoming<CrmOut> event, Withdrawn withdrawn) {
        var named = Optional.ofNullable(withdrawn.partnership());
        records.change(
                event.sender(),
                event.key(),
                Cause.GIVEN,
                current -> current.map(Versioned::state)
                        .or(() -> named.flatMap(partnership -> created(event, partnership)))
                        .map(record -> Change.to(record.withdrawn(event.time(), withdrawn.reason())))
                        .orElseGet(Change::none));
    }

    private static Optional<SentRecord> created(Incoming<CrmOut> event, PartnershipId partnership) {
        return Kind.of(event.key())
                .map(kind -> new SentRecord(event.key(), partnership, kind, true, event.time(), null));
    }
}
