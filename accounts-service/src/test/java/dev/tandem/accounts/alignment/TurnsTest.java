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
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.MatchingWork.AccountsTouched;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// What a CRM says while books are loaded gets its turn.
@Running
class TurnsTest {
    private static final int ACCOUNTS = 4_000;
    private static final int LATER = 300;
    private static final int CHUNK = 500;
    private static long sequence;

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private AccountFiles files;

    @Autowired
    private AccountRecords records;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private JointAccounts jointAccounts;

    @Autowired
    private Aligning aligning;

    @Autowired
    private Lives lives;

    @Autowired
    private Book book;

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
    void anEventSentWhileThousandsAreLoadedIsAlignedBeforeTheLoadIsThrough() {
        var loading = governed("loading");
        var another = governed("another");
        load(loading, "a", ACCOUNTS);

        for (var partnership : List.of(another, loading)) {
            for (var company : partnership.parties()) {
                says(company, Crm.account("live", "name", "Sturm und Drang Verlag"));
            }
        }
        for (var partnership : List.of(another, loading)) {
            await().atMost(ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(foundedOf(partnership, "live")).isPresent());
        }
        // What was only noted is found again by whoever takes over.
        lives.forgetAll();
        await().atMost(ofSeconds(100))
                .untilAsserted(() -> assertThat(count(loading)).isEqualTo(ACCOUNTS + 1L));

        assertThat(foundedOf(another, "live"))
                .hasValueSatisfying(
                        live -> assertThat(live).as("of another partnership").isBefore(last(loading)));
        assertThat(foundedOf(loading, "live"))
                .hasValueSatisfying(
                        live -> assertThat(live).as("of the same partnership").isBefore(last(loading)));

        // What comes when all is through is looked at as well.
        load(loading, "b", LATER);
        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(count(loading)).isEqualTo(ACCOUNTS + LATER + 1L));
    }

    @Test
    void aChangeThatWasOnlyNotedIsFoundByWhoeverTakesOver() {
        var partnership = Alliance.of("noted" + System.nanoTime() + "a", "noted" + System.nanoTime() + "b")
                .sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME, SharedField.CITY);
        var refs = partnership.parties().stream()
                .map(company -> says(company, Crm.account("a", "name", "Nordwind", "city", "Kiel")))
                .toList();
        aligning.align(partnership, refs);
        var one = refs.getFirst();
        says(one.company(), Crm.fields("account", "a", "type", "Customer"));

        aligning.note(partnership, List.of(one));
        lives.forget(partnership.partnership());
        while (aligning.catchUp(partnership, 1)) {
            assertThat(partnership.inForce()).isPresent();
        }

        var member = jointAccounts
                .having(partnership.partnership(), List.of(one))
                .getFirst()
                .member(one.company());
        assertThat(member.map(JointAccount.Member::population)).contains(Population.CUSTOMERS);
        assertThat(member.map(JointAccount.Member::seq))
                .contains(book.find(one).orElseThrow().version());
    }

    private PartnershipChanged governed(String name) {
        var unique = name + System.nanoTime();
        var partnership =
                Alliance.of(unique + "a", unique + "b").sharing(1, SharingLevel.COUNTS_ONLY, SharedField.NAME);
        outside.platform(Topics.PARTNERSHIPS, partnership.partnership().value(), partnership);
        await().atMost(ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(partnerships.find(partnership.partnership())).isPresent());
        return partnership;
    }

    private void load(PartnershipChanged partnership, String id, int accounts) {
        var work = new ArrayList<AccountsTouched>();
        for (var company : partnership.parties()) {
            for (int from = 0; from < accounts; from += CHUNK) {
                work.add(filed(
                        partnership.partnership(),
                        company,
                        id,
                        IntStream.range(from, Math.min(accounts, from + CHUNK))));
            }
        }
        work.forEach(
                each -> outside.platform(Topics.MATCHING, each.partnership().value(), each));
    }

    private AccountsTouched filed(PartnershipId partnership, CompanyId company, String id, IntStream numbers) {
        var chunk = numbers.mapToObj(i -> Crm.account(id + i, "name", "Kunde " + id + i))
                .toList();
        var _ = files.apply(
                company,
                chunk.stream()
                        .map(change ->
                                CrmRecords.of(company, change, stamp(), "row-" + ++sequence, "files/row-" + sequence))
                        .toList());
        return new AccountsTouched(
                partnership, company, chunk.stream().map(CrmChange::objectId).toList());
    }

    private AccountRef says(CompanyId company, CrmChange change) {
        records.apply(CrmRecords.of(company, change, stamp(), "event-" + ++sequence, "test/" + sequence));
        return new AccountRef(company, change.objectId());
    }

    private static Stamp stamp() {
        var number = ++sequence;
        return new Stamp(null, Instant.ofEpochSecond(number), number);
    }

    private Optional<Instant> foundedOf(PartnershipChanged partnership, String account) {
        var ref = new AccountRef(partnership.parties().getFirst(), new CrmId(account));
        return jointAccounts.having(partnership.partnership(), List.of(ref)).stream()
                .map(JointAccount::foundedAt)
                .findFirst();
    }

    private long count(PartnershipChanged partnership) {
        var count = new long[1];
        jointAccounts.forEach(partnership.partnership(), _ -> count[0]++);
        return count[0];
    }

    private Instant last(PartnershipChanged partnership) {
        var last = new Instant[] {Instant.MIN};
        jointAccounts.forEach(partnership.partnership(), joint -> {
            if (joint.foundedAt().isAfter(last[0])) {
                last[0] = joint.foundedAt();
            }
        });
        return last[0];
    }
}
