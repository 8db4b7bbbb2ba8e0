package dev.tandem.accounts.book;

import static dev.tandem.accounts.alignment.JointAccountFixture.jointAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.alignment.BookEntry;
import dev.tandem.accounts.alignment.JointAccount;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookStateTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");

    @Test
    void nobodyEnteredIt() {
        assertThat(BookState.of(joint()).status()).isEqualTo(BookState.Status.OPEN);
    }

    @Test
    void whoHasNotEnteredItIsNext() {
        var state = BookState.of(joint(entry(ACME, Tier.A, true)));

        assertThat(state.status()).isEqualTo(BookState.Status.WAITING);
        assertThat(state.next()).extracting(BookState.Next::company).containsExactly(GLOBEX);
    }

    @Test
    void anotherTierIsNoAgreement() {
        var state = BookState.of(joint(entry(ACME, Tier.A, true), entry(GLOBEX, Tier.B, true)));

        assertThat(state.status()).isEqualTo(BookState.Status.DIFFERENT);
        assertThat(state.tier()).isNull();
        assertThat(state.next()).hasSize(2);
    }

    @Test
    void theSameTierAndLeadByAllIsAgreedAndTheLeadIsNext() {
        var state = BookState.of(joint(entry(ACME, Tier.A, true), entry(GLOBEX, Tier.A, true)));

        assertThat(state.status()).isEqualTo(BookState.Status.AGREED);
        assertThat(state.lead()).isEqualTo(ACME);
        assertThat(state.next()).extracting(BookState.Next::company).containsExactly(ACME);
    }

    @Test
    void whatOneTakesBackIsAgreedNoMore() {
        var state = BookState.of(joint(entry(ACME, Tier.A, true), entry(GLOBEX, Tier.A, false)));

        assertThat(state.status()).isEqualTo(BookState.Status.WAITING);
    }

    private static BookEntry entry(CompanyId company, Tier tier, boolean standing) {
        var reason = new Reason("TEST", "For the test.");
        return new BookEntry(company, tier, ACME, reason, "pat", Instant.EPOCH, standing, 1);
    }

    private static JointAccount joint(BookEntry... entries) {
        return jointAccount(List.of(ACME, GLOBEX), entries);
    }
}
