package dev.tandem.roster.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.pairing.PairingViews.PlanView;
import dev.tandem.roster.pairing.Plan.Decided;
import dev.tandem.roster.pairing.Plan.Gap;
import dev.tandem.roster.pairing.Plan.Member;
import dev.tandem.roster.pairing.Plan.Open;
import dev.tandem.roster.pairing.Plan.Paired;
import dev.tandem.roster.pairing.Plan.Result;
import dev.tandem.roster.pairing.Plan.Said;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class PlanTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final CompanyId INITECH = new CompanyId("initech");
    private static final List<CompanyId> PARTIES = List.of(ACME, GLOBEX);
    private static final Reason WHY = new Reason("WHY", "Because.");
    private static final Said SAID = new Said(ACME, WHY, Instant.EPOCH);

    private final Plan proposed = Plan.none(new PartnershipId("p1")).proposed(open());

    @Test
    void nothingIsAgreedBeforeEveryPartyConfirmed() {
        var once = proposed.confirmed(ACME, PARTIES);
        var twice = once.confirmed(GLOBEX, PARTIES);

        assertThat(once.agreed()).isEmpty();
        assertThat(once.confirmed(ACME, PARTIES).agreed()).isEmpty();
        assertThat(twice.agreed()).containsExactly(pair("kim", "pat"));
        assertThat(twice.open()).isNull();
    }

    @Test
    void anOverrideHoldsAtOnceAndInLaterProposals() {
        var agreed = proposed.confirmed(ACME, PARTIES).confirmed(GLOBEX, PARTIES);
        var apart = agreed.overridden(decided("kim", "pat", false));
        var other = apart.overridden(decided("kim", "que", true));

        assertThat(apart.agreed()).isEmpty();
        assertThat(apart.decided(false)).containsExactly(Pair.of(new RepId("kim"), new RepId("pat")));
        assertThat(other.agreed())
                .extracting(Paired::pair)
                .containsExactly(Pair.of(new RepId("kim"), new RepId("que")));
        assertThat(other.decided(true)).hasSize(1);
    }

    @Test
    void thosePutApartAreNotInAProposalThatWaits() {
        assertThat(Objects.requireNonNull(proposed.overridden(decided("pat", "kim", false))
                                .open())
                        .pairs())
                .isEmpty();
    }

    @Test
    void aPartySeesWhatConcernsItsOwnRepsAlone() {
        var own = PlanView.of(proposed, ACME);
        var other = PlanView.of(proposed, INITECH);

        assertThat(Objects.requireNonNull(own.open()).gaps()).hasSize(1);
        assertThat(own.open().results()).hasSize(1);
        assertThat(Objects.requireNonNull(PlanView.of(proposed, GLOBEX).open()).gaps())
                .isEmpty();
        assertThat(Objects.requireNonNull(other.open()).results()).isEmpty();
        assertThat(other.open().pairs()).isZero();
    }

    private static Open open() {
        var gap = new Gap(new Member(ACME, new RepId("lee")), WHY);
        return new Open(
                SAID, List.of(pair("kim", "pat")), List.of(gap), List.of(new Result(ACME, GLOBEX, 60, 60)), List.of());
    }

    private static Paired pair(String one, String other) {
        var evidence = Evidence.of(Evidence.Shared.NONE, List.of(Evidence.Trait.TERRITORY));
        return new Paired(new Member(ACME, new RepId(one)), new Member(GLOBEX, new RepId(other)), evidence);
    }

    private static Decided decided(String one, String other, boolean together) {
        return new Decided(new Member(ACME, new RepId(one)), new Member(GLOBEX, new RepId(other)), together, SAID);
    }
}
