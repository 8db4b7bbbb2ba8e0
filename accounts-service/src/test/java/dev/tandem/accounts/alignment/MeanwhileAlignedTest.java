package dev.tandem.accounts.alignment;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Outside;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.account.AccountFiles;
import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.account.OwnRecords;
import dev.tandem.accounts.crm.CrmObjects;
import dev.tandem.accounts.crm.CrmRecord;
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.review.Review;
import dev.tandem.accounts.review.Reviewing;
import dev.tandem.accounts.sharing.Governance;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.accounts.sharing.SharingFixture;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import dev.tandem.contracts.alignment.MatchingWork.AgreementTouched;
import dev.tandem.contracts.alignment.MatchingWork.ReviewTouched;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.intake.Incoming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// What changes while a partnership is aligned, or beside its one writer, is neither lost nor told by what held before.
@Running
class MeanwhileAlignedTest {
    private static long sequence;

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private Governance governance;

    @Autowired
    private AccountRecords records;

    @Autowired
    private AccountFiles files;

    @Autowired
    private JointAccounts jointAccounts;

    @Autowired
    private BookEntering entering;

    @Autowired
    private Scenes scenes;

    @Autowired
    private Book book;

    @Autowired
    private OwnRecords seen;

    @Autowired
    private IssuedIds issuedIds;

    @Autowired
    private Reviewing reviewing;

    @Autowired
    private Lives lives;

    @Autowired
    private Aligning aligning;

    @Autowired
    private CatchingUp catchingUp;

    @Autowired
    private Alignment alignment;

    @Autowired
    private List<CrmObjects> objects;

    private Outside outside;

