package dev.tandem.accounts.alignment;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.account.AccountOpportunity;
import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.account.LateRecords;
import dev.tandem.accounts.admission.AdmissionFixture;
import dev.tandem.accounts.block.Blocks;
import dev.tandem.accounts.crm.CrmRecord;
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.accounts.review.Reviewing;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.store.MutableClock;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.query.Criteria;

/// A company that invents accounts to see which of them its partner has. The partner has every name there is, so each
/// account that is aligned shows as a joint account.
@Running
class ProbingTest {
    private static final int NAMES = 40;
    private static final int FIRST_LOAD = 3;
    private static final int PER_DAY = 2;
    private static long sequence;

    @Autowired
    private JointAccounts jointAccounts;

    @Autowired
    private AccountRecords records;

    @Autowired
    private Book book;

    @Autowired
    private Reviewing reviewing;

    @Autowired
    private Blocks blocks;

    @Autowired
    private OwnPopulations populations;

    @Autowired
    private Scenes scenes;

    @Autowired
    private IssuedIds issuedIds;

    @Autowired
    private Stores stores;

    @Autowired
    private SeenJointAccounts overlap;

    @Autowired
    private ApplicationContext context;

    private final MutableClock clock = new MutableClock();

    @Test
    void ofInventedAccountsOnlyTheBudgetIsAlignedAndTheRestWaits() {
        var game = new Game("budget");
        for (int i = 0; i < 10; i++) {
            game.files("x" + i, name(i));
        }
        game.align();

        assertThat(game.aligned()).hasSize(FIRST_LOAD + PER_DAY);
        game.letIn();
        assertThat(game.aligned()).hasSize(FIRST_LOAD + PER_DAY);
        clock.advance(Duration.ofDays(1));
        game.letIn();
        assertThat(game.aligned()).hasSize(FIRST_LOAD + 2 * PER_DAY);
        game.fixture.release(game.alliance.id(), game.prober, game.probed, 2);
        game.letIn();
        assertThat(game.aligned()).hasSize(FIRST_LOAD + 2 * PER_DAY + 2);
        game.restart();
        game.letIn();
        assertThat(game.aligned()).hasSize(FIRST_LOAD + 2 * PER_DAY + 2);
        assertThat(game.fixture.filed(game.alliance.id(), game.prober)).isEqualTo(9);
    }

    /// One of the first is touched, so that all of that page is in before anybody looks who waits.
    @Test
    void whatWaitsBehindAFullPageStaysListedUntilItIsIn() {
        var game = new Game("paged");
        var waiting = 500 + 10;
        for (int i = 0; i < FIRST_LOAD + PER_DAY + waiting; i++) {
            game.filesUnseen("x%04d".formatted(i), name(i));
        }
        game.touchesProbed("b0");
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isEqualTo(FIRST_LOAD + PER_DAY);
        assertThat(game.isListed()).isTrue();
        game.fixture.release(game.alliance.id(), game.prober, game.probed, waiting);

        game.files("x0020", name(20));
        game.align();
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isLessThan(waiting);
        assertThat(game.isListed()).as("the rest waits").isTrue();
        assertThat(game.fixture.admission.hasRoom(game.partnership, Set.of())).isTrue();
        assertThat(game.fixture.admission.hasRoom(game.partnership, Set.of(game.prober)))
                .as("none of them takes part")
                .isFalse();
        game.letIn();

        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isEqualTo(FIRST_LOAD + PER_DAY + waiting);
        assertThat(game.isListed()).isFalse();
    }

    /// They are past the gate by then.
    @Test
    void whoIsLetInWhileTheStoreFailsIsAlignedByTheNextDelivery() {
        var game = new Game("failing");
        game.files("x0", name(0));
        game.align();
        game.filesUnseen("x1", name(1));
        game.filesUnseen("x0", name(2));
        game.fixture.failsNext();

        assertThatThrownBy(() -> game.align("x2", name(3))).hasMessage("failed");
        game.align();

        assertThat(game.aligned()).containsExactlyInAnyOrder("x0", "x1", "x2");
    }

    @Test
    void whatTheCrmSellsOnIsAlignedAtOnce() {
        var game = new Game("vouched");
        for (int i = 0; i < 10; i++) {
            game.files("x" + i, name(i));
        }
        game.align();
        game.sells("x8");
        game.sends("y", name(20));
        game.sells("y");
        game.align();

        assertThat(game.aligned()).contains("x8", "y").hasSize(FIRST_LOAD + PER_DAY + 2);
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isEqualTo(FIRST_LOAD + PER_DAY);
    }

