package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Assignment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Who was assigned to a joint account, and when. A company's first assignments count from the beginning of time: the
/// rep owned the account before the alignment was computed, and a deal of last month shall not lose its counterpart by
/// that. What comes later counts from when it happened.
record History(List<Assignment> assignments) {
    static final Instant ALWAYS = Instant.EPOCH;

    static final Comparator<Covers> BY_COMPANY =
            Comparator.comparing(Covers::company).thenComparing(Covers::rep);

    private static final Reason STANDS_IN = new Reason(
            "COUNTERPART_OF_OWNER",
            "Is the agreed counterpart of the other side's owner, where nobody owns the account.");

    private static final Comparator<Assignment> ORDER = Comparator.comparing(Assignment::from)
            .thenComparing(Assignment::company)
            .thenComparing(Assignment::rep);

    /// A rep who covers the joint account for a company now.
    record Covers(CompanyId company, RepId rep) {}

    /// Who covers it now.
    ///
    /// @param owning an account of it; `standingIn` for a side that nobody owns
    record Wanted(Set<Covers> owning, Set<Covers> standingIn) {
        boolean contains(Covers covers) {
            return owning.contains(covers) || standingIn.contains(covers);
        }
    }

    /// When something ended: for a rep who left, the moment of leaving.
    @FunctionalInterface
    interface Ending {
        Instant of(Covers covers);
    }

    History next(Set<Covers> owning, Instant at, Ending ending) {
        return next(new Wanted(owning, Set.of()), at, ending);
    }

    History next(Wanted wanted, Instant at, Ending ending) {
        var next = new ArrayList<Assignment>();
        var open = new HashSet<Covers>();
        for (var assignment : assignments) {
            var covers = new Covers(assignment.company(), assignment.rep());
            if (assignment.until() != null || wanted.contains(covers)) {
                next.add(assignment);
            } else {
                next.add(until(assignment, ending.of(covers)));
            }
            if (assignment.until() == null) {
                open.add(covers);
            }
        }
        wanted.owning().stream()
                .filter(covers -> !open.contains(covers))
                .forEach(covers -> next.add(begun(covers, at)));
        wanted.standingIn().stream()
                .filter(covers -> !open.contains(covers))
                .forEach(covers -> next.add(new Assignment(covers.company(), covers.rep(), at, null, STANDS_IN)));
        next.sort(ORDER);
        return new History(next);
    }

    /// Who stands in was not the owner all along, and so counts from when that began.
    static boolean isStandIn(Assignment assignment) {
        return assignment.because().code().equals(STANDS_IN.code());
    }

    private Assignment begun(Covers covers, Instant at) {
        var reason = new Reason(
                "OWNS_ACCOUNT", "Owns the account of " + covers.company() + " that belongs to this joint account.");
        return new Assignment(covers.company(), covers.rep(), begin(covers, at), null, reason);
    }

    private Instant begin(Covers covers, Instant at) {
        return assignments.stream().noneMatch(a -> a.company().equals(covers.company()) && !isStandIn(a)) ? ALWAYS : at;
    }

    /// Never before it began.
    private static Assignment until(Assignment was, Instant end) {
        var until = end.isBefore(was.from()) ? was.from() : end;
        return new Assignment(was.company(), was.rep(), was.from(), until, was.because());
    }
}
