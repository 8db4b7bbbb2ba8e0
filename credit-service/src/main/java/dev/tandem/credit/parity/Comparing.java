package dev.tandem.credit.parity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.JointGoals;
import dev.tandem.contracts.partnership.JointGoals.Band;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.parity.Comparison.Said;
import dev.tandem.credit.parity.Comparison.Status;
import dev.tandem.credit.plan.Exact;
import dev.tandem.credit.planning.OwnPlans;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Asking for a comparison, and agreeing to it.
@Service
class Comparing {
    /// Only aggregates over so many people of each side cross.
    static final int PEOPLE_MIN = 5;

    private final Comparisons comparisons;
    private final Sides sides;
    private final OwnPlans plans;
    private final ContributorsWithoutCredit contributors;

    Comparing(Comparisons comparisons, Sides sides, OwnPlans plans, ContributorsWithoutCredit contributors) {
        this.contributors = contributors;
        this.comparisons = comparisons;
        this.sides = sides;
        this.plans = plans;
    }

    boolean has(CompanyId company, String plan) {
        return plans.last(company, plan).isPresent();
    }

    Optional<Versioned<Comparison>> find(PartnershipId partnership, CompanyId reader, String id) {
        return comparisons.find(partnership, reader, id);
    }

    List<Versioned<Comparison>> page(PartnershipId partnership, CompanyId reader, String afterId, int limit) {
        return comparisons.page(partnership, reader, afterId, limit);
    }

    Versioned<Comparison> ask(PartnershipId partnership, String id, Cause cause, Comparison asked) {
        return Objects.requireNonNull(comparisons
                .change(partnership, id, cause, found -> found.isPresent() ? Change.none() : Change.to(asked))
                .now());
    }

    record Answer(String id, Cause cause, CompanyId by, Said said) {}

    Versioned<Comparison> refuse(PartnershipId partnership, Answer answer) {
        return Objects.requireNonNull(comparisons
                .change(
                        partnership,
                        answer.id(),
                        answer.cause(),
                        found -> Change.to(open(found, answer).refused(answer.said())))
                .now());
    }

    Versioned<Comparison> agree(PartnershipChanged partnership, Answer answer, String plan) {
        return Objects.requireNonNull(comparisons
                .change(partnership.partnership(), answer.id(), answer.cause(), found -> {
                    var comparison = open(found, answer);
                    var both = both(partnership.partnership(), comparison, plan);
                    var joint = comparison.terms().joint();
                    var report = Replay.of(both.getFirst(), both.getLast(), joint, band(partnership));
                    return Change.to(comparison.done(answer.said(), report, incentives(partnership, comparison, both)));
                })
                .now());
    }

    private static Comparison open(Optional<Versioned<Comparison>> found, Answer answer) {
        var comparison = found.map(Versioned::state).orElseThrow(Problem::notFound);
        if (comparison.status() != Status.ASKED) {
            throw Problem.conflict(new Violation("status", "NOT_ALLOWED_NOW", "It was answered before."), List.of());
        }
        if (!comparison.with().equals(answer.by())) {
            throw Problem.conflict(
                    new Violation("company", "SELF_APPROVAL", "The company that was asked answers."), List.of());
        }
        return comparison;
    }

    private List<Side> both(PartnershipId partnership, Comparison comparison, String plan) {
        var found = sides.of(
                partnership,
                comparison.terms(),
                List.of(Map.entry(comparison.by(), comparison.plan()), Map.entry(comparison.with(), plan)));
        var both = found.stream().flatMap(Optional::stream).toList();
        // Whose people are too few is not said.
        if (both.size() < 2 || both.stream().anyMatch(side -> side.people().size() < PEOPLE_MIN)) {
            throw Problem.conflict(
                    new Violation(
                            "terms",
                            "TOO_FEW_PEOPLE",
                            "In this time there are not " + PEOPLE_MIN + " people with credit and quota on each side:"
                                    + " only aggregates over so many are told."),
                    List.of());
        }
        var joint = comparison.terms().joint();
        if (Sides.currencies(both).stream()
                .anyMatch(each -> joint.perMinorUnit(each).isEmpty())) {
            throw Problem.conflict(
                    new Violation(
                            "terms.rates",
                            "RATE_MISSING",
                            "The terms lack a rate into " + joint.into()
                                    + " that the comparison needs: ask again with it."),
                    List.of());
        }
        return both;
    }

    /// Null where the deals are so few that one of them would be told about, or of a currency without a joint rate.
    private @Nullable IncentiveReport incentives(
            PartnershipChanged partnership, Comparison comparison, List<Side> both) {
        var terms = comparison.terms();
        var joint = terms.joint();
        var deals = sides.deals(partnership.partnership(), terms.from(), terms.through());
        if (deals.size() < PEOPLE_MIN
                || deals.stream()
                        .anyMatch(deal ->
                                joint.perMinorUnit(deal.net().currency()).isEmpty())) {
            return null;
        }
        var people = contributors.of(partnership.partnership(), deals, List.of(comparison.by(), comparison.with()));
        return IncentiveReport.of(
                deals,
                both.stream().map(side -> new Marginal(side, into(side, joint))).toList(),
                deal -> joint.converted(deal.net()),
                people);
    }

    /// By the joint rates for both, so that no company's own show.
    private static Marginal.Converting into(Side side, JointRates joint) {
        var perPlanUnit = joint.perMinorUnit(side.plan().currency()).orElseThrow();
        var unit = new Exact(perPlanUnit.numerator(), perPlanUnit.denominator());
        return (_, amount) -> joint.converted(amount).dividedBy(unit);
    }

    private static Band band(PartnershipChanged partnership) {
        return partnership.inForce().map(Agreement::goals).map(JointGoals::band).orElse(Band.USUAL);
    }
}
