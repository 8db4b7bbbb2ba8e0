package dev.tandem.roster.partnership;

import static dev.tandem.roster.partnership.InvitationTest.assertConflict;
import static dev.tandem.roster.partnership.PartnershipFixture.ACME;
import static dev.tandem.roster.partnership.PartnershipFixture.GLOBEX;
import static dev.tandem.roster.partnership.PartnershipFixture.INITECH;
import static dev.tandem.roster.partnership.PartnershipFixture.UMBRELLA;
import static dev.tandem.roster.partnership.PartnershipFixture.act;
import static dev.tandem.roster.partnership.PartnershipFixture.active;
import static dev.tandem.roster.partnership.PartnershipFixture.at;
import static dev.tandem.roster.partnership.PartnershipFixture.crediting;
import static dev.tandem.roster.partnership.PartnershipFixture.fit;
import static dev.tandem.roster.partnership.PartnershipFixture.fitting;
import static dev.tandem.roster.partnership.PartnershipFixture.inForce;
import static dev.tandem.roster.partnership.PartnershipFixture.invited;
import static dev.tandem.roster.partnership.PartnershipFixture.policies;
import static dev.tandem.roster.partnership.PartnershipFixture.proposed;
import static dev.tandem.roster.partnership.PartnershipFixture.sharing;
import static dev.tandem.roster.partnership.PartnershipFixture.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Agreement.Status;
import dev.tandem.contracts.partnership.ExpensePolicy;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import dev.tandem.roster.partnership.Revisions.Policies;
import dev.tandem.roster.terms.TermsFixture;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class SigningTest {

    @Test
    void nothingGovernsBeforeEveryPartySignedTheSameRevision() {
        var once = sign(proposed(), 1, ACME, 1);
        var twice = sign(once, 1, GLOBEX, 2);

        assertThat(proposed().event().inForce()).isEmpty();
        assertThat(once.event().inForce()).isEmpty();
        assertThat(twice.event().inForce()).hasValueSatisfying(revision -> {
            assertThat(revision.number()).isEqualTo(1);
            assertThat(revision.inForceFrom()).isEqualTo(at(2));
            assertThat(revision.inForceUntil()).isNull();
        });
    }

    @Test
    void signaturesOfDifferentRevisionsDoNotAddUp() {
        var signedByAcme = sign(proposed(), 1, ACME, 1);
        var reproposed = new Signing(signedByAcme).propose(act(GLOBEX, 2), policies("50%", "50%"));

        var signedByGlobex = sign(reproposed, 2, GLOBEX, 3);

        assertThat(signedByGlobex.event().inForce()).isEmpty();
        assertThat(statuses(signedByGlobex)).containsExactly(Status.REPLACED, Status.PROPOSED);
    }

    @Test
    void aCompanySignsOnceAndForItselfAlone() {
        var once = sign(proposed(), 1, ACME, 1);

        assertConflict(
                () -> sign(once, 1, ACME, 2), "cancellation", "suspension", "notice", "fit", "revision", "refusal");
        assertThat(once.event().inForce()).isEmpty();
        assertThat(once.revisions().getFirst().signatures())
                .extracting(Agreement.Signature::company)
                .containsExactly(ACME);
    }

    @Test
    void aLaterRevisionSupersedesTheOneInForceOnlyWhenItIsSignedByAll() {
        var next = new Signing(inForce()).propose(act(GLOBEX, 3), policies("50%", "50%"));
        var half = sign(next, 2, GLOBEX, 4);
        var full = sign(half, 2, ACME, 5);

        assertThat(half.event().inForce())
                .hasValueSatisfying(revision -> assertThat(revision.number()).isEqualTo(1));
        assertThat(statuses(full)).containsExactly(Status.SUPERSEDED, Status.IN_FORCE);
        assertThat(full.event().inForceAt(at(4)).orElseThrow().number()).isEqualTo(1);
        assertThat(full.event().inForceAt(at(5)).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void threePartiesNeedThreeSignatures() {
        var accepted = fitting(new Invitation(new Invitation(invited(GLOBEX, INITECH)).accept(GLOBEX)).accept(INITECH));
        var proposed = new Signing(accepted).propose(act(INITECH), policies("60%", "40%"));

        var two = sign(sign(proposed, 1, GLOBEX, 1), 1, ACME, 2);

        assertThat(two.event().inForce()).isEmpty();
        assertThat(sign(two, 1, INITECH, 3).event().inForce()).isPresent();
    }

    @Test
    void nobodySignsBeforeEveryPartySaidThatItFits() {
        var proposed = new Signing(active()).propose(act(ACME), policies("60%", "40%"));
        var half = new StatingFit(proposed).state(fit(Fit.Verdict.FIT, act(ACME)));
        var parted = new StatingFit(half).state(fit(Fit.Verdict.WALK_AWAY, act(GLOBEX)));

        for (var unfit : List.of(proposed, half, parted)) {
            assertConflict(
                    () -> sign(unfit, 1, ACME, 1),
                    "cancellation",
                    "suspension",
                    "notice",
                    "fit",
                    "revision",
                    "refusal");
        }
        var fit = new StatingFit(parted).state(fit(Fit.Verdict.FIT, act(GLOBEX, 1)));
        assertThat(sign(fit, 1, ACME, 2).revisions().getFirst().signatures()).hasSize(1);
    }

    @Test
    void refusesAProposalBeforeAllAccepted() {
        assertConflict(() -> new Signing(invited(GLOBEX)).propose(act(ACME), policies("60%", "40%")), "cancellation");
        assertConflict(
                () -> new Signing(invited(GLOBEX)).propose(act(GLOBEX), policies("60%", "40%")),
                "acceptance",
                "rejection");
    }

    @Test
    void refusesWhoIsNoParty() {
        assertConflict(() -> new Signing(active()).propose(act(UMBRELLA), policies("60%", "40%")));
    }

    @Test
    void refusesSignaturesOnceThePartnershipIsCancelled() {
        var cancelled = new Invitation(proposed()).cancel(act(ACME, 1));

        assertConflict(() -> sign(cancelled, 1, GLOBEX, 2));
        assertConflict(() -> new Signing(cancelled).refuse(1, act(GLOBEX)));
    }

    @Test
    void aRefusedRevisionIsNeverSigned() {
        var refused = new Signing(sign(proposed(), 1, ACME, 1)).refuse(1, act(GLOBEX, 2));

        assertThat(statuses(refused)).containsExactly(Status.REFUSED);
        assertThat(refused.refusals()).containsExactly(new Partnership.Refusal(1, act(GLOBEX, 2)));
        assertConflict(() -> sign(refused, 1, GLOBEX, 3), "cancellation", "suspension", "notice", "fit", "revision");
    }

    @Test
    void whatIsInForceCanNeitherBeSignedAgainNorRefused() {
        assertConflict(() -> sign(inForce(), 1, ACME, 3), "cancellation", "suspension", "notice", "fit", "revision");
        assertConflict(
                () -> new Signing(inForce()).refuse(1, act(ACME, 3)),
                "cancellation",
                "suspension",
                "notice",
                "fit",
                "revision");
    }

    @Test
    void aRevisionThatDoesNotExistIsNotFound() {
        assertThatThrownBy(() -> sign(proposed(), 2, ACME, 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(new Problem.NotFound()));
    }

    @Test
    void rejectsPolicyThatDoesNotSumToOneHundredPercentWithTheSum() {
        var violations = violations(policies("60%", "39%"));

        assertThat(violations).singleElement().satisfies(broken -> {
            assertThat(broken.field()).isEqualTo("crediting.rules[0].model.shares");
            assertThat(broken.rule()).isEqualTo("SHARES_NOT_100_PERCENT");
            assertThat(broken.message()).contains("99%");
        });
    }

    @Test
    void rejectsSharingRulesOfWhoIsNoParty() {
        var violations = violations(new Policies(sharing(ACME, UMBRELLA), crediting("60%", "40%"), null));

        assertThat(violations).extracting(Violation::field).containsExactly("sharing.rules[1].party");
    }

    @Test
    void rejectsExpensesThatDoNotSumToOneHundredPercentAndOnesSaidTwice() {
        var parts = List.of(new ExpensePolicy.Part(ACME, Share.parse("99.99%")));
        var category = new ExpensePolicy.Category("DINNER", parts, null, null, "E1");
        var expenses = new ExpensePolicy(List.of(category), List.of(), List.of(), List.of());
        var terms = TermsFixture.terms();
        var both = new Policies(sharing(ACME, GLOBEX), crediting("60%", "40%"), terms, expenses, null);

        assertThat(violations(both))
                .extracting(Violation::field)
                .containsExactly("expenses.categories[0].parts", "terms.expenses");
    }

    @Test
    void tellsTheOthersWhatTheTermsSayOfExpenses() {
        var policies = new Policies(sharing(ACME, GLOBEX), crediting("60%", "40%"), TermsFixture.terms());
        var expenses = new Signing(active())
                .propose(act(ACME), policies)
                .revisions()
                .getLast()
                .expenses();

        assertThat(expenses).isNotNull();
        assertThat(expenses.category("TRAVEL")).isPresent();
        assertThat(expenses.local()).hasSize(3);
    }

    @Test
    void hasALimitedNumberOfRevisions() {
        var many = active();
        for (int i = 0; i < 50; i++) {
            many = new Signing(many).propose(act(ACME, i), policies("60%", "40%"));
        }
        var full = many;

        assertConflict(
                () -> new Signing(full).propose(act(ACME), policies("60%", "40%")),
                "cancellation",
                "suspension",
                "notice",
                "fit",
                "revision",
                "refusal");
    }

    private static List<Violation> violations(Policies policies) {
        try {
            new Signing(active()).propose(act(ACME), policies);
        } catch (ProblemException refused) {
            return ((Problem.Invalid) refused.problem()).violations();
        }
        throw new AssertionError("the policies were accepted");
    }

    private static List<Status> statuses(Partnership partnership) {
        return partnership.revisions().stream().map(Agreement::status).toList();
    }
}
