package dev.tandem.accounts.capacity;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Outside;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// How many accounts fit, and who is told that they do not.
@Running
class CapacityTest {
    private static final int ACCOUNTS_MAX = 6;
    private static long sequence;

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private ApplicationContext running;

    @Autowired
    private AccountRecords records;

    @Autowired
    private Refusals refusals;

    @Autowired
    private MockMvc http;

    @Test
    void admitsAsManyAsItMayAndNotOneMore() {
        var capacity = CapacityFixture.of(running, ACCOUNTS_MAX);
        var partnership = agreed(2);

        assertThat(capacity.admits(partnership, ACCOUNTS_MAX)).isTrue();
        assertThat(capacity.admits(partnership, ACCOUNTS_MAX + 1)).isFalse();
        assertThat(capacity.refusal(partnership.partnership())).isPresent();
        assertThat(capacity.admits(partnership, ACCOUNTS_MAX)).isTrue();
        assertThat(capacity.refusal(partnership.partnership())).isEmpty();
    }

    @Test
    void countsABookForEachOtherThatItIsComparedWith() {
        var capacity = CapacityFixture.of(running, ACCOUNTS_MAX);
        var three = agreed(3);
        fill(three, 2);
        assertThat(capacity.accounts(three)).isEqualTo(2 * 3 * 2);
        says(three.parties().getFirst(), Crm.deleted("account", "a0"));
        assertThat(capacity.accounts(three)).isEqualTo(2 * (3 * 2 - 1));

        var two = agreed(2);
        fill(two, 2);
        assertThat(capacity.accounts(two)).isEqualTo(2 * 2);
    }

    @Test
    void standsSinceItWasRefusedFirstUntilItFits() {
        var partnership = agreed(2);
        var id = partnership.partnership();
        at(10).admits(partnership, ACCOUNTS_MAX + 1);
        at(20).admits(partnership, ACCOUNTS_MAX + 2);
        assertThat(refusals.standing(id)).map(Refusal::since).contains(Instant.ofEpochSecond(10));

        at(30).admits(partnership, 1);
        assertThat(refusals.standing(id)).isEmpty();
        at(40).admits(partnership, ACCOUNTS_MAX + 1);
        assertThat(refusals.standing(id)).map(Refusal::since).contains(Instant.ofEpochSecond(40));
    }

    @Test
    void isOfTheHeapWhereNothingIsSet() {
        assertThat(CapacityFixture.of(running, 0).accountsMax())
                .isEqualTo(Capacity.ofHeap())
                .isPositive();
        assertThatThrownBy(() -> new CapacitySettings(-1)).hasMessageContaining("tandem.alignment.accounts-max");
    }

    @Test
    void thePartiesReadWhyOfTheirPartnershipAndNobodyElseDoes() throws Exception {
        var refused = known(agreed(2));
        var another = known(agreed(2));
        var one = refused.parties().getFirst();

        assertThat(CapacityFixture.of(running, ACCOUNTS_MAX).admits(refused, 4_711))
                .isFalse();

        for (var party : refused.parties()) {
            assertThat(intake(party, refused))
                    .contains("BOOKS_TOO_LARGE", "than the 6 that")
                    .doesNotContain("4711");
        }
        assertThat(intake(another.parties().getFirst(), another)).doesNotContain("BOOKS_TOO_LARGE");
        assertThat(intake(another.parties().getFirst(), refused)).doesNotContain("BOOKS_TOO_LARGE");
        assertThat(imported(one))
                .contains("BOOKS_TOO_LARGE", refused.partnership().value());
        assertThat(imported(another.parties().getFirst())).doesNotContain("BOOKS_TOO_LARGE");
    }

    private Capacity at(long second) {
        return CapacityFixture.of(running, ACCOUNTS_MAX, Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    private static PartnershipChanged agreed(int parties) {
        var unique = "capacity" + System.nanoTime();
        var companies =
                Stream.iterate(0, i -> i < parties, i -> i + 1).map(i -> new CompanyId(unique + (char) ('a' + i)));
        return Alliance.sharing(
                new PartnershipId(unique), companies.toList(), SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME);
    }

    /// Aligned once, so that nothing of it is under way.
    private PartnershipChanged known(PartnershipChanged partnership) {
        fill(partnership, 1);
        try (var outside = new Outside(brokers)) {
            outside.platform(Topics.PARTNERSHIPS, partnership.partnership().value(), partnership);
        }
        await().atMost(ofSeconds(30))
                .until(() -> send(partnership.parties().getFirst(), get(path(partnership) + "/overlap"))
                        .contains("Kunde 0"));
        return partnership;
    }

    private void fill(PartnershipChanged partnership, int accounts) {
        for (var company : partnership.parties()) {
            for (int i = 0; i < accounts; i++) {
                says(company, Crm.account("a" + i, "name", "Kunde " + i));
            }
        }
    }

    private void says(CompanyId company, CrmChange change) {
        var number = ++sequence;
        var stamp = new Stamp(null, Instant.ofEpochSecond(number), number);
        records.apply(CrmRecords.of(company, change, stamp, "event-" + number, "capacity/" + number));
    }

    private String imported(CompanyId company) throws Exception {
        var file = post("/accounts/imports")
                .header("Idempotency-Key", "k")
                .contentType("text/csv")
                .content("id,name\na0,Kunde 0\n");
        return send(company, get("/accounts/imports/" + JsonPath.<String>read(send(company, file), "$.id")));
    }

    private String intake(CompanyId company, PartnershipChanged partnership) throws Exception {
        return send(company, get(path(partnership) + "/intake"));
    }

    private static String path(PartnershipChanged partnership) {
        return "/accounts/partnerships/" + partnership.partnership();
    }

    private String send(CompanyId company, MockHttpServletRequestBuilder request) throws Exception {
        var bearer = Tokens.bearer(company.value(), Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM);
        return http.perform(request.header("Authorization", bearer))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
