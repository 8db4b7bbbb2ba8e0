package dev.tandem.roster.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.roster.goal.TeamGoal.Said;
import dev.tandem.roster.goal.TeamGoal.Status;
import dev.tandem.roster.goal.TeamGoal.Text;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class TeamGoalTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final CompanyId HOOLI = new CompanyId("hooli");
    private static final List<CompanyId> PARTIES = List.of(ACME, GLOBEX, HOOLI);

    private final TeamGoal proposed = new TeamGoal(
            "g-1",
            new PartnershipId("p-1"),
            new Text("North", YearMonth.of(2026, 1), YearMonth.of(2026, 3), List.of()),
            said(ACME),
            List.of(),
            null);

    @Test
    void holdsOnceEveryPartyAgreedAndUntilOneEndsIt() {
        var half = proposed.agreed(said(GLOBEX));
        var all = half.agreed(said(HOOLI));

        assertThat(proposed.status(PARTIES)).isEqualTo(Status.PROPOSED);
        assertThat(half.status(PARTIES)).isEqualTo(Status.PROPOSED);
        assertThat(all.status(PARTIES)).isEqualTo(Status.AGREED);
        assertThat(all.ended(said(HOOLI)).status(PARTIES)).isEqualTo(Status.ENDED);
    }

    @Test
    void eachPartyAgreesOnceAndNothingIsDoneToWhatIsEnded() {
        var half = proposed.agreed(said(GLOBEX));

        assertThat(half.allowedTo(ACME)).containsExactly("ending");
        assertThat(half.allowedTo(GLOBEX)).containsExactly("ending");
        assertThat(half.allowedTo(HOOLI)).containsExactly("agreement", "ending");
        PARTIES.forEach(
                party -> assertThat(half.ended(said(ACME)).allowedTo(party)).isEmpty());
    }

    private static Said said(CompanyId by) {
        return new Said(by, new Reason("OK", "As we said."), Instant.EPOCH);
    }
}
