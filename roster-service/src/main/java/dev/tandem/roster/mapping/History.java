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

    private static final Comparator<Assignment> ORDER = Comparator.comparing(Assignment::from)
            .thenComparing(Assignment::company)
            .thenComparing(Assignment::rep);

    /// A rep who covers the joint account for a company now.
    record Covers(CompanyId company, RepId rep) {}

    /// When something ended: for a rep who left, the moment of leaving.
    @FunctionalInterface
    interface Ending {
        Instant of(Covers covers);
    }

    History next(Set<Covers> wanted, Instant at, Ending ending) {
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
        wanted.stream().filter(covers -> !open.contains(covers)).forEach(covers -> next.add(begun(covers, at)));
        next.sort(ORDER);
        return new History(next);
    }

    private Assignment begun(Covers covers, Instant at) {
        var reason = new Reason(
                "OWNS_ACCOUNT", "Owns the account of " + covers.company() + " that belongs to this joint account.");
        return new Assignment(covers.company(), covers.rep(), begin(covers, at), null, reason);
    }

    private Instant begin(Covers covers, Instant at) {
        return assignments.stream().noneMatch(a -> a.company().equals(covers.company())) ? ALWAYS : at;
    }

    /// Never before it began.
    private static Assignment until(Assignment was, Instant end) {
        var until = end.isBefore(was.from()) ? was.from() : end;
        return new Assignment(was.company(), was.rep(), was.from(), until, was.because());
    }
}
