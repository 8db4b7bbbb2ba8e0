package dev.tandem.accounts.crm;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.tandem.accounts.crm.Receipt.Outcome;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.kit.store.Marks;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Takes a company's records, hands each to the feature that keeps its type, and gives a receipt for it.
@Component
public class CrmIntake {
    private final Map<String, CrmObjects> byType;
    private final Receipts receipts;
    private final Clock clock;
    private final Marks marks;

    CrmIntake(List<CrmObjects> objects, Receipts receipts, Clock clock, Marks marks) {
        this.marks = marks;
        this.byType = objects.stream().collect(toMap(CrmObjects::objectType, each -> each));
        this.receipts = receipts;
        this.clock = clock;
    }

    /// @throws Unprocessable for what can never apply; its receipt says so
    public void on(Incoming<CrmChange> event) {
        var sent = CrmRecord.of(event, marks);
        try {
            take(record(event));
        } catch (Unprocessable never) {
            receipts.put(sent.company(), receipt(sent, Outcome.PARKED, never.findings(), List.of()));
            throw never;
        }
    }

    /// As [#on] for each, where neighbours of one type are taken together if that type can be, each object once, since
    /// its receipt says what it waits for as it is then.
    ///
    /// @throws Unprocessable where any of them can never apply; those before it may be applied
    public void onAll(List<Incoming<CrmChange>> events) {
        for (int from = 0, to; from < events.size(); from = to) {
            var objects = new HashSet<CrmId>();
            to = from;
            while (to < events.size()
                    && ofOneKind(events.get(from), events.get(to))
                    && objects.add(events.get(to).payload().objectId())) {
                to++;
            }
            take(events.subList(from, to));
        }
    }

    private static boolean ofOneKind(Incoming<CrmChange> one, Incoming<CrmChange> other) {
        return one.sender().equals(other.sender())
                && one.payload().objectType().equals(other.payload().objectType());
    }

    private void take(List<Incoming<CrmChange>> events) {
        var records = events.stream().map(this::record).toList();
        var company = records.getFirst().company();
        Optional.ofNullable(byType.get(records.getFirst().change().objectType()))
                .flatMap(objects -> objects.applyAll(company, records))
                .ifPresentOrElse(done -> filed(company, done.filed(), done.pending()), () -> events.forEach(this::on));
    }

    private CrmRecord record(Incoming<CrmChange> event) {
        var sent = CrmRecord.of(event, marks);
        if (!event.key().equals(sent.id().value())) {
            throw new Unprocessable("objectId", "NOT_THE_KEY", "must equal the key of the event");
        }
        return sent;
    }

    /// Gives receipts for records of a company's file, which were applied, or can never apply.
    ///
    /// @param pending what these objects wait for now
    public List<Receipt> filed(
            CompanyId company, List<Filed> filed, Function<List<CrmId>, Map<CrmId, List<Pending>>> pending) {
        receipts.resolve(
                company,
                filed.stream()
                        .filter(each -> each.outcome() == Outcome.APPLIED)
                        .map(each -> each.sent().reference())
                        .toList());
        var written = written(company, filed, pending);
        var waiting = written.stream()
                .filter(receipt -> receipt.outcome() == Outcome.PENDING)
                .map(Receipt::id)
                .collect(toSet());
        // What was awaited may have arrived between the look and the receipt.
        var _ = written(
                company,
                filed.stream()
                        .filter(each -> waiting.contains(each.sent().place()))
                        .toList(),
                pending);
        return written;
    }

    private List<Receipt> written(
            CompanyId company, List<Filed> filed, Function<List<CrmId>, Map<CrmId, List<Pending>>> pending) {
        var waits = pending.apply(filed.stream()
                .filter(each -> each.outcome() != Outcome.PARKED)
                .map(each -> each.sent().id())
                .toList());
        var all = filed.stream()
                .map(each -> each.outcome() == Outcome.PARKED
                        ? receipt(each.sent(), Outcome.PARKED, each.findings(), List.of())
                        : receipt(
                                each.sent(),
                                each.outcome(),
                                waits.getOrDefault(each.sent().id(), List.of())))
                .toList();
        receipts.putAll(company, all);
        return all;
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
        var receipt = receipt(sent, outcome, pending);
        receipts.put(sent.company(), receipt);
        return receipt;
    }

    private Receipt receipt(CrmRecord sent, Outcome outcome, List<Pending> pending) {
        var waits = !pending.isEmpty() && (outcome == Outcome.APPLIED || outcome == Outcome.UNCHANGED);
        return waits
                ? receipt(
                        sent,
                        Outcome.PENDING,
                        pending.stream().map(Pending::finding).toList(),
                        pending.stream().map(Pending::reference).toList())
                : receipt(sent, outcome, remarks(sent), List.of());
    }

    private List<Violation> remarks(CrmRecord sent) {
        var objects = byType.get(sent.change().objectType());
        return objects == null ? List.of() : objects.remarks(sent);
    }

    private Receipt receipt(CrmRecord sent, Outcome outcome, List<Violation> findings, List<String> waitsFor) {
        return new Receipt(
                sent.place(), sent.change().objectType(), sent.id(), clock.instant(), outcome, findings, waitsFor);
    }
}
