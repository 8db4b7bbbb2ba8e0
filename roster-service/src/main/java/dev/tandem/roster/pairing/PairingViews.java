package dev.tandem.roster.pairing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.pairing.Plan.Decided;
import dev.tandem.roster.pairing.Plan.Gap;
import dev.tandem.roster.pairing.Plan.Open;
import dev.tandem.roster.pairing.Plan.Paired;
import dev.tandem.roster.pairing.Plan.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What of a plan goes over HTTP: only what concerns the caller's own reps.
final class PairingViews {
    private PairingViews() {}

    /// @param number of the last proposal, 0 before the first
    /// @param agreed how many pairs are
    record PlanView(int number, @Nullable OpenView open, int agreed, List<Decided> overrides) {
        static PlanView of(Plan plan, CompanyId viewer) {
            var open = plan.open() == null ? null : OpenView.of(plan, plan.open(), viewer);
            var overrides = plan.overrides().stream()
                    .filter(decided -> decided.isOf(viewer))
                    .toList();
            return new PlanView(
                    plan.number(), open, concerning(plan.agreed(), viewer).size(), overrides);
        }
    }

    private static Set<Pair> concerning(List<Paired> all, CompanyId viewer) {
        return all.stream()
                .filter(paired -> paired.isOf(viewer))
                .map(Paired::pair)
                .collect(Collectors.toSet());
    }

    /// A proposal that waits.
    ///
    /// @param made pairs that are not agreed yet, `parted` agreed ones that it does not keep
    /// @param gaps the caller's own reps without what is needed
    record OpenView(
            Plan.Said proposed,
            int pairs,
            int made,
            int parted,
            List<Result> results,
            List<CompanyId> confirmed,
            List<Gap> gaps) {
        static OpenView of(Plan plan, Open open, CompanyId viewer) {
            var agreed = concerning(plan.agreed(), viewer);
            var proposed = concerning(open.pairs(), viewer);
            var kept = new HashSet<>(agreed);
            kept.retainAll(proposed);
            var own = open.gaps().stream()
                    .filter(gap -> gap.rep().company().equals(viewer))
                    .toList();
            var results = open.results().stream()
                    .filter(result -> result.isOf(viewer))
                    .toList();
            return new OpenView(
                    open.said(),
                    proposed.size(),
                    proposed.size() - kept.size(),
                    agreed.size() - kept.size(),
                    results,
                    open.confirmed(),
                    own);
        }
    }

    /// A rep of a pair, with what the caller may read of it.
    record Side(CompanyId company, RepId rep, Map<String, String> fields) {}

    /// Two counterparts, and why.
    record PairView(Side one, Side other, long points, List<Reason> because) {
        String position() {
            return one.rep() + "/" + other.rep();
        }
    }
}
