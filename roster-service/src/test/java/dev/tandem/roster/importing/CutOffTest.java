package dev.tandem.roster.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.csv.CsvRows.Form;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Files of a partnership whose import was cut off: it goes on, each row ends as it did, and one that is no longer
/// good at its turn is refused in the report.
@NullMarked
class CutOffTest extends AgreedPair {
    private static final String WHY = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [{"id": "intro", "kind": "TRAINING", "sentence": "The joint offer."}], "noticeDays": 30}
            """;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Importing importing;

    @Autowired
    private List<Table> tables;

    private String company = "";
    private String resource = "";

    @Test
    void activitiesGoOnAndAreRefusedOnceNothingIsInForce() throws Exception {
        agree("dione", "thebe");
        rep("dione", "D1", "Dee Dahl");
        var start = Instant.now().minus(Duration.ofHours(9)).truncatedTo(ChronoUnit.SECONDS);
        var file = "activity,kind,start,minutes,users,evidence\nA-1,MEETING,%s,45,D1:PRESENTED,calendar:1\n"
                .formatted(start);
        var done = imported("activity-imports", file);

        goesOn(done, "ACTIVITIES", file);
        ended(done, "APPLIED");
        assertThat(get(manager("dione"), resource + "/activities"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);

        assertThat(postCurrent(manager("thebe"), resource, "/suspension", WHY)).hasStatusOk();
        goesOn(done, "ACTIVITIES", file);
        refused(done, "NOT_IN_FORCE");
    }

    /// As after a fault of the store: by the round that comes after a while, each time.
    @Test
    void whatStoppedGoesOnWithoutAStartOrARequest() throws Exception {
        agree("naiad", "despina");
        rep("naiad", "N1", "Nan Nye");
        var file = "crmUser,requirement,proof\nN1,intro,Certificate 7\n";
        var done = imported("onboarding-imports", file);

        for (int round = 0; round < 2; round++) {
            stopped(done, "ONBOARDING", file);
            importing.resumeLater();
            ended(done, "APPLIED");
        }
    }

    @Test
    void onboardingGoesOnAndIsRefusedForWhoHasLeft() throws Exception {
        agree("titan", "hyperion");
        var rep = rep("titan", "T1", "Tia Thor");
        var file = "crmUser,requirement,proof\nT1,intro,Certificate 7\n";
        var done = imported("onboarding-imports", file);

        goesOn(done, "ONBOARDING", file);
        ended(done, "APPLIED");

        var path = "/roster/reps/" + rep;
        var admin = Tokens.bearer("titan", Role.ADMIN);
        var etag = get(admin, path).getResponse().getHeader("ETag");
        assertThat(send(HttpMethod.PUT, admin, path, "k", etag, "{\"name\": \"Tia Thor\", \"active\": false}"))
                .hasStatusOk();
        goesOn(done, "ONBOARDING", file);
        refused(done, "NOT_ACTIVE");
    }

    @Test
    void thePlaybookGoesOnOverNothingThatWasWrittenSinceAndIsRefusedOnceTakenBack() throws Exception {
        agree("ariel", "oberon");
        var review = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        var file = "entry,kind,title,text,audience,reviewBy,because\n"
                + "E-1,ANSWER,Who supports it?,Both do.,EVERYBODY,%s,Customers ask it.\n".formatted(review);
        var done = imported("playbook-imports", file);
        goesOn(done, "PLAYBOOK", file);
        ended(done, "APPLIED");
        String entry = JsonPath.read(body(done + "/rows"), "$.items[0].id");
        assertThat(entry(entry)).contains("\"revision\":1");

        assertThat(post(manager("ariel"), resource + "/playbook/" + entry + "/revision", """
                        {"entry": {"kind": "ANSWER", "title": "Who supports it?", "text": "Oberon does.",
                           "audience": "EVERYBODY", "reviewBy": "%s"},
                         "reason": {"code": "NEWS", "sentence": "It changed."}}
                        """.formatted(review)))
                .hasStatusOk();
        goesOn(done, "PLAYBOOK", file);
        ended(done, "UNCHANGED");
        assertThat(entry(entry)).contains("Oberon does.");

        assertThat(post(manager("ariel"), resource + "/playbook/" + entry + "/withdrawal", WHY))
                .hasStatusOk();
        goesOn(done, "PLAYBOOK", file);
        refused(done, "WITHDRAWN");
    }

    @Test
    void engagementsGoOnOverNothingThatWasSaidSinceAndAreRefusedOnceTakenBack() throws Exception {
        agree("proteus", "larissa");
        var joint = sharedAccount(resource, "proteus", "larissa");
        var file = "objectId,jointAccount,stage,opportunity\nengagement/e-1,%s,QUALIFIED,O-1\n".formatted(joint);
        var done = imported("engagement-imports", file);
        String opened = JsonPath.read(body(done + "/rows"), "$.items[0].id");
        var engagement = resource + "/engagements/" + opened;
        assertThat(post(manager("proteus"), engagement + "/stage", """
                        {"stage": "WON", "reason": {"code": "SIGNED", "sentence": "They signed."}}
                        """)).hasStatusOk();
        goesOn(done, "ENGAGEMENTS", file);
        ended(done, "APPLIED");
        assertThat(body(engagement)).contains("WON", "They signed.").doesNotContain("QUALIFIED");

        assertThat(post(manager("proteus"), engagement + "/withdrawal", WHY)).hasStatusOk();
        goesOn(done, "ENGAGEMENTS", file);
        refused(done, "WITHDRAWN");
    }

    @Test
    void aFileThatIsTooLongOrTooLargeIsRefusedWithTheLimit() throws Exception {
        agree("miranda", "umbriel");
        var rows = "U1,intro,x\n".repeat(2_001);
        assertThat(upload("onboarding-imports", "crmUser,requirement,proof\n" + rows))
                .hasStatus(400)
                .bodyText()
                .contains("TOO_MANY_ROWS", "more than 2000 rows");
        assertThat(upload("onboarding-imports", "x".repeat(8_388_609)))
                .hasStatus(413)
                .bodyText()
                .contains("TOO_LARGE", "larger than 8388608 bytes");
    }

    private void agree(String one, String other) throws Exception {
        company = one;
        resource = agreed(one, other, TERMS);
    }

    private MvcTestResult upload(String path, String file) {
        return postCsv(
                manager(company), resource + "/" + path, UUID.randomUUID().toString(), file);
    }

    private String imported(String path, String file) {
        var accepted = upload(path, file);
        assertThat(accepted).hasStatus(202);
        var location = "" + accepted.getResponse().getHeader("Location");
        ended(location, "APPLIED");
        return location;
    }

    /// As it does at a start after a crash before its rows were noted as done.
    private void goesOn(String location, String name, String file) {
        stopped(location, name, file);
        importing.resume();
    }

    private void stopped(String location, String name, String file) {
        var id = location.substring(location.lastIndexOf('/') + 1);
        var table = tables.stream().filter(each -> each.name().equals(name)).findFirst();
        var form = new Form(table.orElseThrow().columns(), table.orElseThrow().required(), 10);
        var part = new TableImport.Part(CsvRows.read(file, form).rows(), List.of());
        var json = Document.parse(new String(new StateCodec().toJson(part), StandardCharsets.UTF_8));
        set("table_import_parts", id + "-000000", new Update().set("state", json));
        set(
                "table_imports",
                id,
                new Update()
                        .set("state.partsDone", 0)
                        .set(
                                "state.count",
                                new Document("applied", 0)
                                        .append("unchanged", 0)
                                        .append("refused", 0)));
        set("table_import_notes", id, new Update().set("state.open", true));
    }

    private void set(String collection, String id, Update update) {
        mongo.updateFirst(new Query(Criteria.where("_id").is(id)), update, collection);
    }

    private void refused(String location, String rule) {
        ended(location, "REFUSED");
        assertThat(get(manager(company), location + "/rows"))
                .bodyJson()
                .extractingPath("$.items[0].reason.code")
                .isEqualTo(rule);
        assertThat(get(manager(company), location))
                .bodyJson()
                .extractingPath("$.refused")
                .isEqualTo(1);
    }

    private void ended(String location, String how) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(get(manager(company), location)).bodyText().contains("DONE");
            assertThat(get(manager(company), location + "/rows"))
                    .bodyJson()
                    .extractingPath("$.items[*].ended")
                    .isEqualTo(List.of(how));
        });
    }

    private String entry(String id) throws Exception {
        return body(resource + "/playbook/" + id);
    }

    private String body(String path) throws Exception {
        return get(manager(company), path).getResponse().getContentAsString();
    }
}
