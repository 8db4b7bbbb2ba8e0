package dev.tandem.roster.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.kit.store.Canary;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A person is driven through every feature that takes a person, and erased: then nothing in the store says who it was,
/// whatever comes late, is redriven or repeated.
@NullMarked
class WholeStoreTest extends AgreedPair {
    private static final CompanyId LETHE = new CompanyId("lethe1");
    private static final CompanyId STYX = new CompanyId("styx1");
    private static final String NAME = "Zyxwa Qvortrup";
    private static final String MAIL = "zq@canary.example";
    private static final String PHONE = "+45 7777 4711";
    private static final String USER = "U-canary-4711";
    private static final String[] CANARIES = {NAME, MAIL, PHONE, USER};
    private static final String WHY = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [{"id": "intro", "kind": "TRAINING", "sentence": "Introduction."}],
             "noticeDays": 30}
            """;

    @Autowired
    private MongoOperations mongo;

    private final String admin = Tokens.bearer("lethe1", Role.ADMIN);
    private String resource = "";

    @Test
    void nothingInTheStoreSaysWhoItWas() throws Exception {
        resource = agreed("lethe1", "styx1", TERMS);
        var pat = rep("styx1", "S1", "Pat Poe");
        comesByTheCrm();
        var rep = idOf(NAME);
        parked();
        offered();
        meets(rep, pat);
        learns(rep, pat);
        awarded(rep, pat);
        filed();
        assertThat(Canary.found(mongo, CANARIES))
                .contains("parked_events: " + NAME, "parked_events: " + USER, "receipts: " + USER)
                .contains("reps: " + NAME, "reps: " + MAIL, "reps: " + USER);

        assertThat(post(admin, "/roster/reps/" + rep + "/erasure", WHY)).hasStatus(202);
        await().untilAsserted(() -> assertThat(Canary.found(mongo, CANARIES)).isEmpty());

        comesLate();
        assertThat(Canary.found(mongo, CANARIES)).isEmpty();
        redriven();
        assertThat(Canary.found(mongo, CANARIES)).isEmpty();
        assertThat(get(admin, "/roster/receipts?outcome=ERASED"))
                .bodyText()
                .contains("erased:")
                .doesNotContain(CANARIES);
    }

    private void comesByTheCrm() {
        user(USER, Change.FULL, Map.of("name", NAME, "email", MAIL, "phone", PHONE, "skills", "migration"));
        user("U-2", Change.FULL, Map.of("name", "Next", "managerUser", USER));
        await().untilAsserted(
                        () -> assertThat(get(admin, "/roster/reps")).bodyText().contains(NAME, "Next"));
    }

    /// In each way in which a record can name the person and yet not be applied.
    private void parked() {
        user(USER, Change.FIELDS, Map.of("email", "no address of " + NAME));
        user(USER, Change.FIELDS, Map.of("name", NAME, "phone", PHONE));
        user("U-2", Change.FIELDS, Map.of("managerUser", USER, "capacity", "many"));
        record("k-1", new CrmChange("user", new CrmId(USER), null, Change.FULL, Map.of("name", NAME)));
        record("c-1", new CrmChange("contact", new CrmId("c-1"), null, Change.FULL, Map.of("name", NAME)));
        activity("activity/1", "PARTY");
        await().untilAsserted(() -> assertThat(waiting()).hasSize(6));
    }

    private void offered() {
        assertThat(post(manager("lethe1"), resource + "/roster-offers", """
                        {"fields": ["NAME", "EMAIL", "SKILLS"],
                         "reason": {"code": "START", "sentence": "Those who work with you."}}
                        """)).hasStatus(201);
        assertThat(post(manager("styx1"), resource + "/roster-answers", """
                        {"company": "lethe1", "version": 1, "verdict": "ACCEPTED",
                         "reason": {"code": "OK", "sentence": "As agreed."}}
                        """)).hasStatusOk();
        await().untilAsserted(
                        () -> assertThat(read(Topics.crmOut(STYX)).toString()).contains(NAME, MAIL));
    }

    private void meets(String rep, String pat) throws Exception {
        activity("activity/2", "CALL");
        var reported = post(manager("lethe1"), resource + "/activities", """
                {"kind": "INTRODUCTION", "start": "%s", "minutes": 30,
                 "attended": [{"rep": "%s", "act": "INTRODUCED"}], "invited": ["styx1"], "evidence": ["mail 1"],
                 "reason": {"code": "MET", "sentence": "We introduced you."}}
                """.formatted(
                        Instant.now().minus(Duration.ofHours(2)), rep));
        var activity = text(reported, "$.activity");
        assertThat(post(manager("styx1"), resource + "/activities/" + activity + "/confirmation", """
                        {"attended": [{"rep": "%s", "act": "SUPPORTED"}],
                         "reason": {"code": "MET", "sentence": "So it was."}}
                        """.formatted(pat)))
                .hasStatusOk();
        await().untilAsserted(() -> assertThat(
                        post(Tokens.bearerOf("S1", "styx1", Role.REP), resource + "/recognitions", """
                        {"company": "lethe1", "rep": "%s", "behaviour": "SHARED_KNOWLEDGE", "activity": "%s",
                         "reason": {"code": "HELPED", "sentence": "Knew the answer."}}
                        """.formatted(
                                        rep, activity)))
                .hasStatus(201));
        letter("S1", "styx1", "lethe1", rep, activity);
        letter(USER, "lethe1", "styx1", pat, activity);
    }

    private void letter(String from, String company, String to, String rep, String activity) {
        assertThat(post(Tokens.bearerOf(from, company, Role.REP), resource + "/feedback", """
                        {"company": "%s", "rep": "%s", "activity": "%s", "text": "Your example opened the talk."}
                        """.formatted(
                                to, rep, activity)))
                .hasStatus(201);
    }

    private void learns(String rep, String pat) throws Exception {
        var self = Tokens.bearerOf(MAIL, "lethe1", Role.REP);
        var asked = post(self, resource + "/questions", "{\"topics\": [\"Migration\"], \"text\": \"Who did it?\"}");
        assertThat(asked).hasStatus(201);
        var written =
                post(Tokens.bearerOf(USER, "lethe1", Role.ALLIANCE_MANAGER), resource + "/playbook", """
                {"entry": {"kind": "ANSWER", "title": "Who supports it?", "text": "Both do.",
                   "audience": "EVERYBODY", "reviewBy": "%s"},
                 "reason": {"code": "ASKED", "sentence": "Customers ask it."}}
                """.formatted(
                                LocalDate.now(ZoneOffset.UTC).plusDays(30)));
        assertThat(written).hasStatus(201);
        assertThat(get(self, "/roster/me/queue")).hasStatusOk();
        assertThat(post(self, resource + "/briefing-acknowledgements", "{\"revision\": 1}"))
                .hasStatusOk();
        assertThat(rep).isNotEqualTo(pat);
    }

    private void awarded(String rep, String pat) {
        assertThat(post(manager("styx1"), resource + "/roster-offers", """
                        {"fields": ["ROLE"], "reason": {"code": "START", "sentence": "Ours."}}
                        """)).hasStatus(201);
        assertThat(post(manager("lethe1"), resource + "/roster-answers", """
                        {"company": "styx1", "version": 1, "verdict": "ACCEPTED",
                         "reason": {"code": "OK", "sentence": "As agreed."}}
                        """)).hasStatusOk();
        assertThat(post(manager("lethe1"), resource + "/award-proposals", """
                {"period": "2026-02", "title": "Team of the month", "teams": [{"name": "North", "members": [
                   {"company": "lethe1", "rep": "%s"}, {"company": "styx1", "rep": "%s"}]}],
                 "evidence": ["goal north"], "reason": {"code": "PLAN", "sentence": "Both want it so."}}
                """.formatted(rep, pat)))
                .hasStatus(201);
        assertThat(post(manager("styx1"), resource + "/award-confirmations", """
                {"period": "2026-02", "reason": {"code": "OK", "sentence": "Well done."}}
                """))
                .hasStatusOk();
        await().untilAsserted(
                        () -> assertThat(read(Topics.crmOut(LETHE)).toString()).contains(USER));
    }

    private void filed() {
        assertThat(file("crmUser,name,email\n%s,%s,%s\n".formatted(USER, NAME, MAIL)))
                .hasStatus(202);
        assertThat(post(
                        admin,
                        "/roster/reps",
                        "{\"crmUser\": \"U-5\", \"name\": \"Five\", \"profile\": {\"managerUser\": \"%s\"}}"
                                .formatted(USER)))
                .hasStatus(201);
    }

    private MvcTestResult file(String text) {
        return postCsv(admin, "/roster/rep-imports", UUID.randomUUID().toString(), text);
    }

    /// In every way in which something of old can arrive: in flight, replayed with a newer time or number, broken, of
    /// others who name the person, and by file.
    private void comesLate() {
        user(USER, Change.FULL, Map.of("name", NAME, "email", MAIL));
        record(USER, new CrmChange("user", new CrmId(USER), BigInteger.TWO.pow(60), Change.FULL, Map.of("name", NAME)));
        user(USER, Change.FULL, Map.of("name", NAME, "email", "no address"));
        record(USER, new CrmChange("contact", new CrmId(USER), null, Change.FULL, Map.of("name", NAME)));
        record("k-2", new CrmChange("user", new CrmId(USER), null, Change.FULL, Map.of("name", NAME)));
        user(USER, Change.DELETED, Map.of());
        activity("activity/3", "CALL");
        activity("activity/4", "PARTY");
        assertThat(file("crmUser,name,email\n%s,%s,%s\n".formatted(USER, NAME, MAIL)))
                .hasStatus(202);
        user("U-9", Change.FULL, Map.of("name", "Last"));
        await().untilAsserted(
                        () -> assertThat(get(admin, "/roster/reps")).bodyText().contains("Last"));
        await().untilAsserted(() -> assertThat(waiting()).anyMatch(parked -> parked.equals("activity/4")));
        await().untilAsserted(() -> assertThat(mongo.findAll(org.bson.Document.class, "table_import_notes"))
                .noneMatch(note -> note.toJson().contains("\"open\": true")
                        && note.toJson().contains("lethe1")));
        assertThat(get(admin, "/roster/reps")).bodyText().doesNotContain(CANARIES);
    }

    private void redriven() throws Exception {
        List<String> ids = JsonPath.read(body(get(admin, "/roster/parked")), "$.items[*].id");
        for (var id : ids) {
            assertThat(post(admin, "/roster/parked/" + id + "/redrive", ""))
                    .satisfies(answer ->
                            assertThat(answer.getResponse().getStatus()).isIn(200, 409));
        }
    }

    private List<String> waiting() {
        return JsonPath.read(body(get(admin, "/roster/parked")), "$.items[*].key");
    }

    private void activity(String id, String kind) {
        var fields = Map.of(
                "partnership",
                resource.substring(resource.lastIndexOf('/') + 1),
                "kind",
                kind,
                "start",
                Instant.now().minus(Duration.ofHours(3)).toString(),
                "minutes",
                "30",
                "users",
                USER + ":PRESENTED, U-2");
        record(id, new CrmChange("activity", new CrmId(id), BigInteger.ONE, Change.FULL, Map.copyOf(fields)));
    }

    private void user(String user, Change change, Map<String, String> fields) {
        record(user, new CrmChange("user", new CrmId(user), null, change, Map.copyOf(fields)));
    }

    private void record(String key, CrmChange change) {
        write(Topics.crmPeopleIn(LETHE), key, 0, change);
    }

    private String idOf(String name) {
        List<String> found =
                JsonPath.read(body(get(admin, "/roster/reps")), "$.items[?(@.name=='%s')].rep".formatted(name));
        return found.getFirst();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(MvcTestResult answer, String path) {
        return JsonPath.read(body(answer), path);
    }
}
