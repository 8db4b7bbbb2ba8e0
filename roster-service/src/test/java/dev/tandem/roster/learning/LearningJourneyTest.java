package dev.tandem.roster.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmOut.PlaybookEntry;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The playbook, a question and its expert, feedback, and what is left of a person after the erasure, over HTTP.
@NullMarked
class LearningJourneyTest extends AgreedPair {
    private static final CompanyId HADES = new CompanyId("hades");
    private static final String WHY = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers = "";

    private String resource = "";

    @Test
    void thePlaybookIsReadByAllAndRecalledWhenNothingCrosses() throws Exception {
        resource = agreed("hermes", "hades", TERMS);
        var review = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        assertThat(post(manager("hermes"), resource + "/playbook", entry("EVERYBODY", review.minusDays(60))))
                .hasStatus(400);
        var written = post(manager("hermes"), resource + "/playbook", entry("EVERYBODY", review));
        assertThat(written).hasStatus(201);
        var entry = resource + "/playbook/" + text(written, "$.id");
        var hidden = post(manager("hermes"), resource + "/playbook", entry("MANAGERS", review));
        var rep = Tokens.bearer("hades", Role.REP);
        assertThat(get(rep, entry))
                .bodyJson()
                .extractingPath("$.citation")
                .asString()
                .startsWith("playbook/");
        assertThat(get(rep, resource + "/playbook/" + text(hidden, "$.id"))).hasStatus(404);
        assertThat(get(manager("passer-by"), entry)).hasStatus(404);
        assertThat(post(manager("hades"), entry + "/withdrawal", WHY)).hasStatus(409);
        told(text(written, "$.id"), review);
        await().untilAsserted(() -> assertThat(
                        read(Topics.crmOut(HADES)).stream().filter(event -> event.payload() instanceof PlaybookEntry))
                .hasSize(2));
        assertThat(postCurrent(manager("hades"), resource, "/suspension", WHY)).hasStatusOk();
        assertThat(get(rep, entry)).hasStatus(404);
        assertThat(get(manager("hermes"), entry)).hasStatusOk();
        await().untilAsserted(() -> assertThat(
                        read(Topics.crmOut(HADES)).stream().filter(event -> event.payload() instanceof Withdrawn))
                .hasSize(2));
        await().untilAsserted(() -> assertThat(get(manager("hades"), resource + "/withdrawal-receipt"))
                .bodyText()
                .contains("PLAYBOOK"));
    }

    private void told(String id, LocalDate review) {
        var partnership = resource.substring(resource.lastIndexOf('/') + 1);
        var sample = GoldenSample.of("PlaybookEntry")
                .with("p-1", partnership)
                .with("borealis", "hermes")
                .with("entry-1", id)
                .with("2026-02-28", review.toString());
        await().untilAsserted(() -> new GoldenEvents(brokers, "roster")
                .assertSent(Topics.crmOut(HADES), "playbook/" + partnership + "/" + id, sample, List.of()));
    }

    private static String entry(String audience, LocalDate review) {
        return """
                {"entry": {"kind": "ANSWER", "title": "Who supports it after the sale?",
                   "text": "Both do: one number, one ticket.", "audience": "%s", "reviewBy": "%s"},
                 "reason": {"code": "ASKED", "sentence": "Customers ask it."}}
                """.formatted(audience, review);
    }

    @Test
    void aQuestionReachesThoseWhoOfferWhatItAsksForAndFeedbackItsReceiverAlone() throws Exception {
        resource = agreed("athena", "pallas", TERMS);
        var ada = rep("athena", "AD", "Ada Ash");
        var pia = skilled("P1", "Pia Pine");
        var asker = Tokens.bearerOf("AD", "athena", Role.REP);
        var expert = Tokens.bearerOf("P1", "pallas", Role.REP);
        var asked =
                post(asker, resource + "/questions", "{\"topics\": [\"Migration\"], \"text\": \"Who moved 10 TB?\"}");
        assertThat(asked).hasStatus(201);
        var question = resource + "/questions/" + text(asked, "$.question");
        var answer = "{\"text\": \"We did: by truck.\"}";
        refused(post(expert, question + "/answers", answer), "NOT_ASKED", "");
        refused(post(asker, question + "/answers", answer), "NOT_ASKED", "");
        assertThat(get(expert, "/roster/me/queue")).bodyJson().isStrictlyEqualTo("{\"items\": []}");

        offered();
        assertThat(get(expert, "/roster/me/queue"))
                .bodyJson()
                .extractingPath("$.items[*].kind")
                .isEqualTo(List.of("QUESTION"));
        assertThat(post(expert, question + "/answers", answer)).hasStatusOk();
        var helped = """
                {"company": "pallas", "rep": "%s", "reason": {"code": "HELPED", "sentence": "It worked."}}
                """.formatted(pia);
        refused(post(expert, question + "/confirmation", helped), "NOT_THE_ASKER", "\"answers\"");
        refused(post(manager("athena"), question + "/confirmation", helped), "NOT_THE_ASKER", "");
        refused(post(asker, question + "/answers", answer), "NOT_ASKED", "\"confirmation\"");
        assertThat(post(asker, question + "/confirmation", helped)).hasStatusOk();
        refused(post(asker, question + "/answers", answer), "NOT_ASKED", "");
        assertThat(post(asker, question + "/confirmation", helped)).hasStatus(409);
        assertThat(get(manager("passer-by"), resource + "/questions")).hasStatus(404);
        feedback(ada, pia);
        forgotten(pia);
    }

