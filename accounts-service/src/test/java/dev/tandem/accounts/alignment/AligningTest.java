package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.block.Blocks;
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.matching.LiveMatching;
import dev.tandem.accounts.matching.RandomAccounts;
import dev.tandem.accounts.matching.Rows;
import dev.tandem.accounts.review.Reviewing;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Stores;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;

/// The joint accounts that events lead to are those that matching finds in the books as a whole.
@Running
class AligningTest {
    private static final int ACCOUNTS = 9;
    private static long sequence;

    @Autowired
    private Aligning aligning;

    @Autowired
    private JointAccounts jointAccounts;

    @Autowired
    private AccountRecords records;

    @Autowired
    private Book book;

    @Autowired
    private Entrance entrance;

    @Autowired
    private Reviewing reviewing;

    @Autowired
    private Blocks blocks;

    @Autowired
    private Scenes scenes;

    @Autowired
    private IssuedIds issuedIds;

    @Autowired
    private Stores stores;

    @Autowired
    private Clock clock;

    @Test
    void anyOrderOfEventsLeadsToWhatMatchingFindsInTheWhole() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            var alliance = Alliance.of("one" + seed + round, "two" + seed + round);
            var partnership = alliance.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME);
            var late = new ArrayList<AccountRef>();
            for (int i = 0; i < 30; i++) {
                late.add(randomChange(alliance, random));
                if (random.nextInt(3) == 0) {
                    Collections.shuffle(late, random);
                    late.forEach(touched -> align(partnership, touched));
                    late.clear();
                }
            }
            late.forEach(touched -> align(partnership, touched));

            assertThat(stored(partnership)).as("seed %d", seed).isEqualTo(whole(partnership));
        }
    }

    @Test
    void aMergeThatDiesAfterAnyStepIsFinishedByTheNextDelivery() {
        for (int steps = 0; steps < 4; steps++) {
            var name = "crash" + steps + System.nanoTime();
            var alliance = Alliance.of(name + "a", name + "b");
            var partnership = alliance.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME);
            align(partnership, change(alliance.one(), Crm.account("a1", "name", "Nordwind")));
            align(partnership, change(alliance.one(), Crm.account("a2", "name", "Sturm")));
            align(partnership, change(alliance.other(), Crm.account("b1", "name", "Nordwind")));
            align(partnership, change(alliance.other(), Crm.account("b2", "name", "Sturm")));
            assertThat(stored(partnership)).hasSize(2);
            var swap = Stream.of(
                            change(alliance.one(), Crm.account("a1", "name", "Sturm")),
                            change(alliance.one(), Crm.account("a2", "name", "Nordwind")))
                    .toList();

            var dying = new Dying(stores, steps);
            var died = new Aligning(new Lives(entrance, dying, reviewing, blocks), dying, scenes, issuedIds, clock);
            swap.forEach(touched -> assertThatThrownBy(() -> died.align(partnership, List.of(touched)))
                    .hasMessage("died"));
            swap.forEach(touched -> align(partnership, touched));

            assertThat(stored(partnership)).isEqualTo(whole(partnership)).hasSize(2);
        }
    }

    @Test
    void aMergeKeepsTheOldestIdAndWhatIsDoneAgainChangesNothing() {
        var name = "ids" + System.nanoTime();
        var alliance = Alliance.of(name + "a", name + "b");
        var partnership = alliance.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME);
        align(partnership, change(alliance.one(), Crm.account("a1", "name", "Nordwind")));
        align(partnership, change(alliance.other(), Crm.account("b1", "name", "Nordwind")));
        var id = ids(partnership).getFirst();

        var moved = change(alliance.other(), Crm.account("b1", "name", "Other"));
        align(partnership, moved);
        assertThat(stored(partnership)).isEmpty();
        var back = change(alliance.other(), Crm.account("b1", "name", "Nordwind AG"));
        align(partnership, back);
        var version = jointAccounts.find(alliance.id(), id).orElseThrow().version();
        align(partnership, back);
        align(partnership, moved);

        assertThat(ids(partnership)).containsExactly(id);
        assertThat(jointAccounts.find(alliance.id(), id).orElseThrow().version())
                .isEqualTo(version);
    }

    @Test
    void aFoundingThatDiesIsGivenTheSameIdByTheNextDeliveryThoughItWasNeverStored() {
        var name = "founding" + System.nanoTime();
        var alliance = Alliance.of(name + "a", name + "b");
        var partnership = alliance.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME);
        var one = change(alliance.one(), Crm.account("a1", "name", "Nordwind"));
        var other = change(alliance.other(), Crm.account("b1", "name", "Nordwind"));
        var tried = new ArrayList<JointAccountId>();
        var dying = new Dying(stores, 0) {
            @Override
            void changeAll(PartnershipId partnership, Map<JointAccountId, Decision<JointAccount>> decisions) {
                tried.addAll(decisions.keySet());
                super.changeAll(partnership, decisions);
            }
        };

        assertThatThrownBy(() -> new Aligning(
                                new Lives(entrance, dying, reviewing, blocks), dying, scenes, issuedIds, clock)
                        .align(partnership, List.of(other)))
                .hasMessage("died");
        align(partnership, one);
        align(partnership, other);

        assertThat(ids(partnership)).isEqualTo(tried);
    }

    /// A store whose writer dies when it has written so often.
    private static class Dying extends JointAccounts {
        private int left;

        Dying(Stores stores, int steps) {
            super(stores);
            left = steps;
        }

        /// What is written together is written one by one, so some of it may be there and the rest not.
        @Override
        void changeAll(PartnershipId partnership, Map<JointAccountId, Decision<JointAccount>> decisions) {
            decisions.forEach((id, decision) -> {
                if (left-- <= 0) {
                    throw new IllegalStateException("died");
                }
                change(partnership, id, Cause.GIVEN, decision);
            });
        }
    }

    private AccountRef randomChange(Alliance alliance, Random random) {
        var company = random.nextBoolean() ? alliance.one() : alliance.other();
        var id = "a" + random.nextInt(ACCOUNTS);
        if (random.nextInt(5) == 0) {
            return change(company, Crm.deleted("account", id));
        }
        var fields = RandomAccounts.fields(random).entrySet().stream()
                .filter(field ->
                        !(field.getKey().equals("parentId") && field.getValue().equals(id)))
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        return change(company, Crm.account(id, fields));
    }

    private AccountRef change(CompanyId company, CrmChange change) {
        var ref = new AccountRef(company, change.objectId());
        var number = ++sequence;
        var stamp = new Stamp(null, Instant.ofEpochSecond(number), number);
        records.apply(CrmRecords.of(company, change, stamp, "event-" + number, "test/" + number));
        return ref;
    }

    private void align(PartnershipChanged partnership, AccountRef touched) {
        aligning.align(partnership, List.of(touched));
    }

    private List<String> stored(PartnershipChanged partnership) {
        return jointAccounts.page(partnership.partnership(), new Criteria(), "", 1_000).stream()
                .filter(each -> !each.state().members().isEmpty())
                .map(each -> each.state().accounts().toList().toString())
                .sorted()
                .toList();
    }

    private List<JointAccountId> ids(PartnershipChanged partnership) {
        return jointAccounts.page(partnership.partnership(), new Criteria(), "", 1_000).stream()
                .filter(each -> !each.state().dissolved())
                .map(each -> each.state().id())
                .toList();
    }

    private List<String> whole(PartnershipChanged partnership) {
        var whole = LiveMatching.of(
                partnership.parties(),
                party -> book.page(party, Optional.empty(), 1_000).stream()
                        .map(each -> Rows.of(
                                each.state().ref().account(), each.state().texts()))
                        .toList());
        return whole.groups().stream()
                .map(group -> Stream.concat(group.members().stream(), group.duplicates().stream())
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }
}
