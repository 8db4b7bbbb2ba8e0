package dev.tandem.accounts.alignment;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Outside;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.capacity.Capacity;
import dev.tandem.accounts.capacity.CapacityFixture;
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.accounts.rep.Reps;
import dev.tandem.accounts.review.ReviewDesk;
import dev.tandem.accounts.review.Verdict;
import dev.tandem.accounts.sharing.Governance;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.alignment.MatchingWork.AccountsTouched;
import dev.tandem.contracts.alignment.MatchingWork.AgreementTouched;
import dev.tandem.contracts.alignment.MatchingWork.RepTouched;
import dev.tandem.contracts.alignment.MatchingWork.ReviewTouched;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.query.Criteria;

/// A partnership that is too large for an instance is not aligned, says so, and stands in nobody's way.
@Running
class UnalignedTest {
    private static final int ACCOUNTS_MAX = 6;
    private static long sequence;

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private Lives lives;

    @Autowired
    private Aligning aligning;

    @Autowired
    private JointAccounts jointAccounts;

    @Autowired
    private AccountRecords records;

    @Autowired
    private Governance governance;

    @Autowired
    private Owned owned;

    @Autowired
    private Parting parting;

    @Autowired
    private Reps reps;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private ApplicationContext running;

    @Test
    void whatIsTooLargeIsRefusedUntilItFitsAndNobodyElseIs() {
        var large = agreed("large");
        var small = agreed("small");
        var little = CapacityFixture.of(running, ACCOUNTS_MAX);
        var unaligned = unaligned(little);
        fill(large, ACCOUNTS_MAX);
        fill(small, ACCOUNTS_MAX / 2);

        assertThat(unaligned.isSo(large, touch(large))).isTrue();
        assertThat(unaligned.isSo(small, touch(small))).isFalse();
        assertThat(refusal(little, large))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("than the 6 that", "ACCOUNTS_ALIGNMENT_ACCOUNTS_MAX")
                        .doesNotContain("12"));
        assertThat(refusal(little, small)).isEmpty();
        unaligned.on(large, work(touch(large)));
        assertThat(lives.has(large.partnership(), Long.MAX_VALUE)).isFalse();
        assertThat(stored(large)).isEmpty();

