package dev.tandem.roster.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut.PartnerRep;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// What changes of a rep who is offered reaches the other side's systems, whenever it changes.
@NullMarked
class RepChangesTest extends AgreedPair {
    private static final CompanyId MAIA = new CompanyId("maia");
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    @Test
    void anotherLanguageIsToldAndOneWhoWasAwayAtTheAnswerIsToldOnReturning() throws Exception {
        var resource = agreed("electra", "maia", TERMS);
        var eve = rep("electra", "E1", "Eve Elm");
        var eli = rep("electra", "E2", "Eli Elm");
        offered(resource);
        changes(eli, "Eli Elm", "de", false);
        accepted(resource);
        await().untilAsserted(() -> assertThat(sent()).isEqualTo(Map.of(eve, Map.of("name", "Eve Elm"))));

        changes(eve, "Eve Elm", "de,fr", true);
        await().untilAsserted(() ->
                assertThat(sent()).isEqualTo(Map.of(eve, Map.of("name", "Eve Elm", "languages", "de,fr"))));

        changes(eli, "Eli Elm", "de", true);
        await().untilAsserted(
                        () -> assertThat(sent()).containsEntry(eli, Map.of("name", "Eli Elm", "languages", "de")));
    }

    private void offered(String resource) {
        assertThat(post(manager("electra"), resource + "/roster-offers", """
                        {"fields": ["NAME", "LANGUAGES"], "reason": {"code": "START", "sentence": "Who works with you."}}
                        """)).hasStatus(201);
    }

    private void accepted(String resource) {
        assertThat(post(manager("maia"), resource + "/roster-answers", """
                        {"company": "electra", "version": 1, "verdict": "ACCEPTED",
                         "reason": {"code": "OK", "sentence": "As agreed."}}
                        """)).hasStatusOk();
    }

    private void changes(String rep, String name, String languages, boolean active) {
        var path = "/roster/reps/" + rep;
        var admin = Tokens.bearer("electra", Role.ADMIN);
        var etag = get(admin, path).getResponse().getHeader("ETag");
        var body = "{\"name\": \"%s\", \"active\": %s, \"profile\": {\"languages\": \"%s\"}}"
                .formatted(name, active, languages);
        assertThat(send(HttpMethod.PUT, admin, path, UUID.randomUUID().toString(), etag, body))
                .hasStatusOk();
    }

    /// By rep, what the other side's systems hold.
    private Map<String, Map<String, String>> sent() {
        var holds = new LinkedHashMap<String, Map<String, String>>();
        for (var event : read(Topics.crmOut(MAIA))) {
            if (event.payload() instanceof PartnerRep rep) {
                holds.put(rep.rep().value(), rep.fields());
            } else if (event.payload() instanceof Withdrawn gone) {
                holds.remove(gone.id().substring(gone.id().lastIndexOf('/') + 1));
            }
        }
        return holds;
    }
}
