package dev.tandem.roster.partnership;

import static dev.tandem.roster.partnership.PartnershipFixture.ACME;
import static dev.tandem.roster.partnership.PartnershipFixture.GLOBEX;
import static dev.tandem.roster.partnership.PartnershipFixture.INITECH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class NewPartnershipTest {
    private static final Reason REASON = new Reason("GROWTH", "We meet at the same customers.");

    @Test
    void namesTheInvitingCompanyFirst() {
        var invitation = new NewPartnership("Both", List.of(GLOBEX, INITECH), REASON, null);

        assertThat(invitation.parties(ACME)).containsExactly(ACME, GLOBEX, INITECH);
        assertThat(invitation.violations(ACME, _ -> true)).isEmpty();
    }

    @Test
    void refusesToInviteACompanyTwiceOrItself() {
        var invitation = new NewPartnership("Both", List.of(GLOBEX, ACME, GLOBEX), REASON, null);

        assertThat(invitation.violations(ACME, _ -> true))
                .extracting(Violation::field)
                .containsExactly("with[1]", "with[2]");
    }

    @Test
    void tellsNoMoreOfAnUnknownCompanyThanThatItCannotBeInvited() {
        var invitation = new NewPartnership("Both", List.of(GLOBEX), REASON, null);

        assertThat(invitation.violations(ACME, _ -> false))
                .containsExactly(new Violation("with[0]", "NOT_INVITABLE", "is no company that can be invited"));
    }
}
