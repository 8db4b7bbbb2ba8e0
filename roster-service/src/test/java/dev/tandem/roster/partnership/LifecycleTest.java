package dev.tandem.roster.partnership;

import static dev.tandem.roster.partnership.PartnershipFixture.ACME;
import static dev.tandem.roster.partnership.PartnershipFixture.GLOBEX;
import static dev.tandem.roster.partnership.PartnershipFixture.INITECH;
import static dev.tandem.roster.partnership.PartnershipFixture.act;
import static dev.tandem.roster.partnership.PartnershipFixture.at;
import static dev.tandem.roster.partnership.PartnershipFixture.inForce;
import static dev.tandem.roster.partnership.PartnershipFixture.invited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.roster.partnership.Course.Notice;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class LifecycleTest {

    @Test
    void nothingGovernsWhileOnePartyHasItSuspendedAndTheSameRevisionAfterwards() {
        var suspended = new Lifecycle(inForce()).suspend(act(GLOBEX, 5));
        var twice = new Lifecycle(suspended).suspend(act(ACME, 6));
        var half = new Lifecycle(twice).resume(GLOBEX);
        var resumed = new Lifecycle(half).resume(ACME);

        assertThat(suspended.event().inForce()).isEmpty();
        assertThat(half.status()).isEqualTo(Status.SUSPENDED);
        assertThat(resumed.event().inForce()).map(Agreement::number).hasValue(1);
    }

    @Test
    void governsUntilTheNoticeHasRunAndNotAMomentLonger() {
        var noticed = new Lifecycle(inForce()).giveNotice(new Notice(act(GLOBEX, 5), at(60)));
        var before = noticed.at(at(60).minusNanos(1));
        var after = noticed.at(at(61));

        assertThat(before.event().inForce()).isPresent();
        assertThat(after.status()).isEqualTo(Status.ENDED);
        assertThat(after.ending()).isEqualTo(new Act(GLOBEX, act(GLOBEX).reason(), at(60)));
        assertThat(after.event().inForce()).isEmpty();
        assertThat(after.event().inForceAt(at(60).minusNanos(1))).isPresent();
        assertThat(after.event().inForceAt(at(60))).isEmpty();
    }

    @Test
    void aNoticeRunsOutForASuspendedPartnershipToo() {
        var noticed = new Lifecycle(inForce()).giveNotice(new Notice(act(GLOBEX, 5), at(60)));

        assertThat(new Lifecycle(noticed).suspend(act(ACME, 6)).at(at(60)).status())
                .isEqualTo(Status.ENDED);
    }

    @Test
    void aNoticeTakenBackEndsNothing() {
        var noticed = new Lifecycle(inForce()).giveNotice(new Notice(act(GLOBEX, 5), at(60)));

        assertThat(new Lifecycle(noticed).withdrawNotice(GLOBEX).at(at(99)).status())
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    void anInvitationExpiresUnlessAllAcceptedInTime() {
        var invited = invited(GLOBEX, INITECH).with(Course.OPEN.until(at(60)));
        var half = new Invitation(invited).accept(GLOBEX);
        var all = new Invitation(half).accept(INITECH);

        assertThat(half.at(at(59)).status()).isEqualTo(Status.INVITED);
        assertThat(half.at(at(60)).status()).isEqualTo(Status.EXPIRED);
        assertThat(half.at(at(60)).openInvitation()).isEqualTo("p1");
        assertThat(all.at(at(60)).status()).isEqualTo(Status.ACTIVE);
    }
}
