package dev.tandem.credit.planning;

import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Violation;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.plan.Rate;
import dev.tandem.credit.planning.PlanProposal.Decision;
import dev.tandem.credit.planning.PlanProposal.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A company's plans, every revision of them, and its rates.
///
/// @param plans in the order in which they were approved
/// @param proposals all there ever were, in order; null for none
record PlanBook(
        List<Plan> plans, List<Rate> rates, @Nullable List<PlanProposal> proposals) {
    static final PlanBook EMPTY = new PlanBook(List.of(), List.of(), null);
    static final int PLANS_MAX = 500;
    static final int RATES_MAX = 20_000;

    PlanBook {
        plans = List.copyOf(plans);
        rates = List.copyOf(rates);
        proposals = proposals == null ? null : List.copyOf(proposals);
    }

    /// How something that is added is named where it is wrong.
    interface Paths extends IntFunction<String> {}

    List<PlanProposal> proposed() {
        return proposals == null ? List.of() : proposals;
    }

    Optional<PlanProposal> proposal(String id) {
        return proposed().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    boolean full() {
        return proposed().size() >= PLANS_MAX;
    }

    boolean takes(List<Rate> added) {
        return rates.size() + added.size() <= RATES_MAX;
    }

    PlanBook with(PlanProposal proposal) {
        return new PlanBook(
                plans,
                rates,
                Stream.concat(proposed().stream(), Stream.of(proposal)).toList());
    }

    /// What speaks against a decision about a proposal that nobody decided yet: nobody approves
    /// their own, nor what the book does not take any more.
    List<Violation> decidable(String id, Decision decision) {
        var proposal = proposal(id).filter(each -> each.status() == Status.PROPOSED);
        if (proposal.isEmpty()) {
            return List.of(new Violation("proposal", "ALREADY_DECIDED", "was decided before"));
        }
        if (decision.status() == Status.REFUSED) {
            return List.of();
        }
        return proposal.get().proposedBy().equals(decision.person())
                ? List.of(new Violation(
                        "approval.person", "SELF_APPROVAL", "a second person of the company approves a plan"))
                : violations(proposal.get().plan());
    }

    /// An approved revision is in force from its period on.
    PlanBook decided(String id, Decision decision) {
        var all = proposed().stream()
                .map(each -> each.id().equals(id) ? each.decided(decision) : each)
                .toList();
        var approved = decision.status() == Status.APPROVED ? proposal(id).stream() : Stream.<PlanProposal>empty();
        return new PlanBook(
                Stream.concat(plans.stream(), approved.map(PlanProposal::plan)).toList(), rates, all);
    }

    /// The revisions of the plan that a rep is in, in the order in which they take effect; empty
    /// for none.
    List<Plan> revisionsFor(RepId rep) {
        var name = plans.stream()
                .filter(plan -> plan.member(rep).isPresent())
                .map(Plan::name)
                .findFirst();
        return plans.stream()
                .filter(plan -> Optional.of(plan.name()).equals(name))
                .sorted(Comparator.comparing(Plan::effectiveFrom))
                .toList();
    }

    List<RepId> reps() {
        return plans.stream()
                .flatMap(plan -> plan.members().stream())
                .map(Plan.Member::rep)
                .distinct()
                .sorted()
                .toList();
    }

    /// What the book has against a plan, beside what is wrong with the plan itself.
    List<Violation> violations(Plan plan) {
        var violations = new ArrayList<>(plan.violations());
        var before =
                plans.stream().filter(each -> each.name().equals(plan.name())).toList();
        if (before.stream().anyMatch(each -> !each.currency().equals(plan.currency()))) {
            violations.add(new Violation("currency", "FIXED", "a plan keeps its currency: give this one another name"));
        }
        if (before.stream().anyMatch(each -> !each.calendar().equals(plan.calendar()))) {
            violations.add(new Violation("calendar", "FIXED", "a plan keeps its calendar: give this one another name"));
        }
        for (int i = 0; i < plan.members().size(); i++) {
            var rep = plan.members().get(i).rep();
            if (plans.stream()
                    .anyMatch(each ->
                            !each.name().equals(plan.name()) && each.member(rep).isPresent())) {
                violations.add(new Violation("members[" + i + "].rep", "IN_ANOTHER_PLAN", "a rep is in one plan"));
            }
        }
        return violations;
    }

    /// What is wrong with rates that are to be added; one that is known already, and the same, is
    /// not.
    List<Violation> violations(List<Rate> added, Paths paths) {
        var violations = new ArrayList<Violation>();
        var ids = new HashSet<String>();
        for (int i = 0; i < added.size(); i++) {
            var rate = added.get(i);
            violations.addAll(rate.violations(paths.apply(i)));
            if (!ids.add(rate.id()) || changes(rates, rate)) {
                violations.add(new Violation(
                        paths.apply(i) + ".id", "RATE_IS_FIXED", "another rate has this id: give it one of its own"));
            }
        }
        return violations;
    }

    private static boolean changes(Collection<Rate> known, Rate rate) {
        return known.stream().anyMatch(each -> each.id().equals(rate.id()) && !each.equals(rate));
    }

    PlanBook with(List<Rate> added) {
        return new PlanBook(
                plans, Stream.concat(rates.stream(), added.stream()).distinct().toList(), proposals);
    }
}
