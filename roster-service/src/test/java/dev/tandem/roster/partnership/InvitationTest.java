package dev.tandem.roster.partnership;

import static dev.tandem.roster.partnership.PartnershipFixture.ACME;
import static dev.tandem.roster.partnership.PartnershipFixture.GLOBEX;
import static dev.tandem.roster.partnership.PartnershipFixture.INITECH;
import static dev.tandem.roster.partnership.PartnershipFixture.UMBRELLA;
import static dev.tandem.roster.partnership.PartnershipFixture.act;
import static dev.tandem.roster.partnership.PartnershipFixture.active;
import static dev.tandem.roster.partnership.PartnershipFixture.at;
import static dev.tandem.roster.partnership.PartnershipFixture.inForce;
import static dev.tandem.roster.partnership.PartnershipFixture.invited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class InvitationTest {

    @Test
    void isActiveOnlyOnceEveryInvitedPartyAccepted() {
        var invited = invited(GLOBEX, INITECH);

        var first = new Invitation(invited).accept(GLOBEX);
        var second = new Invitation(first).accept(INITECH);

        assertThat(first.status()).isEqualTo(Status.INVITED);
        assertThat(second.status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void oneRejectionEndsTheInvitationOfAll() {
        var accepted = new Invitation(invited(GLOBEX, INITECH)).accept(GLOBEX);

        var rejected = new Invitation(accepted).reject(act(INITECH));

        assertThat(rejected.status()).isEqualTo(Status.REJECTED);
        assertThat(rejected.ending()).isEqualTo(act(INITECH));
    }

    @Test
    void aPartyMayChangeItsMindUntilAllAccepted() {
        var accepted = new Invitation(invited(GLOBEX, INITECH)).accept(GLOBEX);

        assertThat(new Invitation(accepted).reject(act(GLOBEX)).status()).isEqualTo(Status.REJECTED);
        assertConflict(() -> new Invitation(accepted).accept(GLOBEX), "rejection");
    }

    @Test
    void refusesThatTheInvitingPartyAcceptsForTheOthers() {
        assertConflict(() -> new Invitation(invited(GLOBEX)).accept(ACME), "cancellation");
    }

    @Test
    void refusesThatTheInvitingPartyRejects() {
        assertConflict(() -> new Invitation(invited(GLOBEX)).reject(act(ACME)), "cancellation");
    }

    @Test
    void refusesThatAnInvitedPartyCancels() {
        assertConflict(() -> new Invitation(invited(GLOBEX)).cancel(act(GLOBEX)), "acceptance", "rejection");
    }

    @Test
    void refusesEverythingToWhoIsNoParty() {
        for (var step : List.<Function<Invitation, Partnership>>of(
                invitation -> invitation.accept(UMBRELLA),
                invitation -> invitation.reject(act(UMBRELLA)),
                invitation -> invitation.cancel(act(UMBRELLA)))) {
            assertConflict(() -> step.apply(new Invitation(invited(GLOBEX))));
            assertConflict(() -> step.apply(new Invitation(active())));
        }
    }

    @Test
    void refusesAcceptanceAndRejectionOfAnActivePartnership() {
        assertConflict(
                () -> new Invitation(active()).accept(GLOBEX),
                "cancellation",
                "suspension",
                "notice",
                "fit",
                "revision");
        assertConflict(
                () -> new Invitation(active()).reject(act(GLOBEX)),
                "cancellation",
                "suspension",
                "notice",
                "fit",
                "revision");
    }

    @Test
    void rejectedAndCancelledAreFinal() {
        var rejected = new Invitation(invited(GLOBEX)).reject(act(GLOBEX));
        var cancelled = new Invitation(invited(GLOBEX)).cancel(act(ACME));

        for (var ended : List.of(rejected, cancelled)) {
            for (CompanyId party : ended.parties()) {
                assertConflict(() -> new Invitation(ended).accept(party));
                assertConflict(() -> new Invitation(ended).reject(act(party)));
                assertConflict(() -> new Invitation(ended).cancel(act(party)));
            }
        }
    }

    @Test
    void cancellationEndsTheAgreementFromThatMoment() {
        var cancelled = new Invitation(inForce()).cancel(act(GLOBEX, 10)).event();

        assertThat(cancelled.inForce()).isEmpty();
        assertThat(cancelled.inForceAt(at(9)))
                .hasValueSatisfying(was -> assertThat(was.number()).isEqualTo(1));
        assertThat(cancelled.inForceAt(at(10))).isEmpty();
    }

    @Test
    void theSameCompaniesShareOneOpenInvitationWhoeverInvites() {
        var fromAcme = invited(GLOBEX, INITECH);
        var fromGlobex = Partnership.invited(fromAcme.id(), "Other", List.of(GLOBEX, INITECH, ACME), act(GLOBEX));

        assertThat(fromAcme.openInvitation()).isEqualTo(fromGlobex.openInvitation());
        assertThat(new Invitation(fromAcme).cancel(act(ACME)).openInvitation()).isEqualTo("p1");
    }

    static void assertConflict(ThrowingCallable step, String... allowed) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem())
                                .isInstanceOfSatisfying(Problem.Conflict.class, conflict -> {
                                    assertThat(conflict.code()).isNotBlank();
                                    assertThat(conflict.allowed()).containsExactly(allowed);
                                }));
    }
}
