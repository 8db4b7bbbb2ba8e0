package dev.tandem.roster.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut.PartnerRep;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.contracts.erasure.PersonErased;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.RosterTest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A roster from the offer to its withdrawal; what was not offered is looked for everywhere.
@NullMarked
class ExchangeTest extends RosterTest {
    private static final CompanyId PLANET = new CompanyId("planet");
    private static final List<String> SECRETS = List.of("osborn@", "Closes everything", "+49");
    private static final String POLICY = """
            {"reason": {"code": "START", "sentence": "What we agreed on."}, "sharing": {"rules": []},
             "crediting": {"rules": [{"id": "revenue", "creditType": "REVENUE", "mode": "SPLIT",
               "model": {"@type": "Equal"}}]}}
            """;
    private static final String WHY = "{\"reason\": {\"code\": \"END\", \"sentence\": \"We reorganise.\"}}";

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers = "";

    private String resource = "";

    @Test
    void theOtherSideHoldsOnlyWhatWasOfferedAndAcceptedUntilItIsTakenBack() throws Exception {
        resource = partnership();
        var harry = rep("H1", "Harry Hart");
        var mary = rep("M1", "Mary Moss");
        assertThat(offer("\"NAME\", \"LANGUAGES\""))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.reps")
                .isEqualTo(2);
        assertThat(see("/offered-reps")).bodyJson().isStrictlyEqualTo("{\"items\": []}");

        inForce();
        assertThat(see("/offered-reps"))
                .bodyText()
                .contains("Harry Hart", "de,en")
                .doesNotContain(SECRETS);
        assertThat(see("/roster-differences"))
                .bodyJson()
                .extractingPath("$.items[0].fieldsAdded")
                .isEqualTo(List.of("NAME", "LANGUAGES"));
        assertThat(sent()).isEmpty();
        assertThat(answer(1, "ACCEPTED")).hasStatusOk();
        await().untilAsserted(() -> assertThat(sent())
                .isEqualTo(Map.of(
                        harry, Map.of("name", "Harry Hart", "languages", "de,en"),
                        mary, Map.of("name", "Mary Moss", "languages", "de,en"))));

        offer("\"NAME\"");
        await().untilAsserted(() -> assertThat(sent())
                .isEqualTo(Map.of(harry, Map.of("name", "Harry Hart"), mary, Map.of("name", "Mary Moss"))));
        isSentAsTheSampleSays(harry, "Harry Hart");
        assertThat(answer(1, "ACCEPTED")).hasStatus(409);

        leaves(harry);
        await().untilAsserted(() -> assertThat(sent()).isEqualTo(Map.of(mary, Map.of("name", "Mary Moss"))));
        assertThat(see("/offered-reps")).bodyText().contains("Mary Moss").doesNotContain("Harry Hart");

        erased(mary);
        assertThat(see("/offered-reps")).bodyText().doesNotContain("Mary Moss");
        assertThat(post(manager("bugle"), resource + "/roster-withdrawal", WHY)).hasStatusOk();
        assertThat(see("/offered-reps")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        await().untilAsserted(() -> assertThat(sent()).isEmpty());
        assertThat(read(Topics.crmOut(PLANET)).toString()).doesNotContain(SECRETS);
        strangersFindNothing();
    }

    @Test
    void refusesToOfferWhoIsNoActiveRepOfTheCompany() throws Exception {
        register("fisk");
        register("hogan");
        var mine = invite("fisk", "hogan");
        var body = """
                {"fields": ["NAME"], "reps": ["nobody"], "reason": {"code": "X", "sentence": "Try."}}
                """;

        assertThat(post(manager("fisk"), mine + "/roster-offers", body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[0].field")
                .isEqualTo("reps");
        assertThat(post(manager("fisk"), mine + "/roster-withdrawal", WHY)).hasStatus(409);
    }

    /// From every place, and the partner's systems are told.
    private void erased(String rep) {
        var admin = Tokens.bearer("bugle", Role.ADMIN);
        var traces = "/roster/reps/" + rep + "/traces";
        assertThat(get(admin, traces)).bodyJson().extractingPath("$.complete").isEqualTo(false);
        assertThat(get(admin, traces))
                .bodyText()
                .contains("crm.planet.out rep/")
                .contains("HELD");
        assertThat(post(Tokens.bearer("planet", Role.ADMIN), "/roster/reps/" + rep + "/erasure", WHY))
                .hasStatus(404);
        assertThat(post(admin, "/roster/reps/" + rep + "/erasure", WHY))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.services[*].answer")
                .isEqualTo(List.of("WAITING", "WAITING"));
        await().untilAsserted(() -> assertThat(get(admin, traces)).bodyText().doesNotContain("HELD"));
        assertThat(get(admin, traces)).bodyJson().extractingPath("$.complete").isEqualTo(false);
        for (var service : List.of("accounts", "credit")) {
            var answer = new PersonErased(
                    new RepId(rep), new CompanyId("bugle"), service, List.of("its copy"), 3L, Instant.now());
            write(Topics.ERASURES, rep + "/" + service, 1, answer);
        }

        await().untilAsserted(() -> assertThat(get(admin, traces))
                .bodyJson()
                .isLenientlyEqualTo("{\"complete\": true, \"asked\": {\"reason\": {\"code\": \"END\"}}}"));
        assertThat(get(admin, traces))
                .bodyText()
                .contains("crm.planet.out rep/")
                .doesNotContain("HELD", "Mary");
        assertThat(sent()).isEmpty();
        assertThat(get(admin, "/roster/reps/" + rep))
                .bodyText()
                .contains("\"crmUser\":\"erased:")
                .doesNotContain("Mary", "osborn@");
    }

    private void strangersFindNothing() {
        for (var path : List.of("/roster-offers", "/offered-reps", "/roster-differences")) {
            assertThat(get(manager("gotham"), resource + path)).hasStatus(404);
        }
        for (var path : List.of("/roster-offers", "/roster-answers", "/roster-withdrawal")) {
            assertThat(post(manager("gotham"), resource + path, WHY)).hasStatus(404);
        }
    }

    private String rep(String user, String name) throws Exception {
        var body = """
                {"crmUser": "%s", "name": "%s", "email": "%s.osborn@bugle.example", "role": "Closes everything",
                 "territory": "+49", "profile": {"languages": "de,en", "capacity": 3}}
                """.formatted(user, name, user);
        var answer = post(Tokens.bearer("bugle", Role.ADMIN), "/roster/reps", body);
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.rep");
    }

    private void leaves(String rep) {
        var path = "/roster/reps/" + rep;
        var admin = Tokens.bearer("bugle", Role.ADMIN);
        var etag = get(admin, path).getResponse().getHeader("ETag");
        assertThat(send(HttpMethod.PUT, admin, path, "k", etag, "{\"name\": \"Harry Hart\", \"active\": false}"))
                .hasStatusOk();
    }

    private MvcTestResult offer(String fields) {
        return post(manager("bugle"), resource + "/roster-offers", """
                {"fields": [%s], "reason": {"code": "START", "sentence": "Those who work with you."}}
                """.formatted(fields));
    }

    private MvcTestResult answer(int version, String verdict) {
        return post(manager("planet"), resource + "/roster-answers", """
                {"company": "bugle", "version": %d, "verdict": "%s", "reason": {"code": "OK", "sentence": "As agreed."}}
                """.formatted(version, verdict));
    }

    private MvcTestResult see(String path) {
        return get(manager("planet"), resource + path);
    }

    private void isSentAsTheSampleSays(String rep, String name) {
        var partnership = resource.substring(resource.lastIndexOf('/') + 1);
        var sample = GoldenSample.of("PartnerRep")
                .with("p-1", partnership)
                .with("aurora", "bugle")
                .with("rep-ann", rep)
                .with("Ann Ash", name);
        new GoldenEvents(brokers, "roster")
                .assertSent(Topics.crmOut(PLANET), "rep/" + partnership + "/" + rep, sample, List.of());
    }

    /// By rep, what the other side's systems hold.
    private Map<String, Map<String, String>> sent() {
        var holds = new LinkedHashMap<String, Map<String, String>>();
        for (var event : read(Topics.crmOut(PLANET))) {
            switch (event.payload()) {
                case PartnerRep rep -> holds.put(rep.rep().value(), rep.fields());
                case Withdrawn gone ->
                    holds.remove(gone.id().substring(gone.id().lastIndexOf('/') + 1));
                default -> throw new AssertionError(event);
            }
        }
        return holds;
    }

    private String partnership() throws Exception {
        register("bugle");
        register("planet");
        return invite("bugle", "planet");
    }

    private String invite(String by, String with) throws Exception {
        var invited = post(manager(by), "/roster/partnerships", """
                {"name": "Both", "with": ["%s"], "reason": {"code": "GROWTH", "sentence": "Shared customers."}}
                """.formatted(with));
        var path = "/roster/partnerships/" + JsonPath.read(invited.getResponse().getContentAsString(), "$.partnership");
        postCurrent(manager(with), path, "/acceptance", "");
        return path;
    }

    private void inForce() {
        stateFit(resource, "bugle", "planet");
        postCurrent(manager("bugle"), resource, "/revisions", POLICY);
        postCurrent(manager("bugle"), resource, "/revisions/1/signature", "");
        assertThat(postCurrent(manager("planet"), resource, "/revisions/1/signature", ""))
                .hasStatusOk();
    }
}