    @Test
    void anAccountThatIsGivenAnotherNameIsAnotherAccount() {
        var game = new Game("renamed");
        for (int i = 0; i < 5; i++) {
            game.files("x" + i, name(i));
        }
        game.align();
        assertThat(game.aligned()).hasSize(5);

        game.files("x1", name(21));
        game.deletes("x2");
        game.align();
        assertThat(game.aligned()).containsExactlyInAnyOrder("x0", "x3", "x4");
        game.files("x3", name(3).toUpperCase(java.util.Locale.ROOT));
        game.align();
        assertThat(game.aligned()).as("spelling is no other name").contains("x3");
        assertThat(game.fixture.withdrawn(game.alliance.id(), game.prober)).isEqualTo(2);
        game.align();
        assertThat(game.fixture.withdrawn(game.alliance.id(), game.prober)).isEqualTo(2);
    }

    /// Whatever it does, in whatever order, restarts of the writer included.
    @Test
    void nobodyEverSeesMoreNamesThanTheBudgetAllows() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 2; round++) {
            var game = new Game("round" + round);
            var budget = FIRST_LOAD + PER_DAY;
            for (int step = 0; step < 60; step++) {
                var id = "x" + random.nextInt(12);
                switch (random.nextInt(8)) {
                    case 0 -> game.deletes(id);
                    case 1 -> game.restart();
                    case 2 -> {
                        clock.advance(Duration.ofDays(1));
                        budget += PER_DAY;
                        game.letIn();
                    }
                    case 3, 4 -> game.sends(id, name(random.nextInt(NAMES)));
                    default -> game.files(id, name(random.nextInt(NAMES)));
                }
                if (random.nextInt(3) > 0) {
                    game.align();
                }
                assertThat(game.everAligned().size())
                        .as("seed %d, round %d, step %d", seed, round, step)
                        .isLessThanOrEqualTo(budget);
            }
            assertThat(game.everAligned()).as("seed %d", seed).hasSizeGreaterThanOrEqualTo(FIRST_LOAD);
        }
    }

    /// Nobody sees a private account, so it asks nothing of the partner either; shown later, it is new.
    @Test
    void whatIsPrivateIsComparedWithNothingAndIsProposedAnewOnceItIsShown() {
        var game = new Game("private");
        for (int i = 0; i < 10; i++) {
            game.sends("x" + i, name(i), "private", "true");
        }
        game.sells("x9");
        game.align();
        assertThat(game.everAligned()).isEmpty();
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isZero();
        game.files("y", name(20));
        game.align();
        game.restart();
        game.letIn();
        assertThat(game.everAligned()).hasSize(1);

        for (int i = 0; i < 10; i++) {
            game.sends("x" + i, name(i));
        }
        game.align();
        assertThat(game.aligned()).hasSize(FIRST_LOAD + PER_DAY + 1).contains("x9", "y");
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isEqualTo(FIRST_LOAD + PER_DAY);
        game.sends("y", name(20), "private", "true");
        game.align();
        assertThat(game.aligned()).doesNotContain("y");
        assertThat(game.fixture.withdrawn(game.alliance.id(), game.prober)).isEqualTo(1);
    }

    /// Also what is shown of its fellows does not depend on it.
    @Test
    void anAccountTakesThePlaceOfAPrivateOneOfItsOwnCompany() {
        var game = new Game("fellow");
        game.sends("x0", name(0), "private", "true");
        game.sends("x1", name(0));
        game.align();
        assertThat(game.aligned()).containsExactly("x1");
        assertThat(game.shownToProbed()).containsExactly(name(0));
    }

    /// An instance whose clock is behind gives names a place in the order that was let in long ago.
    @Test
    void whoeverIsRenamedByAClockThatIsBehindIsChargedForEachName() {
        var game = new Game("behind");
        var late = LateRecords.of(context, Duration.ofHours(1));
        game.renames(late, "x0", name(0));
        game.files("x1", name(1));
        game.align();
        for (int i = 2; i < 8; i++) {
            game.renames(late, "x0", name(i));
            game.align();
        }

        assertThat(game.everAligned()).hasSize(8);
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isEqualTo(8);
        assertThat(game.fixture.withdrawn(game.alliance.id(), game.prober)).isEqualTo(6);
    }

    /// Of one name in many places the partner would be asked once for each.
    @Test
    void anAccountThatIsMovedAboutIsAnotherEachTime() {
        var game = new Game("moved");
        for (int i = 0; i < 9; i++) {
            game.moves(records, "x0", name(0), "Ort " + i);
            game.align();
        }

        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isEqualTo(FIRST_LOAD + PER_DAY);
        assertThat(game.aligned()).as("it waits as who it is now").isEmpty();
    }

    @Test
    void anAddressThatIsUpdatedOnceInAMonthCostsNothing() {
        var game = new Game("updated");
        var past = LateRecords.of(context, Duration.ofDays(40));
        game.moves(past, "x0", name(0), "Kiel");
        game.align();
        var admitted = game.fixture.admitted(game.alliance.id(), game.prober);
        game.moves(records, "x0", name(0), "Ulm");
        game.align();
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isEqualTo(admitted);
        assertThat(game.aligned()).containsExactly("x0");
        game.moves(records, "x0", name(0), " ULM ");
        game.align();
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isEqualTo(admitted);

        game.moves(records, "x0", name(0), "Bonn");
        game.align();
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isEqualTo(admitted + 1);
    }

    @Test
    void whatIsAddedToAnAddressIsNoOtherOne() {
        var game = new Game("added");
        game.files("x0", name(0));
        game.align();
        game.moves(records, "x0", name(0), "Kiel");
        game.align();
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isEqualTo(1);
        game.files("x0", name(0));
        game.moves(records, "x0", name(0), "Ulm");
        game.align();
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober))
                .as("taken away first")
                .isEqualTo(2);
    }

    @Test
    void whoIsRenamedGoesBehindItsOwnPlaceWhateverTheClocks() {
        var game = new Game("backwards");
        var late = LateRecords.of(context, Duration.ofHours(1));
        game.files("x0", name(0));
        game.align();
        for (int i = 1; i < 9; i++) {
            game.renames(late, "x0", name(i));
            game.align();
        }

        assertThat(game.everAligned()).hasSize(FIRST_LOAD + PER_DAY);
    }

    /// It is read, and renamed again before what waits is let in with it.
    @Test
    void ofTwoNamesThatAnAccountHasWhileItIsLetInOnlyTheOneThatIsChargedIsCompared() {
        var game = new Game("twice");
        game.files("x0", name(0));
        game.align();
        var lives = game.lives();
        var live = lives.of(game.partnership);
        game.files("x0", name(1));
        var read = book.find(game.own("x0")).orElseThrow();
        game.files("x0", name(2));

        lives.take(game.partnership, live, List.of(game.own("x0")), Map.of(game.own("x0"), read));

        assertThat(live.groups(List.of(game.own("x0"))).stream()
                        .flatMap(group -> group.members().stream())
                        .map(ref -> ref.account().value()))
                .containsExactlyInAnyOrder("x0", "b2");
        assertThat(game.fixture.admitted(game.alliance.id(), game.prober)).isEqualTo(2);
    }

    /// Each new name settles in the wake of an event of the partner's own, before its own turn comes.
    @Test
    void aNameIsToldToNobodyBeforeItIsAligned() {
        var game = new Game("wake");
        game.files("x0", name(0));
        game.align();
        assertThat(game.shownToProbed()).containsExactly(name(0));
        for (int i = 50; i < 54; i++) {
            game.filesUnseen("x0", name(i));
            assertThat(game.shownToProbed()).as("read").isEmpty();
            game.touchesProbed("b0");
            assertThat(game.aligned()).as("stored").isEmpty();
            assertThat(game.shownToProbed()).isEmpty();
        }
        game.files("x0", name(0));
        game.align();
        assertThat(game.shownToProbed()).containsExactly(name(0));
        assertThat(game.everAligned()).hasSize(1);
    }

    private static String name(int number) {
        var random = new Random(number * 7_919L);
        var word = new StringBuilder("Haus ");
        for (int i = 0; i < 9; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    /// One partnership with its writer.
    private final class Game {
        final CompanyId prober;
        final CompanyId probed;
        final Alliance alliance;
        final AdmissionFixture fixture = new AdmissionFixture(stores, FIRST_LOAD, PER_DAY, clock);
        private final PartnershipChanged partnership;
        private final Set<AccountRef> touched = new TreeSet<>();
        private final Set<String> everAligned = new TreeSet<>();
        private Aligning aligning;

        Game(String name) {
            alliance = Alliance.of(name + System.nanoTime() + "a", name + System.nanoTime() + "b");
            prober = alliance.one();
            probed = alliance.other();
            partnership = alliance.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME);
            aligning = writer();
            for (int i = 0; i < NAMES; i++) {
                var ref = change(probed, Crm.account("b" + i, "name", name(i)), "test/");
                sells(ref);
            }
        }

        private Aligning writer() {
            return new Aligning(lives(), jointAccounts, scenes, issuedIds, clock);
        }

        Lives lives() {
            return new Lives(new Entrance(book, fixture.admission, populations), jointAccounts, reviewing, blocks);
        }

        AccountRef own(String id) {
            return new AccountRef(prober, new CrmId(id));
        }

        /// What the probed side reads of the prober's accounts.
        List<String> shownToProbed() {
            return overlap.page(probed, partnership, false, "", 1_000).stream()
                    .flatMap(row -> row.partners().stream())
                    .map(partner -> String.valueOf(partner.fields().get("name")))
                    .toList();
        }

        /// The account has changed, and alignment has not come to it.
        void filesUnseen(String id, String name) {
            change(prober, Crm.account(id, "name", name), CrmRecord.FILES);
        }

        void touchesProbed(String id) {
            var ref = change(probed, Crm.fields("account", id, "industry", "Touched " + sequence), "test/");
            aligning.align(partnership, List.of(ref));
            settle();
        }

        void renames(AccountRecords by, String id, String name) {
            touched.add(change(by, prober, Crm.account(id, "name", name), CrmRecord.FILES));
        }

        void moves(AccountRecords by, String id, String name, String city) {
            touched.add(change(by, prober, Crm.account(id, "name", name, "city", city), CrmRecord.FILES));
        }

        void restart() {
            aligning = writer();
        }

        void files(String id, String name) {
            touched.add(change(prober, Crm.account(id, "name", name), CrmRecord.FILES));
        }

        void sends(String id, String name, String... more) {
            var fields = Stream.concat(Stream.of("name", name), Stream.of(more)).toArray(String[]::new);
            touched.add(change(prober, Crm.account(id, fields), "test/"));
        }

        void deletes(String id) {
            touched.add(change(prober, Crm.deleted("account", id), "test/"));
        }

        void sells(String id) {
            var ref = new AccountRef(prober, new CrmId(id));
            sells(ref);
            touched.add(ref);
        }

        private void sells(AccountRef ref) {
            records.opportunity(
                    ref, new AccountOpportunity(new CrmId("o" + ref.account()), true, Map.of("stage", "Open")));
        }

        void align(String id, String name) {
            touched.add(change(prober, Crm.account(id, "name", name), CrmRecord.FILES));
            aligning.align(partnership, List.of(own(id)));
        }

        void align() {
            touched.forEach(ref -> aligning.align(partnership, List.of(ref)));
            settle();
        }

        /// Whether somebody looks again who waits, and there is room.
        boolean isListed() {
            return fixture.admission.waiting().contains(alliance.id());
        }

        void letIn() {
            aligning.letIn(partnership);
            settle();
        }

        private void settle() {
            while (aligning.catchUp(partnership, 100)) {
                assertThat(partnership.inForce()).isPresent();
            }
            stored().forEach(joint -> everAligned.addAll(pairs(joint)));
        }

        /// Duplicates too: each was let in, and shows the partner's account when the first of them goes.
        private List<String> pairs(JointAccount joint) {
            return joint.accounts()
                    .filter(own -> own.company().equals(prober))
                    .flatMap(own -> joint.accounts()
                            .filter(other -> other.company().equals(probed))
                            .map(other -> own + " " + other))
                    .toList();
        }

        /// The prober's accounts that show as common.
        Set<String> aligned() {
            return joint().stream().map(ref -> ref.account().value()).collect(toSet());
        }

        /// Each with the partner's account that it showed.
        Set<String> everAligned() {
            return everAligned;
        }

        private List<AccountRef> joint() {
            return stored().stream()
                    .flatMap(joint -> joint.member(prober).stream())
                    .map(JointAccount.Member::account)
                    .toList();
        }

        private List<JointAccount> stored() {
            return jointAccounts.page(partnership.partnership(), new Criteria(), "", 1_000).stream()
                    .map(Versioned::state)
                    .filter(joint -> !joint.dissolved())
                    .toList();
        }

        private AccountRef change(CompanyId company, CrmChange change, String place) {
            return change(records, company, change, place);
        }

        private AccountRef change(AccountRecords by, CompanyId company, CrmChange change, String place) {
            var number = ++sequence;
            var stamp = new Stamp(null, Instant.ofEpochSecond(number), number);
            by.apply(CrmRecords.of(company, change, stamp, "probe-" + number, place + number));
            return new AccountRef(company, change.objectId());
        }
    }
}
