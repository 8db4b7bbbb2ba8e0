package dev.tandem.accounts;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What each side reads, from the first record to the deal, and what it may not read.
@Running
class ReadingTest {
    private static final Alliance ALLIANCE = Alliance.of("initech", "umbrella");
    private static final String BASE = "/accounts/partnerships/initech-umbrella";

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MockMvc http;

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
    void eachSideReadsWhatTheOtherShowsAndTheDealIsMadeOnTheSharedBook() throws Exception {
        var fields = new SharedField[] {SharedField.NAME, SharedField.OWNER};
        agreed(ALLIANCE.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, fields));
        outside.crm("initech", Crm.account("I1", "name", "Sturm & Co", "ownerUser", "u1", "type", "Customer"));
        outside.crm("initech", Crm.account("I2", "name", "Nur hier GmbH"));
        outside.crm("umbrella", Crm.account("U1", "name", "<b>STURM</b>", "registrationId", "DE HRB 77"));
        outside.crm("umbrella", Crm.account("U1", "name", "Sturm <script>alert(1)</script>", "website", "sturm.org"));
        outside.crm("initech", Crm.fields("account", "I1", "website", "https://www.sturm.org"));
        var joint = jointAccount();

        expect(as("initech", get(BASE + "/overlap")))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].ownAccount").value("I1"))
                .andExpect(jsonPath("$.items[0].own.website").value("https://www.sturm.org"))
                .andExpect(jsonPath("$.items[0].partners[0].fields.name").value("Sturm <script>alert(1)</script>"))
                .andExpect(jsonPath("$.items[0].partners[0].fields.website").doesNotExist())
                .andExpect(jsonPath("$.items[0].because[0].because.code").value("SIMILAR_NAME"))
                .andExpect(jsonPath("$.items[0].because[1].because.code").value("FIELDS_NOT_SHOWN"));
        ownersArePending(joint);
        receiptsAreOnesOwn();
        pagesContinue();
        matrixIsTheSameForBoth();
        printableSheetEscapes(joint);
        previewListsOwnRecords();
        dataUseNamesWhatIsMissing();
        bookAndDeal(joint);
        strangersFindNothing(joint);
        withdrawnAtOnce(joint);
    }

    private void ownersArePending(String joint) throws Exception {
        expect(as("initech", get("/accounts/receipts").param("objectId", "I1").param("outcome", "PENDING")))
                .andExpect(jsonPath("$.items[0].findings[0].field").value("ownerUser"));
        RosterChange rep = new RepChanged(
                new RepId("rep-1"),
                ALLIANCE.one(),
                new CrmId("u1"),
                "Ada",
                null,
                null,
                null,
                RosterChange.Status.ACTIVE);
        outside.platform(Topics.ROSTERS, "rep/rep-1", rep);
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> expect(as("umbrella", get(BASE + "/joint-accounts/" + joint)))
                        .andExpect(jsonPath("$.partners[0].fields.owner").value("Ada")));
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> expect(
                                as("initech", get("/accounts/receipts").param("outcome", "PENDING")))
                        .andExpect(jsonPath("$.items.length()").value(0)));
    }

    private void matrixIsTheSameForBoth() throws Exception {
        expect(as("initech", get(BASE + "/overlap/matrix")))
                .andExpect(jsonPath("$.cells.length()").value(9))
                .andExpect(
                        jsonPath("$.cells[?(@.ownPopulation=='CUSTOMERS' && @.partnerPopulation=='PROSPECTS')].count")
                                .value(1));
        expect(as("umbrella", get(BASE + "/overlap/matrix")))
                .andExpect(
                        jsonPath("$.cells[?(@.ownPopulation=='PROSPECTS' && @.partnerPopulation=='CUSTOMERS')].count")
                                .value(1));
    }

    private void printableSheetEscapes(String joint) throws Exception {
        expect(as("initech", get(BASE + "/joint-accounts/" + joint + "/sheet").accept(MediaType.TEXT_HTML)))
                .andExpect(
                        content().string(org.hamcrest.Matchers.containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
                .andExpect(content().string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("<script"))))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"));
        expect(as("initech", get(BASE + "/joint-accounts/" + joint + "/sheet")))
                .andExpect(jsonPath("$.own.owner").value("Ada"))
                .andExpect(jsonPath("$.own.shownFields.name").value("Sturm & Co"))
                .andExpect(jsonPath("$.book.status").value("OPEN"))
                .andExpect(jsonPath("$.book.next.length()").value(2));
    }

    private void previewListsOwnRecords() throws Exception {
        expect(as("initech", get(BASE + "/revisions/1/preview")))
                .andExpect(jsonPath("$.populations[?(@.population=='CUSTOMERS')].accounts")
                        .value(1))
                .andExpect(jsonPath("$.accounts.items.length()").value(2))
                .andExpect(jsonPath("$.accounts.items[0].crosses").value("IF_THE_PARTNER_HAS_IT"))
                .andExpect(jsonPath("$.accounts.items[0].fields.name").value("Sturm & Co"))
                .andExpect(jsonPath("$.accounts.items[0].fields.website").doesNotExist());
    }

    private void receiptsAreOnesOwn() throws Exception {
        expect(as("umbrella", get("/accounts/receipts")))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[?(@.objectId != 'U1')]").isEmpty());
        expect(as("hooli", get("/accounts/receipts")))
                .andExpect(jsonPath("$.items").isEmpty());
    }

    private void pagesContinue() throws Exception {
        var first = expect(as("initech", get("/accounts/accounts").param("limit", "1")))
                .andExpect(jsonPath("$.items[0].account").value("I1"))
                .andReturn();
        String next = JsonPath.read(first.getResponse().getContentAsString(), "$.next");
        expect(as("initech", get("/accounts/accounts").param("limit", "1").param("cursor", next)))
                .andExpect(jsonPath("$.items[0].account").value("I2"))
                .andExpect(jsonPath("$.next").doesNotExist());
    }

    private void dataUseNamesWhatIsMissing() throws Exception {
        expect(as("initech", get("/accounts/data-use")))
                .andExpect(jsonPath("$.accounts").value(2))
                .andExpect(jsonPath("$.missing[?(@.field=='website')].sentence")
                        .value("1 accounts lack a domain: send a website to match by it"));
    }

    private void bookAndDeal(String joint) throws Exception {
        outside.crm(
                "initech",
                Crm.opportunity(
                        "O1",
                        "accountId",
                        "I1",
                        "stage",
                        "Won",
                        "amount",
                        "1000.00",
                        "currency",
                        "EUR",
                        "closeDate",
                        "2026-03-31",
                        "refundedAmount",
                        "200"));
        enter("initech", joint, 0, "B")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("WAITING"));
        enter("initech", joint, 0, "A").andExpect(status().isPreconditionFailed());
        enter("umbrella", joint, 0, "A").andExpect(jsonPath("$.status").value("DIFFERENT"));
        enter("umbrella", joint, 1, "B").andExpect(jsonPath("$.status").value("AGREED"));
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> expect(as("umbrella", get(BASE + "/deals")))
                        .andExpect(jsonPath("$.items[0].net.amount").value("800.00"))
                        .andExpect(jsonPath("$.items[0].ownOpportunity").doesNotExist()));
        expect(as("initech", get(BASE + "/deals")))
                .andExpect(jsonPath("$.items[0].ownOpportunity").value("O1"));
        outside.crm("initech", Crm.deleted("opportunity", "O1"));
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(outside.read(Topics.DEALS).values())
                        .filteredOn(deal -> deal.owner().equals(ALLIANCE.one()))
                        .singleElement()
                        .satisfies(deal -> {
                            assertThat(deal.status()).isEqualTo(DealChanged.Status.CANCELLED);
                            assertThat(deal.net().isZero()).isTrue();
                            assertThat(deal.revision()).isEqualTo(2);
                            assertThat(deal.ownerRep()).isNull();
                        }));
    }

    private ResultActions enter(String company, String joint, long version, String tier) throws Exception {
        var body = """
                {"tier": "%s", "lead": "initech", "reason": {"code": "PLAN", "sentence": "We plan it so."}}
                """.formatted(tier);
        return http.perform(as(company, put(BASE + "/joint-accounts/" + joint + "/book-entry"))
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private void strangersFindNothing(String joint) throws Exception {
        for (var path : List.of(
                "/overlap",
                "/overlap/matrix",
                "/book",
                "/deals",
                "/revisions/1/preview",
                "/joint-accounts/" + joint,
                "/joint-accounts/" + joint + "/sheet",
                "/joint-accounts/" + joint + "/book-entry")) {
            var theirs = http.perform(as("hooli", get(BASE + path)))
                    .andExpect(status().isNotFound())
                    .andReturn();
            var none = http.perform(as("hooli", get("/accounts/partnerships/none" + path)))
                    .andReturn();
            assertThat(theirs.getResponse().getContentAsString())
                    .isEqualTo(none.getResponse().getContentAsString());
        }
        http.perform(as("hooli", get("/accounts/accounts/I1"))).andExpect(status().isNotFound());
    }

    private void withdrawnAtOnce(String joint) throws Exception {
        agreed(ALLIANCE.sharing(2, SharingLevel.HIDDEN, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME));
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> http.perform(as("umbrella", get(BASE + "/joint-accounts/" + joint)))
                        .andExpect(status().isNotFound()));
        expect(as("umbrella", get(BASE + "/overlap")))
                .andExpect(jsonPath("$.items.length()").value(0));
        expect(as("initech", get(BASE + "/overlap")))
                .andExpect(jsonPath("$.items.length()").value(1));
        expect(as("initech", get(BASE + "/overlap/matrix")))
                .andExpect(jsonPath("$.cells[?(@.shown!='HIDDEN')]").isEmpty());
    }

    private String jointAccount() throws Exception {
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> expect(as("umbrella", get(BASE + "/overlap")))
                        .andExpect(jsonPath("$.items.length()").value(1)));
        var answer =
                http.perform(as("umbrella", get(BASE + "/overlap"))).andReturn().getResponse();
        return JsonPath.read(answer.getContentAsString(), "$.items[0].jointAccount");
    }

    private void agreed(PartnershipChanged partnership) {
        outside.platform(Topics.PARTNERSHIPS, partnership.partnership().value(), partnership);
    }

    private ResultActions expect(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder as(String company, MockHttpServletRequestBuilder request) {
        return request.header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER));
    }
}
