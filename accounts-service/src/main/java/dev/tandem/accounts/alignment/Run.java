package dev.tandem.accounts.alignment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.alignment.MatchingWork.AccountTouched;
import dev.tandem.contracts.alignment.MatchingWork.AccountsTouched;
import dev.tandem.contracts.alignment.MatchingWork.AgreementTouched;
import dev.tandem.contracts.alignment.MatchingWork.BlockReported;
import dev.tandem.contracts.alignment.MatchingWork.RepTouched;
import dev.tandem.contracts.alignment.MatchingWork.ReviewTouched;
import dev.tandem.kit.intake.Incoming;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Work of one partnership that came one behind the other and is done together: changed accounts, or what blocks
/// report; anything else is alone.
record Run(List<Incoming<MatchingWork>> events) {
    private enum Kind {
        TOUCHED,
        FILED,
        REPORTED,
        ALONE
    }

    /// In their order.
    static List<Run> of(List<Incoming<MatchingWork>> events) {
        var runs = new ArrayList<Run>();
        for (var event : events) {
            if (runs.isEmpty() || !runs.getLast().goesOnWith(event.payload())) {
                runs.add(new Run(new ArrayList<>()));
            }
            runs.getLast().events.add(event);
        }
        return runs;
    }

    /// Work of one kind on one partnership.
    private record Heap(PartnershipId partnership, Kind kind) {}

    /// The runs of changed accounts of which, with others like them, there are more than are looked at together: as
    /// those
    /// of a first load are, by file or by events. What a CRM says beside a file is not.
    static Set<Run> loading(List<Run> runs, int together) {
        var heaps = runs.stream()
                .collect(groupingBy(Run::heap, summingInt(run -> run.touched().size())));
        return runs.stream()
                .filter(run -> heaps.getOrDefault(run.heap(), 0) > together)
                .collect(toSet());
    }

    private Heap heap() {
        return new Heap(partnership(), kind(last().payload()));
    }

    private boolean goesOnWith(MatchingWork next) {
        var kind = kind(next);
        return kind != Kind.ALONE
                && kind == kind(last().payload())
                && next.partnership().equals(partnership())
                && touched().size() < Alignment.PAGE_SIZE;
    }

    PartnershipId partnership() {
        return last().payload().partnership();
    }

    Incoming<MatchingWork> last() {
        return events.getLast();
    }

    Set<AccountRef> touched() {
        var touched = new LinkedHashSet<AccountRef>();
        events.forEach(event -> accounts(event.payload()).forEach(touched::add));
        return touched;
    }

    List<BlockReported> reports() {
        return events.stream()
                .map(Incoming::payload)
                .filter(BlockReported.class::isInstance)
                .map(BlockReported.class::cast)
                .toList();
    }

    private static Kind kind(MatchingWork work) {
        return switch (work) {
            case AccountTouched _ -> Kind.TOUCHED;
            case AccountsTouched _ -> Kind.FILED;
            case BlockReported _ -> Kind.REPORTED;
            case AgreementTouched _, RepTouched _, ReviewTouched _ -> Kind.ALONE;
        };
    }

    private static Stream<AccountRef> accounts(MatchingWork work) {
        return switch (work) {
            case AccountTouched touched -> Stream.of(touched.account());
            case AccountsTouched touched ->
                touched.accounts().stream().map(account -> new AccountRef(touched.company(), account));
            case AgreementTouched _, BlockReported _, RepTouched _, ReviewTouched _ -> Stream.of();
        };
    }
}
