package dev.tandem.accounts.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.crm.CrmRecord;
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.intake.Unprocessable;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What is not sold on an account any more vouches for it no longer, however the CRM says so: otherwise one opportunity
/// after the other would vouch for any number of invented accounts.
@Running
class LeavingTest {
    @Autowired
    private AccountRecords accounts;

    @Autowired
    private OpportunityRecords opportunities;

    @Autowired
    private Book book;

    private final CompanyId company = new CompanyId("leaving" + System.nanoTime());
    private long sequence;

    @BeforeEach
    void sellsOnNordwind() {
        accounts.apply(sent(Crm.account("a1", "name", "Nordwind")));
        accounts.apply(sent(Crm.account("a2", "name", "Sturm")));
        opportunities.apply(sent(Crm.opportunity("o1", "name", "Ships", "accountId", "a1", "stage", "Proposal")));
        assertThat(account("a1").population()).isEqualTo(Population.OPEN_OPPORTUNITIES);
        assertThat(isVouched("a1")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("leaving")
    void anOpportunityThatIsOnNoAccountOrAnotherLeavesTheOneItWasOn(CrmChange leaving) {
        opportunities.apply(sent(leaving));

        assertThat(account("a1").population()).isEqualTo(Population.PROSPECTS);
        assertThat(account("a1").allOpportunities()).isEmpty();
        assertThat(isVouched("a1")).isFalse();
    }

    static Stream<CrmChange> leaving() {
        return Stream.of(
                Crm.deleted("opportunity", "o1"),
                Crm.opportunity("o1", "name", "Ships", "stage", "Proposal"),
                Crm.fields("opportunity", "o1", "accountId", null),
                Crm.fields("opportunity", "o1", "accountId", "a2"));
    }

    @Test
    void whatIsRefusedMovesNothing() {
        var wonWithoutAmount = sent(Crm.fields("opportunity", "o1", "accountId", "a2", "stage", "Won"));

        assertThatThrownBy(() -> opportunities.apply(wonWithoutAmount)).isInstanceOf(Unprocessable.class);

        assertThat(account("a1").openOpportunities()).containsExactly(new CrmId("o1"));
        assertThat(isVouched("a1")).isTrue();
    }

    @Test
    void aReusedIdMovesNothing() {
        var change = Crm.fields("opportunity", "o1", "name", "Boats");
        opportunities.apply(CrmRecords.of(company, change, stamp(), "reused", "place-1"));
        var other = Crm.fields("opportunity", "o1", "accountId", "a2");
        var reused = CrmRecords.of(company, other, stamp(), "reused", "place-2");

        assertThatThrownBy(() -> opportunities.apply(reused)).isInstanceOf(Unprocessable.class);

        assertThat(account("a1").openOpportunities()).containsExactly(new CrmId("o1"));
    }

    @Test
    void anOlderRecordThatComesLateLeavesItWhereItIs() {
        var late = Crm.fields("opportunity", "o1", "accountId", "a2");
        var old = new Stamp(null, Instant.EPOCH, 0);

        opportunities.apply(CrmRecords.of(company, late, old, "late", "place-late"));

        assertThat(account("a1").openOpportunities()).containsExactly(new CrmId("o1"));
        assertThat(account("a2").openOpportunities()).isEmpty();
    }

    private Account account(String id) {
        return book.find(new AccountRef(company, new CrmId(id))).orElseThrow().state();
    }

    private boolean isVouched(String id) {
        return Objects.requireNonNull(account(id).proposal()).vouched();
    }

    private CrmRecord sent(CrmChange change) {
        var stamp = stamp();
        return CrmRecords.of(company, change, stamp, "event-" + sequence, "place-" + sequence);
    }

    private Stamp stamp() {
        sequence++;
        return new Stamp(null, Instant.ofEpochSecond(sequence), sequence);
    }
}