    @BeforeEach
    void open() {
        outside = new Outside(brokers);
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void anEntryIsToldByTheAgreementThatGovernsWhenItIsWritten() {
        var shared = matched("entered", "a", "Nordwind");
        var asked = new AtomicInteger();

        entering.enter(shared, joint(shared, "a").id(), was -> {
            if (asked.getAndIncrement() == 0) {
                SharingFixture.govern(governance, suspended(shared));
                await().atMost(ofSeconds(30)).until(() -> isToldNothing(shared, "a"));
            }
            return entry(shared, was);
        });

        assertThat(asked).hasValueGreaterThan(1);
        assertThat(isToldNothing(shared, "a")).isTrue();
    }

    /// Its agreement was read just before it was stopped, which the writer of the alignment came to first.
    @Test
    void anEntryIsToldAnewWhereItsAgreementWasStoppedWhileItWasWritten() {
        var shared = matched("stopped", "a", "Nordwind");
        var before = scenes.of(shared, joint(shared, "a"));
        SharingFixture.govern(governance, suspended(shared));
        await().atMost(ofSeconds(30)).until(() -> isToldNothing(shared, "a"));
        var asked = new AtomicInteger();
        var late = new Scenes(book, seen, issuedIds, partnerships) {
            @Override
            Scene of(PartnershipChanged partnership, JointAccount joint) {
                return asked.getAndIncrement() == 0 ? before : super.of(suspended(partnership), joint);
            }
        };

        new BookEntering(jointAccounts, late).enter(shared, joint(shared, "a").id(), was -> entry(shared, was));

        assertThat(isToldNothing(shared, "a")).isTrue();
    }

    /// Nobody is told of the pair, as if a writer had died that had noted it.
    @Test
    void whatIsFoundByComparingIsLookedAtWhateverTheFirstWorkIs() {
        var shared = matched("first", "a", "Nordwind");
        unseen(shared, "b", "Sturm");
        lives.forgetAll();
        var rep = new RepId("rep" + ++sequence);
        outside.platform(
                Topics.ROSTERS,
                "rep/" + rep,
                new RepChanged(
                        rep,
                        shared.parties().getFirst(),
                        new CrmId("U1"),
                        "Somebody",
                        null,
                        null,
                        null,
                        RosterChange.Status.ACTIVE));
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(joints(shared, "b")).hasSize(1));

        says(shared.parties().getFirst(), Crm.account("c1", "name", "Flut", "postcode", "24103"));
        says(shared.parties().getFirst(), Crm.account("c2", "name", "Flut", "postcode", "10115"));
        says(shared.parties().getLast(), Crm.account("c3", "name", "Flut GmbH", "city", "Kiel"));
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(asked(shared)).isNotEmpty());
        unseen(shared, "d", "Ebbe");
        lives.forgetAll();
        outside.platform(
                Topics.MATCHING,
                shared.partnership().value(),
                new ReviewTouched(shared.partnership(), asked(shared).getFirst().id()));
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(joints(shared, "d")).hasSize(1));
    }

    /// The writer of the alignment has come to neither.
    @Test
    void whatCameWhileAPartnershipPausedIsAlignedOnceItGoesOn() {
        var shared = matched("paused", "a", "Nordwind");
        SharingFixture.keep(partnerships, suspended(shared));
        shared.parties().forEach(party -> says(party, Crm.account("b", "name", "Sturm")));
        SharingFixture.keep(partnerships, shared);

        governance.walk(shared.partnership());

        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(joints(shared, "b")).hasSize(1));
    }

    /// Nothing of the joint account was withdrawn, so nobody is told that it is there again.
    @Test
    void whatWasWonWhileAPartnershipPausedBecomesADealOnceItGoesOn() {
        var shared = matched("won", "a", "Nordwind");
        shared.parties()
                .forEach(party -> entering.enter(shared, joint(shared, "a").id(), was -> entry(party, shared, was)));
        var seller = shared.parties().getFirst();
        SharingFixture.keep(partnerships, suspended(shared));
        wins(seller, "o", "a");
        SharingFixture.keep(partnerships, shared);
        assertThat(isDeal(seller)).isFalse();

        governance.walk(shared.partnership());

        await().atMost(ofSeconds(30)).until(() -> isDeal(seller));
    }

    private void wins(CompanyId seller, String id, String account) {
        var won = Crm.opportunity(
                id,
                "accountId",
                account,
                "stage",
                "Won",
                "amount",
                "9.00",
                "currency",
                "EUR",
                "closeDate",
                "2026-03-31");
        var opportunities = objects.stream()
                .filter(each -> each.objectType().equals("opportunity"))
                .findFirst()
                .orElseThrow();
        opportunities.apply(record(seller, won, "test/"));
    }

    private boolean isDeal(CompanyId seller) {
        return outside.read(Topics.DEALS).values().stream()
                .anyMatch(deal -> deal.owner().equals(seller));
    }

    /// As long as nothing governs, it says so.
    @Test
    void whatIsRedrivenHasTheWriterLookAtAllOfIt() {
        var shared = governed("redriven");
        var place = new Incoming.Place(Topics.MATCHING.name(), 0, 0);
        for (var state : List.of(shared, suspended(shared))) {
            SharingFixture.keep(partnerships, state);
            var work = new AgreementTouched(shared.partnership(), 1, "joint/x");
            var before = walks(state);
            alignment.again(new Incoming<>(
                    place, shared.partnership().value(), "id", "test", Instant.EPOCH, 1, Optional.empty(), work));
            await().atMost(ofSeconds(30)).until(() -> walks(state) > before);
        }
    }

    private long walks(PartnershipChanged partnership) {
        var said = "\"revision\":" + Governance.revision(partnership);
        return outside.raw(Topics.MATCHING).stream()
                .filter(event -> event.startsWith(partnership.partnership() + " ") && event.contains(said))
                .filter(event -> !event.contains("joint/") && !event.contains(CatchingUp.PLACE))
                .count();
    }

    @Test
    void whatIsAlignedIsToldByTheAgreementThatGovernsByThen() {
        var shared = governed("late");
        SharingFixture.keep(partnerships, suspended(shared));
        var refs = shared.parties().stream()
                .map(party -> says(party, Crm.account("a", "name", "Nordwind")))
                .toList();

        aligning.align(shared, refs);

        assertThat(joints(shared, "a")).hasSize(1);
        assertThat(isToldNothing(shared, "a")).isTrue();
    }

    /// The partnership was suspended meanwhile, so nobody is sent.
    @Test
    void aWalkThatWasNotSentIsNotUnderWay() {
        var shared = agreed("unsent");
        shared.parties().forEach(party -> says(party, Crm.account("a", "name", "Nordwind")));
        var refs = List.of(new AccountRef(shared.parties().getFirst(), new CrmId("a")));

        aligning.note(shared, refs);
        catchingUp.begin(shared);

        assertThat(lives.of(shared).backlog().walk()).isEmpty();
    }

    private static PartnershipChanged agreed(String name) {
        var unique = name + System.nanoTime();
        return Alliance.of(unique + "a", unique + "b").sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME);
    }

    private PartnershipChanged governed(String name) {
        var partnership = agreed(name);
        SharingFixture.govern(governance, partnership);
        return partnership;
    }

    /// With one joint account, which is told.
    private PartnershipChanged matched(String partnership, String account, String name) {
        var shared = governed(partnership);
        shared.parties().forEach(party -> says(party, Crm.account(account, "name", name)));
        await().atMost(ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(joint(shared, account).told().companies()).hasSize(2));
        return shared;
    }

    private static PartnershipChanged suspended(PartnershipChanged was) {
        return new PartnershipChanged(was.partnership(), was.name(), Status.SUSPENDED, was.parties(), was.revisions());
    }

    private static BookEntry entry(PartnershipChanged partnership, JointAccount was) {
        return entry(partnership.parties().getFirst(), partnership, was);
    }

    private static BookEntry entry(CompanyId company, PartnershipChanged partnership, JointAccount was) {
        var lead = partnership.parties().getFirst();
        var reason = new Reason("TEST", "For the test.");
        return new BookEntry(
                company, Tier.A, lead, reason, "somebody", Instant.EPOCH, true, was.entryRevision(company) + 1);
    }

    private AccountRef says(CompanyId company, CrmChange change) {
        records.apply(record(company, change, "test/"));
        return new AccountRef(company, change.objectId());
    }

    private void unseen(PartnershipChanged partnership, String account, String name) {
        partnership.parties().forEach(party -> {
            var _ = files.apply(party, List.of(record(party, Crm.account(account, "name", name), "files/")));
        });
    }

    private static CrmRecord record(CompanyId company, CrmChange change, String place) {
        var number = ++sequence;
        var stamp = new Stamp(null, Instant.ofEpochSecond(number), number);
        return CrmRecords.of(company, change, stamp, "event-" + number, place + number);
    }

    private List<Review> asked(PartnershipChanged partnership) {
        var asked = new ArrayList<Review>();
        reviewing.forEachAsked(partnership.partnership(), asked::add);
        return asked;
    }

    private List<JointAccount> joints(PartnershipChanged partnership, String account) {
        var ref = new AccountRef(partnership.parties().getFirst(), new CrmId(account));
        return jointAccounts.having(partnership.partnership(), List.of(ref));
    }

    private JointAccount joint(PartnershipChanged partnership, String account) {
        return joints(partnership, account).getFirst();
    }

    private boolean isToldNothing(PartnershipChanged partnership, String account) {
        return joint(partnership, account).told().companies().isEmpty();
    }
}