    /// @param allowed what the caller can do instead, as JSON
    private static void refused(MvcTestResult answer, String code, String allowed) {
        assertThat(answer)
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"%s\", \"allowed\": [%s]}".formatted(code, allowed));
    }

    private void feedback(String ada, String pia) throws Exception {
        var activity = text(
                post(manager("athena"), resource + "/activities", """
                {"kind": "CALL", "start": "%s", "minutes": 30, "attended": [{"rep": "%s", "act": "ATTENDED"}],
                 "invited": ["pallas"], "evidence": ["call 1"],
                 "reason": {"code": "MET", "sentence": "We spoke."}}
                """.formatted(
                                Instant.now().minus(Duration.ofHours(2)), ada)),
                "$.activity");
        assertThat(post(manager("pallas"), resource + "/activities/" + activity + "/confirmation", """
                        {"attended": [{"rep": "%s", "act": "SUPPORTED"}],
                         "reason": {"code": "MET", "sentence": "So it was."}}
                        """.formatted(pia)))
                .hasStatusOk();
        var letter = """
                {"company": "pallas", "rep": "%s", "activity": "%s", "text": "Your example opened the talk."}
                """.formatted(pia, activity);
        await().untilAsserted(() -> assertThat(
                        post(Tokens.bearerOf("AD", "athena", Role.REP), resource + "/feedback", letter))
                .hasStatus(201));
        assertThat(get(Tokens.bearerOf("P1", "pallas", Role.REP), "/roster/me/feedback"))
                .bodyText()
                .contains("Your example")
                .doesNotContain(ada);
        assertThat(get(Tokens.bearerOf("AD", "athena", Role.REP), "/roster/me/feedback"))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": []}");
        assertThat(get(manager("pallas"), "/roster/me/feedback")).hasStatus(403);
    }

    private void forgotten(String pia) {
        var admin = Tokens.bearer("pallas", Role.ADMIN);
        assertThat(get(admin, "/roster/reps/" + pia + "/traces")).bodyText().contains("peer feedback", "questions");
        write(Topics.crmPeopleIn(new CompanyId("pallas")), "P1", 0, null);
        await().untilAsserted(() -> assertThat(get(admin, "/roster/reps/" + pia + "/traces"))
                .bodyJson()
                .extractingPath("$.traces[?(@.place=~/.*(feedback|wrote).*/)].state")
                .isEqualTo(List.of("ERASED", "ERASED")));
        assertThat(get(Tokens.bearerOf("AD", "athena", Role.REP), resource + "/questions"))
                .bodyText()
                .doesNotContain("by truck")
                .contains("It worked.");
    }

    private String skilled(String user, String name) throws Exception {
        var fields = Map.of("name", name, "skills", "Data models, migration");
        var change = new CrmChange("user", new CrmId(user), null, CrmChange.Change.FULL, fields);
        write(Topics.crmPeopleIn(new CompanyId("pallas")), user, 0, change);
        return await().until(
                        () -> JsonPath.<List<String>>read(
                                get(Tokens.bearer("pallas", Role.ADMIN), "/roster/reps")
                                        .getResponse()
                                        .getContentAsString(),
                                "$.items[*].rep"),
                        found -> found.size() == 1)
                .getFirst();
    }

    private void offered() {
        assertThat(post(manager("pallas"), resource + "/roster-offers", """
                        {"fields": ["SKILLS"], "reason": {"code": "START", "sentence": "Those who work with you."}}
                        """)).hasStatus(201);
        assertThat(post(manager("athena"), resource + "/roster-answers", """
                        {"company": "pallas", "version": 1, "verdict": "ACCEPTED",
                         "reason": {"code": "OK", "sentence": "As agreed."}}
                        """)).hasStatusOk();
    }

    private static String text(MvcTestResult answer, String path) throws Exception {
        return JsonPath.read(answer.getResponse().getContentAsString(), path);
    }
}
