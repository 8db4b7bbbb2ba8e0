package dev.tandem.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Offline;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.SharingPolicy.CustomRule;
import dev.tandem.contracts.partnership.SharingPolicy.Rule;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// Vega and its partner lyra, with one of everything that vega can read. Lyra has another partnership, with cygnus, of
/// whose account it knows that all before it was worked through.
final class CuriousAlliance {
    private static final String PATH = "/accounts/partnerships/vega-lyra";
    private static final Alliance CURIOUS = Alliance.of("vega", "lyra");
    private static final Alliance WITNESS = Alliance.of("lyra", "cygnus");
    private static final PartnershipId NOTED = new PartnershipId("vega-noted");
    private static final String BECAUSE = "\"reason\": {\"code\": \"PLAN\", \"sentence\": \"We plan it so.\"}";

    private final MockMvc http;
    private final Outside outside;
    private int witnessed;
    private String imported = "";

    CuriousAlliance(MockMvc http, Outside outside) {
        this.http = http;
        this.outside = outside;
    }

    void begin() throws Exception {
        told(WITNESS.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME, SharedField.INDUSTRY));
        told(new PartnershipChanged(
                NOTED,
                "Some day",
                Status.INVITED,
                List.of(CURIOUS.one(), new CompanyId("offline-4712")),
                List.of(),
                new Offline(new CompanyId("offline-4712"), CURIOUS.one(), null, null)));
        outside.crm("lyra", Crm.account("L1", "name", "Sturmfels Werke", "city", "Kiel", "type", "Customer"));
        outside.crm("lyra", Crm.account("L2", "name", "Nordwind", "postcode", "24103"));
        outside.crm("lyra", Crm.account("L3", "name", "Nordwind", "postcode", "10115"));
        outside.crm("lyra", Crm.account("L4", "name", "Offen Gelistet", "type", "Customer"));
        // How many come in is told in tens: with these, what comes later is within one.
        for (int i = 0; i < 5; i++) {
            outside.crm("lyra", Crm.account("U" + i, "name", "Unbeteiligt " + "abcde".charAt(i)));
        }
        outside.crm("cygnus", Crm.account("C", "name", "Zeugenstand Sued"));
        vegasBook();
        until("lyra", "/accounts/accounts", "U4");
        post("lyra", "/accounts/populations", """
                {"population": "secret", "title": "secret", "rule": "industry = 'Secret'"}""");
        told(CURIOUS.sharing(1, policy()));
        until("vega", PATH + "/overlap", "\"A1\"");
        until("vega", PATH + "/reviews?status=OPEN", "A6");
        vegasWork();
        settle();
    }

    private void vegasBook() throws Exception {
        outside.crm(
                "vega",
                Crm.account(
                        "A1",
                        "name",
                        "Sturmfels Werke",
                        "city",
                        "Kiel",
                        "type",
                        "Customer",
                        "phone",
                        "+49 431 7654321",
                        "postcode",
                        "24103"));
        outside.crm("vega", Crm.account("A2", "name", "Privat Gehalten"));
        outside.crm("vega", Crm.account("A3", "name", "Geheim Gehalten"));
        outside.crm("vega", Crm.account("A4", "name", "Gezaehlt Gehalten"));
        outside.crm("vega", Crm.account("A5", "name", "Allein Unser Haus", "parentId", "A1"));
        outside.crm("vega", Crm.account("A6", "name", "Nordwind GmbH"));
        outside.crm("vega", new CrmChange("thing", new CrmId("T1"), null, Change.FULL, Map.of()));
        until("vega", "/accounts/accounts", "A6");
        until("vega", "/accounts/parked", "\"id\"");
    }

    private void vegasWork() throws Exception {
        var entry = "{\"tier\": \"A\", \"lead\": \"vega\", " + BECAUSE + "}";
        for (var company : List.of("vega", "lyra")) {
            var place = PATH + "/joint-accounts/" + joint() + "/book-entry";
            assertThat(send(company, json(put(place), entry).header("If-Match", "\"0\""), 200))
                    .isNotEmpty();
        }
        outside.crm(
                "vega",
                Crm.opportunity(
                        "O1",
                        "accountId",
                        "A1",
                        "stage",
                        "Won",
                        "amount",
                        "10.00",
                        "currency",
                        "EUR",
                        "closeDate",
                        "2026-03-31"));
        post("vega", "/accounts/populations", """
                {"population": "north", "title": "north", "rule": "city = 'Kiel'"}""");
        post("vega", PATH + "/sharing-requests", """
                {"population": "PROSPECTS", "level": "ALL_ACCOUNTS", "fields": ["PHONE"], %s}""".formatted(BECAUSE));
        var file = MockMvcRequestBuilders.post("/accounts/imports")
                .header("Idempotency-Key", "k")
                .contentType("text/csv")
                .content("id,name\nA7,Aus Einer Datei\n");
        imported = JsonPath.read(send("vega", file, 202), "$.id");
        until("vega", "/accounts/imports/" + imported, "DONE");
        until("vega", PATH + "/deals", "\"O1\"");
        until("vega", PATH + "/overlap/changes", "A1");
        until("vega", "/accounts/offline-partners/vega-noted", "offline-4712");
    }

    /// Prospects where both have them, customers all, those with open opportunities counted, and no secret ones.
    private static SharingPolicy policy() {
        var vega = Stream.of(Population.values())
                .map(population -> rule(CURIOUS.one(), population, SharingLevel.OVERLAPPING_ACCOUNTS));
        var lyra = Stream.of(
                rule(CURIOUS.other(), Population.PROSPECTS, SharingLevel.OVERLAPPING_ACCOUNTS),
                rule(CURIOUS.other(), Population.CUSTOMERS, SharingLevel.ALL_ACCOUNTS),
                rule(CURIOUS.other(), Population.OPEN_OPPORTUNITIES, SharingLevel.COUNTS_ONLY));
        return new SharingPolicy(
                Stream.concat(vega, lyra).toList(),
                List.of(new CustomRule(CURIOUS.other(), new PopulationName("secret"), SharingLevel.HIDDEN, Set.of())));
    }

    private static Rule rule(CompanyId party, Population population, SharingLevel level) {
        return new Rule(party, population, level, Set.of(SharedField.NAME));
    }

    /// All that lyra said so far has been worked through.
    void settle() {
        for (int twice = 0; twice < 2; twice++) {
            var said = "Zum Mal " + ++witnessed;
            outside.crm("lyra", Crm.account("Z", "name", "Zeugenstand Sued", "industry", said));
            until("cygnus", "/accounts/partnerships/lyra-cygnus/overlap", "\"" + said + "\"");
        }
    }

    String joint() {
        try {
            List<String> joints =
                    JsonPath.read(body("vega", PATH + "/overlap"), "$.items[?(@.ownAccount=='A1')].jointAccount");
            return joints.getFirst();
        } catch (Exception unread) {
            throw new IllegalStateException(unread);
        }
    }

    /// Vega's own, by collection.
    Map<String, List<String>> ids() throws Exception {
        return Map.ofEntries(
                Map.entry("partnerships", List.of("vega-lyra")),
                Map.entry("offline-partners", List.of("vega-noted")),
                Map.entry("revisions", List.of("1")),
                Map.entry("accounts", List.of("A1", "A2", "A3", "A4", "A5", "A6", "A7")),
                Map.entry("joint-accounts", List.of(joint())),
                Map.entry("populations", List.of("north")),
                Map.entry("opportunities", List.of("O1")),
                Map.entry("imports", List.of(imported)),
                Map.entry("reviews", one(PATH + "/reviews", "review")),
                Map.entry("deals", one(PATH + "/deals", "deal")),
                Map.entry("sharing-requests", one(PATH + "/sharing-requests", "id")),
                Map.entry("parked", one("/accounts/parked", "id")));
    }

    private List<String> one(String path, String id) throws Exception {
        return List.of(JsonPath.<String>read(body("vega", path), "$.items[0]." + id));
    }

    private void told(PartnershipChanged partnership) {
        outside.platform(Topics.PARTNERSHIPS, partnership.partnership().value(), partnership);
    }

    private void until(String company, String path, String part) {
        await().atMost(ofSeconds(40))
                .untilAsserted(() -> assertThat(body(company, path)).contains(part));
    }

    private void post(String company, String path, String body) throws Exception {
        send(company, json(MockMvcRequestBuilders.post(path), body), 201);
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.header("Idempotency-Key", "k")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private String body(String company, String path) throws Exception {
        return send(company, get(path), 0);
    }

    /// @param status that is expected; any where it is zero
    private String send(String company, MockHttpServletRequestBuilder request, int status) throws Exception {
        var bearer = Tokens.bearer(company, Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM);
        var answer = http.perform(request.header("Authorization", bearer))
                .andReturn()
                .getResponse();
        var body = answer.getContentAsString(UTF_8);
        assertThat(status == 0 || answer.getStatus() == status).as(body).isTrue();
        return body;
    }
}
