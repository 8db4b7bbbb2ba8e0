package dev.tandem.accounts;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Sales that two CRMs record, and opportunities whose account stands in two partnerships.
@Running
class SaleWalkTest {
    private static final Alliance ALLIANCE = Alliance.of("vandelay", "wonka");
    private static final Alliance OTHER = Alliance.of("vandelay", "kramer");
    private static final String BASE = "/accounts/partnerships/vandelay-wonka";

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MockMvc http;

    @Autowired
    private MongoOperations mongo;

    private Outside outside;
    private String jointOfOther = "";

    @BeforeEach
    void open() {
        outside = new Outside(brokers);
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void oneSaleIsCreditedOnceAndThePartiesHaveTheLastWord() throws Exception {
        agreed(ALLIANCE);
        outside.crm("vandelay", Crm.account("V1", "name", "Latex Import"));
        outside.crm("wonka", Crm.account("W1", "name", "Latex Import"));
        var joint = inBook(ALLIANCE);

        theOneWhoLeadsIsOfRecord(joint);
        noEventOfADealTellsAnOpportunity();
        bothSayThatTheyAreTwo(joint);
        whatIsNotClearWaits(joint);
        strangersFindNothing(joint);
        theCompanyNamesThePartnership();
        aDealThatWasNotTakenDownBeforeACrashIsByTheNextDelivery(joint);
        whatIsUndecidedIsDecidedOnceOnePartnershipIsLeft();
    }

    private void theOneWhoLeadsIsOfRecord(String joint) throws Exception {
        outside.crm("wonka", won("WO1", "W1", "1000.00", "2026-03-31"));
        until(() -> assertThat(sent("wonka", "WO1").status()).isEqualTo(Status.WON));
        outside.crm("vandelay", won("VO1", "V1", "1000.00", "2026-03-20"));

        until(() -> assertThat(sent("vandelay", "VO1").status()).isEqualTo(Status.WON));
        until(() -> assertThat(sent("wonka", "WO1").status()).isEqualTo(Status.NOT_OF_RECORD));
        assertThat(sent("wonka", "WO1").net().isZero()).isTrue();
        expect(as("wonka", get("/accounts/opportunities/WO1")))
                .andExpect(jsonPath("$.standing").value("NOT_OF_RECORD"))
                .andExpect(jsonPath("$.because.code").value("SAME_SALE"));
        outside.crm("wonka", Crm.fields("opportunity", "WO1", "name", "Gloves"));
        until(() -> expect(as("wonka", get("/accounts/receipts").param("objectId", "WO1")))
                .andExpect(jsonPath("$.items[-1:].findings[0].rule").value("NOT_OF_RECORD"))
                .andExpect(jsonPath("$.items[-1:].outcome").value("APPLIED")));
        expect(as("vandelay", get(BASE + "/joint-accounts/" + joint + "/sales")))
                .andExpect(jsonPath("$.deals.length()").value(2))
                .andExpect(
                        jsonPath("$.deals[?(@.owner=='wonka')].ownOpportunity").isEmpty())
                .andExpect(jsonPath("$.rulings[0].byParties").value(false));
    }

    /// Ids of events are hashes of where they come from, and stand in explanations that both parties read.
    private void noEventOfADealTellsAnOpportunity() {
        assertThat(outside.sources(Topics.DEALS))
                .isNotEmpty()
                .noneMatch(source -> source.contains("VO1") || source.contains("WO1"));
    }

    private void bothSayThatTheyAreTwo(String joint) throws Exception {
        var two = "{\"deals\": %s, \"reason\": {\"code\": \"TWO\", \"sentence\": \"Two deliveries.\"}}"
                .formatted(deals("VO1", "WO1"));
        decide("vandelay", joint, two, UUID.randomUUID().toString(), null).andExpect(status().isPreconditionRequired());
        decide("vandelay", joint, two, UUID.randomUUID().toString(), "\"99\"")
                .andExpect(status().isPreconditionFailed());
        decide("vandelay", joint, two, null, etag(joint)).andExpect(status().isBadRequest());
        decide("vandelay", joint, two.replace("[", "[\"x\","), UUID.randomUUID().toString(), etag(joint))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.violations[0].rule").value("UNKNOWN_DEAL"));

        var key = UUID.randomUUID().toString();
        var before = etag(joint);
        decide("vandelay", joint, two, key, before).andExpect(status().isOk());
        decide("vandelay", joint, two, key, before).andExpect(status().isOk());
        assertThat(sent("wonka", "WO1").status()).isEqualTo(Status.NOT_OF_RECORD);
        decide("wonka", joint, two, key, etag(joint))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rulings[0].byParties").value(true));

        until(() -> assertThat(sent("wonka", "WO1").status()).isEqualTo(Status.WON));
        assertThat(sent("wonka", "WO1").revision()).isEqualTo(3);
        assertThat(sent("vandelay", "VO1").revision()).isEqualTo(1);
    }

    private void whatIsNotClearWaits(String joint) throws Exception {
        outside.crm("wonka", won("WO2", "W1", "500.00", "2026-03-01"));
        until(() -> assertThat(sent("wonka", "WO2").status()).isEqualTo(Status.WON));
        outside.crm("vandelay", won("VO2", "V1", "500.00", "2026-04-20"));
        until(() -> expect(as("vandelay", get("/accounts/receipts").param("outcome", "PENDING")))
                .andExpect(jsonPath("$.items[?(@.objectId=='VO2')].findings[0].rule")
                        .value("POSSIBLY_SAME_SALE")));
        expect(as("wonka", get(BASE + "/sales").param("waiting", "true")))
                .andExpect(jsonPath("$.items[0].open[0].awaited.length()").value(2));
        assertThat(outside.read(Topics.DEALS).values())
                .noneMatch(deal -> deal.opportunity().value().equals("VO2"));

        var one = "{\"deals\": %s, \"dealOfRecord\": \"%s\", \"reason\": {\"code\": \"ONE\", \"sentence\": \"One.\"}}"
                .formatted(deals("VO2", "WO2"), deal("wonka", "WO2"));
        for (var company : List.of("vandelay", "wonka")) {
            decide(company, joint, one, UUID.randomUUID().toString(), etag(joint))
                    .andExpect(status().isOk());
        }
        expect(as("vandelay", get("/accounts/opportunities/VO2")))
                .andExpect(jsonPath("$.standing").value("NOT_OF_RECORD"));
        expect(as("vandelay", get("/accounts/receipts").param("outcome", "PENDING")))
                .andExpect(jsonPath("$.items[?(@.objectId=='VO2' && @.findings[0].field=='deal')]")
                        .isEmpty());
        expect(as("wonka", get(BASE + "/sales").param("waiting", "true")))
                .andExpect(jsonPath("$.items").isEmpty());
    }

    private void strangersFindNothing(String joint) throws Exception {
        for (var path : List.of("/sales", "/joint-accounts/" + joint + "/sales")) {
            var theirs = http.perform(as("hooli", get(BASE + path))).andExpect(status().isNotFound());
            var none = http.perform(as("hooli", get("/accounts/partnerships/none" + path)));
            assertThat(theirs.andReturn().getResponse().getContentAsString())
                    .isEqualTo(none.andReturn().getResponse().getContentAsString());
        }
        http.perform(as("wonka", get("/accounts/opportunities/VO1"))).andExpect(status().isNotFound());
        http.perform(as("wonka", put("/accounts/opportunities/VO1/partnership")))
                .andExpect(status().isNotFound());
        decide("hooli", joint, "{}", UUID.randomUUID().toString(), "\"1\"").andExpect(status().isNotFound());
    }

    private void theCompanyNamesThePartnership() throws Exception {
        agreed(OTHER);
        outside.crm("kramer", Crm.account("K1", "name", "Latex Import"));
        jointOfOther = inBook(OTHER);
        outside.crm("vandelay", won("VO3", "V1", "700.00", "2026-05-02"));
        until(() -> expect(as("vandelay", get("/accounts/opportunities").param("undecided", "true")))
                .andExpect(jsonPath("$.items[0].opportunity").value("VO3"))
                .andExpect(jsonPath("$.items[0].choices.length()").value(2)));
        until(() -> expect(as("vandelay", get("/accounts/receipts").param("outcome", "PENDING")))
                .andExpect(jsonPath("$.items[?(@.objectId=='VO3')].findings[0].rule")
                        .value("AMBIGUOUS")));

        name("VO3", "soylent-tyrell", etagOf("/accounts/opportunities/VO3"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.violations[0].rule").value("NOT_A_CHOICE"));
        name("VO3", "vandelay-kramer", "\"99\"").andExpect(status().isPreconditionFailed());
        name("VO3", "vandelay-kramer", etagOf("/accounts/opportunities/VO3"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.standing").value("OF_RECORD"));

        until(() -> assertThat(sent("vandelay", "VO3").partnership()).isEqualTo(OTHER.id()));
        expect(as("vandelay", get("/accounts/receipts").param("outcome", "PENDING")))
                .andExpect(jsonPath("$.items[?(@.objectId=='VO3' && @.findings[0].field=='partnership')]")
                        .isEmpty());
        name("VO3", "vandelay-wonka", etagOf("/accounts/opportunities/VO3")).andExpect(status().isConflict());
    }

    /// As if the service had died between the write of the opportunity and that of the joint account's sales.
    private void aDealThatWasNotTakenDownBeforeACrashIsByTheNextDelivery(String joint) throws Exception {
        var ids = deals("VO1", "WO1");
        mongo.remove(query(where("_id").is(joint)), "sales");
        assertThat(taken(joint)).isEmpty();

        outside.crm("vandelay", won("VO1", "V1", "1000.00", "2026-03-20"));
        outside.crm("wonka", won("WO1", "W1", "1000.00", "2026-03-31"));

        until(() -> assertThat(taken(joint)).hasSize(2));
        assertThat(ids).contains(taken(joint));
        expect(as("wonka", get("/accounts/opportunities/WO1")))
                .andExpect(jsonPath("$.standing").value("NOT_OF_RECORD"));
    }

    private void whatIsUndecidedIsDecidedOnceOnePartnershipIsLeft() throws Exception {
        outside.crm("vandelay", won("VO4", "V1", "800.00", "2026-06-02"));
        until(() -> expect(as("vandelay", get("/accounts/opportunities").param("undecided", "true")))
                .andExpect(jsonPath("$.items[0].opportunity").value("VO4")));

        var entry = "/accounts/partnerships/vandelay-kramer/joint-accounts/" + jointOfOther + "/book-entry";
        http.perform(as("kramer", delete(entry))
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": {\"code\": \"LEFT\", \"sentence\": \"Sold alone.\"}}"))
                .andExpect(status().isOk());

        until(() -> assertThat(sent("vandelay", "VO4").partnership()).isEqualTo(ALLIANCE.id()));
        expect(as("vandelay", get("/accounts/opportunities").param("undecided", "true")))
                .andExpect(jsonPath("$.items").isEmpty());
    }

    private List<String> taken(String joint) throws Exception {
        var answer = expect(as("vandelay", get(BASE + "/joint-accounts/" + joint + "/sales")));
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.deals[*].deal");
    }

    private ResultActions name(String opportunity, String partnership, String etag) throws Exception {
        var body = "{\"partnership\": \"%s\", \"reason\": {\"code\": \"OURS\", \"sentence\": \"Sold with them.\"}}"
                .formatted(partnership);
        return http.perform(as("vandelay", put("/accounts/opportunities/" + opportunity + "/partnership"))
                .header("If-Match", etag)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions decide(String company, String joint, String body, @Nullable String key, @Nullable String etag)
            throws Exception {
        var request = post(BASE + "/joint-accounts/" + joint + "/sales/decisions")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        return http.perform(as(company, etag == null ? request : request.header("If-Match", etag)));
    }

    private String etag(String joint) throws Exception {
        return etagOf(BASE + "/joint-accounts/" + joint + "/sales");
    }

    private String etagOf(String path) throws Exception {
        return String.valueOf(
                expect(as("vandelay", get(path))).andReturn().getResponse().getHeader("ETag"));
    }

    private String deals(String ofVandelay, String ofWonka) throws Exception {
        return "[\"%s\", \"%s\"]".formatted(deal("vandelay", ofVandelay), deal("wonka", ofWonka));
    }

    private String deal(String company, String opportunity) throws Exception {
        var answer = expect(as(company, get("/accounts/opportunities/" + opportunity)));
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.deal");
    }

    private DealChanged sent(String company, String opportunity) {
        return outside.read(Topics.DEALS).values().stream()
                .filter(deal -> deal.owner().value().equals(company)
                        && deal.opportunity().value().equals(opportunity))
                .findFirst()
                .orElseThrow(() -> new AssertionError(opportunity + " was not sent"));
    }

    private static CrmChange won(String id, String account, String amount, String on) {
        return Crm.opportunity(
                id, "accountId", account, "stage", "Won", "amount", amount, "currency", "EUR", "closeDate", on);
    }

    private void agreed(Alliance alliance) {
        var state = alliance.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME);
        outside.platform(Topics.PARTNERSHIPS, state.partnership().value(), state);
    }

    /// Both enter the only joint account, where the first leads.
    private String inBook(Alliance alliance) throws Exception {
        var base = "/accounts/partnerships/" + alliance.id();
        until(() -> expect(as(alliance.one().value(), get(base + "/overlap")))
                .andExpect(jsonPath("$.items.length()").value(1)));
        var overlap = expect(as(alliance.one().value(), get(base + "/overlap")));
        String joint = JsonPath.read(overlap.andReturn().getResponse().getContentAsString(), "$.items[0].jointAccount");
        var entry =
                "{\"tier\": \"A\", \"lead\": \"%s\", \"reason\": {\"code\": \"PLAN\", \"sentence\": \"So planned.\"}}"
                        .formatted(alliance.one());
        for (var company : List.of(alliance.one(), alliance.other())) {
            http.perform(as(company.value(), put(base + "/joint-accounts/" + joint + "/book-entry"))
                            .header("If-Match", "\"0\"")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(entry))
                    .andExpect(status().isOk());
        }
        return joint;
    }

    private static void until(ThrowingRunnable holds) {
        await().atMost(ofSeconds(30)).untilAsserted(holds);
    }

    private ResultActions expect(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder as(String company, MockHttpServletRequestBuilder request) {
        return request.header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER));
    }
}
