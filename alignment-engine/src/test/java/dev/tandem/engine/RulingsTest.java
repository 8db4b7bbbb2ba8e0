package dev.tandem.engine;

import static dev.tandem.engine.Given.account;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What people decide wins over all evidence, in batch; `LiveAlignmentTest` holds the stream to the batch.
class RulingsTest {
    private static final AccountRow ORBIS = account("a1", "Orbis Analytics SAS", "orbis.io", "Lyon", "FR");
    private static final AccountRow TWIN = account("b1", "Orbis Analytics", "www.orbis.io", "Lyon", "FR");
    private static final AccountRow STRANGER = account("b2", "Zenith Plumbing", "zenith.com", "Boston", "US");
    private final Rulings rulings = new Rulings();

    @Test
    void matchesAConfirmedPairAgainstAllEvidenceAndLeavesNoOtherToEither() {
        rulings.confirm("a1", "b2");
        assertThat(decisions(List.of(ORBIS), List.of(TWIN, STRANGER))).containsExactly("a1=b2 MATCH");
    }

    @Test
    void letsPeopleConfirmTwoCounterpartsOfOneAccount() {
        rulings.confirm("a1", "b2");
        rulings.confirm("a1", "b1");
        assertThat(decisions(List.of(ORBIS), List.of(TWIN, STRANGER)))
                .containsExactlyInAnyOrder("a1=b1 MATCH", "a1=b2 MATCH");
    }

    @Test
    void neverMatchesNorOffersARejectedPair() {
        rulings.reject("a1", "b1");
        assertThat(decisions(List.of(ORBIS), List.of(TWIN))).isEmpty();
    }

    @Test
    void givesTheNextBestWhatARejectedPairLeaves() {
        var second = account("a2", "Orbis Analytics", "", "Lyon", "FR");
        assertThat(decisions(List.of(ORBIS, second), List.of(TWIN))).containsExactly("a1=b1 MATCH");
        rulings.reject("a1", "b1");
        assertThat(decisions(List.of(ORBIS, second), List.of(TWIN))).containsExactly("a2=b1 MATCH");
    }

    @Test
    void forgetsAConfirmationThatIsWithdrawnOrRejected() {
        rulings.confirm("a1", "b2");
        rulings.withdraw("a1", "b2");
        assertThat(decisions(List.of(ORBIS), List.of(TWIN, STRANGER))).containsExactly("a1=b1 MATCH");
        rulings.confirm("a1", "b2");
        rulings.reject("a1", "b2");
        assertThat(decisions(List.of(ORBIS), List.of(TWIN, STRANGER))).containsExactly("a1=b1 MATCH");
    }

    @Test
    void letsAConfirmedPairRestWhileOneOfItIsNotThere() {
        rulings.confirm("a1", "b9");
        assertThat(decisions(List.of(ORBIS), List.of(TWIN))).containsExactly("a1=b1 MATCH");
    }

    @Test
    void givesEachOfDeclaredDuplicatesTheCounterpartOfAll() {
        var again = account("a2", "Orbis Analytics (old)", "", "", "");
        assertThat(decisions(List.of(ORBIS, again), List.of(TWIN))).containsExactly("a1=b1 MATCH");
        rulings.duplicates(Party.A, "a2", "a1");
        assertThat(decisions(List.of(ORBIS, again), List.of(TWIN)))
                .containsExactlyInAnyOrder("a1=b1 MATCH", "a2=b1 MATCH");
        rulings.distinct(Party.A, "a1", "a2");
        assertThat(decisions(List.of(ORBIS, again), List.of(TWIN))).containsExactly("a1=b1 MATCH");
    }

    @Test
    void readsANameByItsAliasInTheBookOfTheCompanyThatTaughtIt() {
        var blue = account("a1", "Big Blue", "", "Armonk", "US");
        var ibm = account("b1", "International Business Machines Corp", "", "Armonk", "US");
        assertThat(decisions(List.of(blue), List.of(ibm))).isEmpty();
        assertThat(withAlias(blue, ibm, "BIG BLUE Inc.", "International Business Machines"))
                .containsExactly("a1=b1 MATCH");
        assertThat(withAlias(ibm, blue, "BIG BLUE Inc.", "International Business Machines"))
                .isEmpty();
    }

    private static List<String> withAlias(AccountRow own, AccountRow theirs, String name, String other) {
        var a = Given.book(List.of(own));
        a.alias(name, other);
        return new Alignment(a, Given.book(List.of(theirs)))
                .matches().stream()
                        .map(pair -> own.id() + "=" + theirs.id() + " " + pair.decision())
                        .toList();
    }

    private List<String> decisions(List<AccountRow> a, List<AccountRow> b) {
        var bookA = Given.book(a);
        var bookB = Given.book(b);
        return new Alignment(bookA, bookB, rulings)
                .matches().stream()
                        .map(pair -> bookA.id(pair.a()) + "=" + bookB.id(pair.b()) + " " + pair.decision())
                        .toList();
    }
}
