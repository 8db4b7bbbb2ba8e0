package dev.tandem.roster.partnership;

import static dev.tandem.roster.partnership.Transition.REFUSAL;
import static dev.tandem.roster.partnership.Transition.REVISION;
import static dev.tandem.roster.partnership.Transition.SIGNATURE;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Agreement.Signature;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import dev.tandem.roster.partnership.Papers.Written;
import dev.tandem.roster.partnership.Partnership.Refusal;
import dev.tandem.roster.partnership.Revisions.Policies;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The agreement axis: a revision is proposed, then signed by every party and so in force, or refused by one, or
/// replaced by the next proposal. Nobody signs before all said that the partnership fits. Only an active partnership
/// has one, since nothing is agreed before all accepted.
record Signing(Partnership partnership) {
    private static final int REVISIONS_MAX = 50;

    Set<Transition> allowedTo(CompanyId company) {
        if (partnership.status() != Status.ACTIVE || !partnership.isParty(company)) {
            return Set.of();
        }
        return partnership
                .agreement()
                .open()
                .map(open -> open.signedBy(company) || !unfit().isEmpty()
                        ? EnumSet.of(REVISION, REFUSAL)
                        : EnumSet.of(REVISION, SIGNATURE, REFUSAL))
                .orElse(EnumSet.of(REVISION));
    }

    /// @throws ProblemException 409 with what is allowed; 400 naming each broken rule of the policies
    Partnership propose(Act act, Policies policies) {
        require(REVISION, act.by());
        if (partnership.revisions().size() >= REVISIONS_MAX) {
            throw refused("TOO_MANY_REVISIONS", "A partnership has " + REVISIONS_MAX + " revisions at most.", act.by());
        }
        var violations = violations(policies);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        var proposed = partnership.with(partnership.agreement().proposed(act, policies));
        var terms = policies.terms();
        return terms == null
                ? proposed
                : proposed.with(
                        proposed.papers().with(new Written(proposed.revisions().size(), terms)));
    }

    private List<Violation> violations(Policies policies) {
        var violations = new ArrayList<>(policies.sharing().violations(partnership.parties()));
        violations.addAll(policies.crediting().violations());
        if (policies.terms() != null) {
            violations.addAll(policies.terms().violations(partnership.parties()));
        }
        if (policies.expenses() != null) {
            violations.addAll(policies.expenses().violations(partnership.parties()));
            saidTwice(policies).ifPresent(violations::add);
        }
        if (policies.goals() != null) {
            violations.addAll(policies.goals().violations());
        }
        return violations;
    }

    private static Optional<Violation> saidTwice(Policies policies) {
        var terms = policies.terms();
        return terms == null || terms.expensePolicy().isEmpty()
                ? Optional.empty()
                : Optional.of(new Violation(
                        "terms.expenses", "SAID_TWICE", "the section expenses says who bears what: leave this out"));
    }

    /// @throws ProblemException 404 for a revision that does not exist, or not for this company, 409 for one that this
    /// party cannot sign
    Partnership sign(int number, Signature signature) {
        var revision = open(SIGNATURE, number, signature.company());
        if (revision.signedBy(signature.company())) {
            throw refused("ALREADY_SIGNED", "Your company has signed this revision.", signature.company());
        }
        if (!unfit().isEmpty()) {
            throw refused(
                    "FIT_NOT_STATED",
                    "First each party says that it fits: " + unfit() + " did not.",
                    signature.company());
        }
        return partnership.with(partnership.agreement().signed(signature, partnership.parties()));
    }

    private List<CompanyId> unfit() {
        return partnership.papers().unfit(partnership.parties());
    }

    /// @throws ProblemException 404 for a revision that does not exist, or not for this company, 409 for one that is
    /// not open
    Partnership refuse(int number, Act act) {
        open(REFUSAL, number, act.by());
        var refusal = Stream.of(new Refusal(number, act));
        var refusals = Stream.concat(partnership.refusals().stream(), refusal).toList();
        return partnership.with(partnership.agreement().refused()).with(refusals);
    }

    private Agreement open(Transition transition, int number, CompanyId by) {
        var revision = partnership
                .agreement()
                .find(number)
                .filter(_ -> partnership.isParty(by))
                .orElseThrow(Problem::notFound);
        if (partnership.status() != Status.ACTIVE || revision.status() != Agreement.Status.PROPOSED) {
            throw refused(
                    "NOT_ALLOWED_NOW",
                    "Revision " + number + " is " + revision.status() + " and the partnership " + partnership.status()
                            + ": no " + transition.word() + " now.",
                    by);
        }
        return revision;
    }

    private void require(Transition transition, CompanyId by) {
        if (!allowedTo(by).contains(transition)) {
            throw refused(
                    "NOT_ALLOWED_NOW",
                    "The partnership is " + partnership.status() + ": no " + transition.word() + " now.",
                    by);
        }
    }

    private ProblemException refused(String code, String sentence, CompanyId by) {
        return Transition.refused(code, sentence, new Standing(partnership).allowedTo(by));
    }
}
