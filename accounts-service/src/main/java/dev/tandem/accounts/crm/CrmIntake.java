package dev.tandem.accounts.crm;

import static java.util.stream.Collectors.toMap;

import dev.tandem.accounts.crm.Receipt.Outcome;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Unprocessable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Takes a company's records, hands each to the feature that keeps its type, and gives a receipt for it.
@Component
public class CrmIntake {
    private final Map<String, CrmObjects> byType;
    private final Receipts receipts;
    private final Clock clock;

    CrmIntake(List<CrmObjects> objects, Receipts receipts, Clock clock) {
        this.byType = objects.stream().collect(toMap(CrmObjects::objectType, each -> each));
        this.receipts = receipts;
        this.clock = clock;
    }

    /// @throws Unprocessable for what can never apply; its receipt says so
    public void on(Incoming<CrmChange> event) {
        var sent = CrmRecord.of(event);
        try {
            if (!event.key().equals(sent.id().value())) {
                throw new Unprocessable("objectId", "NOT_THE_KEY", "must equal the key of the event");
            }
            take(sent);
        } catch (Unprocessable never) {
            receipts.put(sent.company(), receipt(sent, Outcome.PARKED, never.findings(), List.of()));
            throw never;
        }
    }

    /// Applies a record of a file; one that can never apply has its receipt, and the file goes on.
    public Receipt file(CrmRecord sent) {
        try {
            return take(sent);
        } catch (Unprocessable never) {
            var receipt = receipt(sent, Outcome.PARKED, never.findings(), List.of());
            receipts.put(sent.company(), receipt);
            return receipt;
        }
    }

    /// The receipts of records that lie in one place, by their place there, after the one given.
    public List<Receipt> receipts(CompanyId company, String place, String after, int limit) {
        return receipts.page(company, Receipts.Filter.ALL, after.isEmpty() ? place : after, limit).stream()
                .filter(receipt -> receipt.id().startsWith(place))
                .toList();
    }

    /// Applies a record and returns its receipt.
    ///
    /// @throws Unprocessable for what can never apply
    public Receipt take(CrmRecord sent) {
        var objects = Optional.ofNullable(byType.get(sent.change().objectType()))
                .orElseThrow(() -> new Unprocessable(
                        "objectType",
                        "UNKNOWN_TYPE",
                        "must be one of " + byType.keySet().stream().sorted().toList()));
        var outcome = objects.apply(sent);
        if (outcome == Outcome.APPLIED) {
            receipts.resolve(sent.company(), sent.reference());
        }
        var receipt = written(sent, outcome, objects.pending(sent.company(), sent.id()));
        if (receipt.outcome() == Outcome.PENDING) {
            // What was awaited may have arrived between the look and the receipt.
            receipt = written(sent, outcome, objects.pending(sent.company(), sent.id()));
        }
        return receipt;
    }

    private Receipt written(CrmRecord sent, Outcome outcome, List<Pending> pending) {
        var waits = !pending.isEmpty() && (outcome == Outcome.APPLIED || outcome == Outcome.UNCHANGED);
        var receipt = waits
                ? receipt(
                        sent,
                        Outcome.PENDING,
                        pending.stream().map(Pending::finding).toList(),
                        pending.stream().map(Pending::reference).toList())
                : receipt(sent, outcome, remarks(sent), List.of());
        receipts.put(sent.company(), receipt);
        return receipt;
    }

    private List<Violation> remarks(CrmRecord sent) {
        var objects = byType.get(sent.change().objectType());
        return objects == null ? List.of() : objects.remarks(sent.company(), sent.id());
    }

    private Receipt receipt(CrmRecord sent, Outcome outcome, List<Violation> findings, List<String> waitsFor) {
        return new Receipt(
                sent.place(), sent.change().objectType(), sent.id(), clock.instant(), outcome, findings, waitsFor);
    }
}
