package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.block.Blocks;
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.review.Reviewing;
import dev.tandem.accounts.sharing.SharingFixture;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.alignment.MatchingWork.AgreementTouched;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Ids;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.query.Criteria;

/// Nothing that is behind is left behind: there is a walk for it, one, and whoever fails or takes over finds it again.
@Running
class CatchingUpTest {
    private static final int ACCOUNTS = 5;
    private static long sequence;

    @Autowired
    private ApplicationContext running;

    @Autowired
    private AccountRecords records;

    @Autowired
    private JointAccounts jointAccounts;

    private final PartnershipChanged partnership = Alliance.of(
                    "behind" + System.nanoTime() + "a", "behind" + System.nanoTime() + "b")
            .sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME);
    private Failing lives;
    private CatchingUp catchingUp;

    /// Nobody is told of these accounts, so nobody aligns them but the test.
    @BeforeEach
    void fill() {
        for (var company : partnership.parties()) {
            for (int i = 0; i < ACCOUNTS; i++) {
                says(company, Crm.account("a" + i, "name", "Kunde " + i));
            }
        }
        lives = new Failing(running);
        catchingUp = new CatchingUp(
                new Aligning(
                        lives,
                        jointAccounts,
                        running.getBean(Scenes.class),
                        running.getBean(IssuedIds.class),
                        running.getBean(Clock.class)),
                lives,
                SharingFixture.sendingNobody(running),
                running.getBean(Ids.class));
    }

    @Test
    void whoeverTakesOverFindsWhatWasNeverStoredAndAdoptsTheFirstWalkThatComes() {
        goOn("behind/of another");

        assertThat(stored()).isEqualTo(ACCOUNTS);
        assertThat(live().isBehind()).isFalse();
    }

    @Test
    void whatIsBehindIsLookedAtThoughNothingIsNotedAnyMore() {
        live().backlog().note(List.of(account(0)));
        live().backlog().walkedBy("behind/one");

        goOn("behind/one");

        assertThat(stored()).isEqualTo(ACCOUNTS);
    }

    @Test
    void thereIsOneWalkUntilItIsThroughAndThenAnother() {
        catchingUp.begin(partnership);
        var walk = live().backlog().walk().orElseThrow();
        catchingUp.begin(partnership);
        assertThat(live().backlog().walk()).contains(walk);

        goOn("behind/another");
        assertThat(stored()).as("by a walk that is not the one").isZero();
        goOn(walk);
        assertThat(stored()).isEqualTo(ACCOUNTS);
        assertThat(live().backlog().walk()).isEmpty();
        catchingUp.begin(partnership);
        assertThat(live().backlog().walk()).as("of nothing").isEmpty();

        live().backlog().note(List.of(account(0)));
        catchingUp.begin(partnership);
        assertThat(live().backlog().walk()).isPresent();
    }

    @Test
    void whatATurnTookAndDidNotDoIsFoundAgain() {
        goOn("behind/one");
        says(partnership.parties().getFirst(), Crm.deleted("account", "a0"));
        live().backlog().note(List.of(account(0)));
        lives.fails = true;
        assertThatThrownBy(() -> goOn("behind/two")).hasMessage("died");

        goOn("behind/two");

        assertThat(stored()).isEqualTo(ACCOUNTS - 1);
    }

    /// Dies once when it is told to.
    private static final class Failing extends Lives {
        private boolean fails;

        Failing(ApplicationContext running) {
            super(
                    running.getBean(Entrance.class),
                    running.getBean(JointAccounts.class),
                    running.getBean(Reviewing.class),
                    running.getBean(Blocks.class));
        }

        @Override
        void take(
                PartnershipChanged partnership,
                Live live,
                Collection<AccountRef> changed,
                Map<AccountRef, Versioned<Account>> found) {
            if (fails) {
                fails = false;
                throw new IllegalStateException("died");
            }
            super.take(partnership, live, changed, found);
        }
    }

    private Live live() {
        return lives.of(partnership);
    }

    private void goOn(String walk) {
        var place = new Incoming.Place(Topics.MATCHING.name(), 0, 0);
        var work = new AgreementTouched(partnership.partnership(), 1, walk);
        var step = new Incoming<MatchingWork>(
                place, partnership.partnership().value(), "id", "test", Instant.EPOCH, 1, Optional.empty(), work);
        catchingUp.goOn(partnership, walk, step);
    }

    private AccountRef account(int number) {
        return new AccountRef(partnership.parties().getFirst(), new CrmId("a" + number));
    }

    private void says(CompanyId company, CrmChange change) {
        var number = ++sequence;
        var stamp = new Stamp(null, Instant.ofEpochSecond(number), number);
        records.apply(CrmRecords.of(company, change, stamp, "event-" + number, "behind/" + number));
    }

    private long stored() {
        return jointAccounts.page(partnership.partnership(), new Criteria(), "", 100).stream()
                .filter(each -> !each.state().dissolved())
                .count();
    }
}