        try (var outside = new Outside(brokers)) {
            resumes(large, unaligned, little, outside);
        }
    }

    /// It is aligned by who runs as soon as it is known, and refused here again.
    private void resumes(PartnershipChanged large, Unaligned unaligned, Capacity little, Outside outside) {
        outside.platform(Topics.PARTNERSHIPS, large.partnership().value(), large);
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(stored(large)).hasSize(ACCOUNTS_MAX));
        lives.forget(large.partnership());
        assertThat(unaligned.isSo(large, new AgreementTouched(large.partnership(), 1)))
                .isTrue();

        CapacityFixture.retry(little);
        assertThat(refusal(little, large)).isPresent();
        var walks = walks(large, outside);
        CapacityFixture.retry(CapacityFixture.of(running, 2L * ACCOUNTS_MAX));
        assertThat(refusal(little, large)).isEmpty();
        await("that all of it is looked at").atMost(ofSeconds(30)).until(() -> walks(large, outside) > walks);
    }

    /// Those from its first joint account on.
    private static long walks(PartnershipChanged partnership, Outside outside) {
        return steps(partnership, outside).stream()
                .filter(step -> !step.contains("\"after\":\""))
                .count();
    }

    private static List<String> steps(PartnershipChanged partnership, Outside outside) {
        return outside.raw(Topics.MATCHING).stream()
                .filter(each -> each.startsWith(partnership.partnership() + " ") && each.contains("AgreementTouched"))
                .toList();
    }

    @Test
    void whatJustFitsStaysInMemory() {
        var fitting = agreed("fitting");
        var unaligned = unaligned(CapacityFixture.of(running, ACCOUNTS_MAX));
        fill(fitting, ACCOUNTS_MAX / 2);
        aligning.align(fitting, touched(fitting, ACCOUNTS_MAX / 2));

        assertThat(unaligned.isSo(fitting, touch(fitting))).isFalse();
        assertThat(lives.has(fitting.partnership(), ACCOUNTS_MAX)).isTrue();
    }

    @Test
    void whatWasRefusedJustNowIsCountedAgainForAWalkOnly() {
        var shrinking = agreed("shrinking");
        var unaligned = unaligned(CapacityFixture.of(running, ACCOUNTS_MAX));
        fill(shrinking, ACCOUNTS_MAX);
        assertThat(unaligned.isSo(shrinking, touch(shrinking))).isTrue();

        touched(shrinking, ACCOUNTS_MAX / 2)
                .forEach(ref ->
                        says(ref.company(), Crm.deleted("account", ref.account().value())));
        assertThat(unaligned.isSo(shrinking, touch(shrinking))).isTrue();
        assertThat(unaligned.isSo(shrinking, new AgreementTouched(shrinking.partnership(), 1)))
                .isFalse();
    }

    @Test
    void withoutAnAgreementNothingIsTooLarge() {
        var agreed = agreed("ended");
        fill(agreed, ACCOUNTS_MAX);
        var parties = agreed.parties();
        var ended = new Alliance(agreed.partnership(), parties.getFirst(), parties.getLast()).withoutAgreement();
        var little = CapacityFixture.of(running, ACCOUNTS_MAX);

        assertThat(unaligned(little).isSo(ended, touch(ended))).isFalse();
        assertThat(refusal(little, ended)).isEmpty();
    }

    @Test
    void whatItTellsGoesOnBehindAPageOfJointAccounts() {
        var paged = agreed("paged");
        for (int i = 0; i < Alignment.PAGE_SIZE; i++) {
            var joint = JointAccount.founded(
                    new JointAccountId("%s-%03d".formatted(paged.partnership(), i)),
                    paged.partnership(),
                    Instant.EPOCH);
            jointAccounts.change(paged.partnership(), joint.id(), Cause.GIVEN, _ -> Change.to(joint));
        }

        unaligned(CapacityFixture.of(running, 1)).on(paged, work(new AgreementTouched(paged.partnership(), 1)));

        try (var outside = new Outside(brokers)) {
            await().atMost(ofSeconds(30))
                    .untilAsserted(() -> assertThat(steps(paged, outside))
                            .anyMatch(step -> step.contains("joint/%s-099\"".formatted(paged.partnership()))));
        }
    }

    @Test
    void whatGrowsTooLargeWhileItIsLoadedIsDroppedFromMemoryAndStillTakesBackWhatIsHidden() {
        var growing = agreed("growing");
        var unaligned = unaligned(CapacityFixture.of(running, ACCOUNTS_MAX));
        fill(growing, 2);
        assertThat(unaligned.isSo(growing, touch(growing))).isFalse();
        aligning.align(growing, touched(growing, 2));
        assertThat(stored(growing))
                .allMatch(joint -> joint.told().companies().size() == 2)
                .hasSize(2);

        fill(growing, ACCOUNTS_MAX);
        aligning.align(growing, touched(growing, ACCOUNTS_MAX));
        assertThat(unaligned.isSo(growing, touch(growing))).isTrue();
        assertThat(lives.has(growing.partnership(), Long.MAX_VALUE)).isFalse();

        says(growing.parties().getFirst(), Crm.fields("account", "a0", "private", "true"));
        unaligned.on(growing, work(touch(growing)));
        assertThat(stored(growing))
                .filteredOn(joint -> joint.told().companies().size() == 2)
                .hasSize(ACCOUNTS_MAX - 1);
    }

    private Unaligned unaligned(Capacity capacity) {
        return new Unaligned(lives, capacity, aligning, jointAccounts, governance, owned, parting);
    }

    /// Its own people are renamed or erased, and its partner's matches called wrong.
    @Test
    void whatIsTooLargeStillTellsWhoOwnsAndTakesBackWhatAPartyCallsWrong() {
        var large = agreed("owned");
        var one = large.parties().getFirst();
        var unaligned = unaligned(CapacityFixture.of(running, ACCOUNTS_MAX));
        fill(large, 2);
        var rep = new RepId("rep" + one);
        aligning.align(large, touched(large, 2));
        fill(large, ACCOUNTS_MAX);
        says(one, Crm.fields("account", "a0", "ownerUser", "U1"));
        lives.forget(large.partnership());
        assertThat(unaligned.isSo(large, touch(large))).isTrue();
        var before = of(large, "a0").told();

        try (var outside = new Outside(brokers)) {
            var change = new RepChanged(rep, one, new CrmId("U1"), "Somebody", null, null, null, Status.ACTIVE);
            outside.platform(Topics.ROSTERS, "rep/" + rep, change);
        }
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(reps.find(one, rep)).isPresent());
        unaligned.on(large, work(new RepTouched(large.partnership(), rep)));
        assertThat(of(large, "a0").told()).isNotEqualTo(before);

        var pair = of(large, "a1").accounts().toList();
        var reason = new Reason("CHECKED", "We asked them.");
        var verdict = new Verdict(one, Verdict.Answer.DIFFERENT_CUSTOMERS, reason, "somebody", Instant.EPOCH, true, 1);
        var review = desk.report(large, pair.getFirst(), pair.getLast(), Cause.GIVEN, verdict);
        unaligned.on(large, work(new ReviewTouched(large.partnership(), review.id())));
        assertThat(stored(large))
                .filteredOn(joint -> joint.told().companies().size() == 2)
                .hasSize(1);
    }

    private JointAccount of(PartnershipChanged partnership, String account) {
        var ref = new AccountRef(partnership.parties().getFirst(), new CrmId(account));
        return jointAccounts.having(partnership.partnership(), List.of(ref)).getFirst();
    }

    private static PartnershipChanged agreed(String name) {
        var unique = name + System.nanoTime();
        return Alliance.of(unique + "a", unique + "b")
                .sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME, SharedField.OWNER);
    }

    /// Nobody is told of these, so nobody aligns them but the test.
    private void fill(PartnershipChanged partnership, int accounts) {
        for (var company : partnership.parties()) {
            for (int i = 0; i < accounts; i++) {
                says(company, Crm.account("a" + i, "name", "Kunde " + i));
            }
        }
    }

    private void says(CompanyId company, CrmChange change) {
        records.apply(CrmRecords.of(company, change, stamp(), "event-" + ++sequence, "test/" + sequence));
    }

    private static List<AccountRef> touched(PartnershipChanged partnership, int accounts) {
        return partnership.parties().stream()
                .flatMap(company ->
                        IntStream.range(0, accounts).mapToObj(i -> new AccountRef(company, new CrmId("a" + i))))
                .toList();
    }

    private static MatchingWork touch(PartnershipChanged partnership) {
        var company = partnership.parties().getFirst();
        var ids = touched(partnership, ACCOUNTS_MAX).stream()
                .filter(ref -> ref.company().equals(company))
                .map(AccountRef::account)
                .toList();
        return new AccountsTouched(partnership.partnership(), company, ids);
    }

    private static Run work(MatchingWork work) {
        var place = new Incoming.Place(Topics.MATCHING.name(), 0, 0);
        var event = new Incoming<MatchingWork>(
                place, work.partnership().value(), "id", "test", Instant.EPOCH, 1, Optional.empty(), work);
        return new Run(List.of(event));
    }

    private static Stamp stamp() {
        var number = ++sequence;
        return new Stamp(null, Instant.ofEpochSecond(number), number);
    }

    private static Optional<String> refusal(Capacity capacity, PartnershipChanged partnership) {
        return capacity.refusal(partnership.partnership()).map(reason -> reason.sentence());
    }

    private List<JointAccount> stored(PartnershipChanged partnership) {
        return jointAccounts.page(partnership.partnership(), new Criteria(), "", 1_000).stream()
                .map(each -> each.state())
                .toList();
    }
}
