package dev.tandem.roster.exchange;

import static dev.tandem.roster.exchange.OfferedField.EMAIL;
import static dev.tandem.roster.exchange.OfferedField.NAME;
import static dev.tandem.roster.exchange.OfferedField.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.exchange.RosterViews.Diff;
import dev.tandem.roster.exchange.Version.Answer;
import dev.tandem.roster.exchange.Version.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class VersionsTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final CompanyId INITECH = new CompanyId("initech");
    private static final RepId KIM = new RepId("kim");
    private static final RepId LEE = new RepId("lee");

    private final Roster first =
            Roster.none(new PartnershipId("p1"), ACME).offering(List.of(EMAIL, NAME), List.of(KIM, LEE), said(ACME));

    @Test
    void nobodyHoldsWhatItHasNotAccepted() {
        assertThat(first.effectiveFor(GLOBEX)).isEqualTo(Effective.NOTHING);
        assertThat(accepted(first, 1).effectiveFor(GLOBEX))
                .isEqualTo(new Effective(Set.of(NAME, EMAIL), Set.of(KIM, LEE)));
        assertThat(accepted(first, 1).effectiveFor(INITECH)).isEqualTo(Effective.NOTHING);
    }

    @Test
    void asksInsteadOfAcceptingHoldsNothing() {
        var asked = first.answered(1, new Answer(Verdict.ASKED, said(GLOBEX)));

        assertThat(asked.effectiveFor(GLOBEX)).isEqualTo(Effective.NOTHING);
    }

    @Test
    void whatANewVersionNoLongerOffersIsGoneBeforeAnybodyAcceptsIt() {
        var next = accepted(first, 1).offering(List.of(NAME, ROLE), List.of(KIM), said(ACME));

        assertThat(next.effectiveFor(GLOBEX)).isEqualTo(new Effective(Set.of(NAME), Set.of(KIM)));
        assertThat(accepted(next, 2).effectiveFor(GLOBEX)).isEqualTo(new Effective(Set.of(NAME, ROLE), Set.of(KIM)));
    }

    @Test
    void aWithdrawnRosterDoesNotComeBackByAnOlderVersion() {
        var withdrawn = accepted(first, 1).withdrawn(said(ACME));
        var again = withdrawn.offering(List.of(NAME), List.of(KIM), said(ACME));

        assertThat(withdrawn.effectiveFor(GLOBEX)).isEqualTo(Effective.NOTHING);
        assertThat(again.effectiveFor(GLOBEX)).isEqualTo(Effective.NOTHING);
    }

    @Test
    void theDifferenceIsFromWhatThePartyAcceptedToWhatIsOffered() {
        var next = accepted(first, 1).offering(List.of(NAME, ROLE), List.of(KIM), said(ACME));

        assertThat(Diff.of(next, GLOBEX))
                .isEqualTo(new Diff(ACME, 1, 2, List.of(ROLE), List.of(EMAIL), List.of(), List.of(LEE)));
        assertThat(Diff.of(next, INITECH))
                .isEqualTo(new Diff(ACME, 0, 2, List.of(NAME, ROLE), List.of(), List.of(KIM), List.of()));
    }

    @Test
    void showsNoValueOfAFieldOrOfARepThatWasNotChosen() {
        var values = Map.of("name", "Kim", "email", "kim@x.example", "role", "AE");

        assertThat(new Effective(Set.of(NAME), Set.of(KIM)).of(KIM, values)).isEqualTo(Map.of("name", "Kim"));
        assertThat(new Effective(Set.of(NAME), Set.of(KIM)).of(LEE, values)).isEmpty();
    }

    @Test
    void keepsTheLastVersionsOnlyAndNumbersThemOnwards() {
        var many = first;
        for (int i = 0; i < 9; i++) {
            many = many.offering(List.of(NAME), List.of(KIM), said(ACME));
        }

        assertThat(many.versions()).extracting(Version::number).containsExactly(6, 7, 8, 9, 10);
    }

    private static Roster accepted(Roster roster, int version) {
        return roster.answered(version, new Answer(Verdict.ACCEPTED, said(GLOBEX)));
    }

    private static Said said(CompanyId by) {
        return new Said(by, new Reason("BECAUSE", "Because we want to."), Instant.parse("2026-03-01T12:00:00Z"));
    }
}
