package dev.tandem.roster.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Activities, onboarding, the playbook and engagements by file.
@NullMarked
class TableImportTest extends AgreedPair {
    private static final String WHY = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [{"id": "intro", "kind": "TRAINING", "sentence": "The joint offer."}], "noticeDays": 30}
            """;
    private static final String ENGAGEMENTS = "objectId,jointAccount,engagement,opportunity,stage,because\n";

    @Test
    void activitiesComeByFileLikeFromTheCrmAndTheSameFileAgainChangesNothing() throws Exception {
        var resource = agreed("larch", "maple", TERMS);
        rep("larch", "L1", "Lea Larch");
        var start = Instant.now().minus(Duration.ofHours(9)).truncatedTo(ChronoUnit.SECONDS);
        var file = "activity,kind,start,minutes,users,invited,evidence\n"
                + "A-1,MEETING,%s,45,L1:PRESENTED,maple,calendar:1\nA-2,CALL,%s,30,L1,,\n"
                        .formatted(start, start.plusSeconds(7_200));

        assertThat(send(resource, "activity-imports?dryRun=true", file))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.applied")
                .isEqualTo(2);
        assertThat(get(manager("larch"), resource + "/activities")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        done(send(resource, "activity-imports", file), 2, 0, 0);
        assertThat(get(manager("maple"), resource + "/activities"))
                .bodyJson()
                .extractingPath("$.items[*].reason.code")
                .isEqualTo(List.of("RECORDED_IN_FILE", "RECORDED_IN_FILE"));
        done(send(resource, "activity-imports", file), 0, 2, 0);
        done(send(resource, "activity-imports", file.replace(",45,", ",50,")), 1, 1, 0);
    }

    @Test
    void aFileWithAWrongRowIsRefusedWithItsLineAndNothingOfItIsTaken() throws Exception {
        var resource = agreed("rowan", "hazel", TERMS);
        rep("rowan", "R1", "Rob Rowan");
        var start = Instant.now().minus(Duration.ofHours(9)).truncatedTo(ChronoUnit.SECONDS);
        var head = "activity,kind,start,minutes,users,jointAccount\n";
        var good = "A-1,MEETING,%s,45,R1,\n".formatted(start);

        assertThat(send("rowan", resource, "activity-imports", head + good + "A-2,PARTY,%s,45,R1,\n".formatted(start)))
                .hasStatus(400)
                .bodyText()
                .contains("line 3, kind");
        assertThat(send("rowan", resource, "activity-imports", head + good + good))
                .hasStatus(400)
                .bodyText()
                .contains("line 3, activity", "TWICE");
        assertThat(send("rowan", resource, "activity-imports", head + "A-3,CALL,%s,45,nobody,j-x\n".formatted(start)))
                .hasStatus(400)
                .bodyText()
                .contains("line 2, users", "line 2, jointAccount")
                .doesNotContain("nobody");
        assertThat(send("rowan", resource, "activity-imports", head + "A-4,CALL,2019-01-01T09:00:00Z,45,R1,\n"))
                .hasStatus(400)
                .bodyText()
                .contains("line 2, start");
        assertThat(send(
                        "rowan",
                        resource,
                        "activity-imports",
                        head.replace("jointAccount", "evidence")
                                + "A-5,CALL,%s,45,R1,%s\n".formatted(start, "x".repeat(501))))
                .hasStatus(400)
                .bodyText()
                .contains("line 2, evidence");
        assertThat(get(manager("rowan"), resource + "/activities")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        assertThat(postCsv(Tokens.bearer("rowan", Role.REP), resource + "/activity-imports", "k", head + good))
                .hasStatus(403);
        assertThat(send("passer-by", resource, "activity-imports", head + good)).hasStatus(404);
    }

    @Test
    void whoMetWhichRequirementComesByFile() throws Exception {
        var resource = agreed("aspen", "alder", TERMS);
        var ann = rep("aspen", "A1", "Ann Aspen");
        var file = "crmUser,requirement,proof\nA1,intro,Certificate 7 of May\n";

        assertThat(send("aspen", resource, "onboarding-imports", file + "A1,magic,none\nA9,intro,x\n"))
                .hasStatus(400)
                .bodyText()
                .contains("line 3, requirement", "line 4, crmUser");
        done("aspen", send("aspen", resource, "onboarding-imports", file), 1, 0, 0);
        assertThat(get(manager("aspen"), resource + "/onboarding"))
                .bodyText()
                .contains("\"ready\":true", "Certificate 7 of May");
        done("aspen", send("aspen", resource, "onboarding-imports", file), 0, 1, 0);
        proofsGoWith(ann, resource);
    }

    private void proofsGoWith(String rep, String resource) {
        var traces = "/roster/reps/" + rep + "/traces";
        var admin = Tokens.bearer("aspen", Role.ADMIN);
        var state = "$.traces[?(@.place=~/.*proved.*/)].state";
        assertThat(get(admin, traces)).bodyJson().extractingPath(state).isEqualTo(List.of("HELD"));
        write(Topics.crmPeopleIn(new CompanyId("aspen")), "A1", 0, null);
        await().untilAsserted(() ->
                assertThat(get(admin, traces)).bodyJson().extractingPath(state).isEqualTo(List.of("ERASED")));
        assertThat(get(manager("aspen"), resource + "/onboarding")).bodyText().doesNotContain("Certificate 7");
    }

    @Test
    void thePlaybookComesByFileAndARowThatCameTooLateIsRefusedInTheReport() throws Exception {
        var resource = agreed("birch", "beech", TERMS);
        var review = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        var file = "entry,kind,title,text,audience,reviewBy,because\n"
                + "E-1,ANSWER,Who supports it?,Both do.,EVERYBODY,%s,Customers ask it.\n".formatted(review)
                + "E-2,WHAT_WORKS,Go together,It works.,MANAGERS,%s,We saw it.\n".formatted(review);

        var first = send("birch", resource, "playbook-imports", file);
        done("birch", first, 2, 0, 0);
        done("birch", send("birch", resource, "playbook-imports", file.replace("Both do.", "We both do.")), 1, 1, 0);
        assertThat(get(manager("beech"), resource + "/playbook"))
                .bodyJson()
                .extractingPath("$.items[?(@.entry.text=='We both do.')].revision")
                .isEqualTo(List.of(2));
        var rows = get(manager("birch"), location(first) + "/rows");
        String entry = JsonPath.read(rows.getResponse().getContentAsString(), "$.items[0].id");
        assertThat(post(manager("birch"), resource + "/playbook/" + entry + "/withdrawal", WHY))
                .hasStatusOk();
        assertThat(send("birch", resource, "playbook-imports", file))
                .hasStatus(400)
                .bodyText()
                .contains("line 2, entry", "WITHDRAWN");
        assertThat(get(manager("beech"), location(first))).hasStatus(404);
        assertThat(get(manager("beech"), location(first) + "/rows")).hasStatus(404);
        assertThat(send("birch", resource, "playbook-imports", file.replace("ANSWER", "RUMOUR")))
                .hasStatus(400)
                .bodyText()
                .contains("line 2, kind");
    }

    @Test
    void engagementsComeByFileLikeFromTheCrmAndTheSameFileAgainChangesNothing() throws Exception {
        var resource = agreed("poplar", "willow", TERMS);
        var joint = sharedAccount(resource, "poplar", "willow");
        var file = ENGAGEMENTS
                + "engagement/p-1,%s,,O-1,EXPLORING,They ask for both.\nengagement/p-2,%s,,,QUALIFIED,\n"
                        .formatted(joint, joint);
        assertThat(send("poplar", resource, "engagement-imports?dryRun=true", file))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.applied")
                .isEqualTo(2);
        assertThat(get(manager("poplar"), resource + "/engagements")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        done("poplar", send("poplar", resource, "engagement-imports", file), 2, 0, 0);
        assertThat(get(manager("willow"), resource + "/engagements"))
                .bodyText()
                .contains("EXPLORING", "QUALIFIED")
                .doesNotContain("O-1", "They ask");
        assertThat(get(manager("poplar"), resource + "/engagements"))
                .bodyJson()
                .extractingPath("$.items[*].own.reason.code")
                .isEqualTo(List.of("RECORDED_IN_FILE", "RECORDED_IN_FILE"));
        done("poplar", send("poplar", resource, "engagement-imports", file), 0, 2, 0);
        done("poplar", send("poplar", resource, "engagement-imports", file.replace("EXPLOR", "NEGOTIAT")), 1, 1, 0);
        theCrmMeetsWhatCameByFile(resource, joint, file);
    }

    private void theCrmMeetsWhatCameByFile(String resource, String joint, String file) throws Exception {
        var mine =
                get(manager("poplar"), resource + "/engagements").getResponse().getContentAsString();
        var opened = JsonPath.<List<String>>read(mine, "$.items[?(@.own.opportunity=='O-1')].engagement")
                .getFirst();
        done(
                "willow",
                send(
                        "willow",
                        resource,
                        "engagement-imports",
                        ENGAGEMENTS + "engagement/w-1,%s,%s,,PROPOSED,\n".formatted(joint, opened)),
                1,
                0,
                0);
        var fields = Map.of(
                "partnership",
                resource.substring(resource.lastIndexOf('/') + 1),
                "jointAccount",
                joint,
                "opportunity",
                "O-1",
                "stage",
                "LOST");
        var object = new CrmId("engagement/p-1");
        var lost = new CrmChange("engagement", object, BigInteger.ONE, CrmChange.Change.FULL, fields);
        write(Topics.crmPeopleIn(new CompanyId("poplar")), object.value(), 0, lost);
        await().untilAsserted(() -> assertThat(get(manager("willow"), resource + "/engagements/" + opened))
                .bodyJson()
                .isLenientlyEqualTo("{\"own\": {\"stage\": \"PROPOSED\"}, \"others\": [{\"stage\": \"LOST\"}]}"));
        done("poplar", send("poplar", resource, "engagement-imports", file), 0, 2, 0);
    }

    @Test
    void aFileOfEngagementsIsRefusedByRowAndFieldAsTheCrmsEventIs() throws Exception {
        var resource = agreed("juniper", "cypress", TERMS);
        var joint = sharedAccount(resource, "juniper", "cypress");
        var good = "engagement/j-1,%s,,,QUALIFIED,\n".formatted(joint);
        var file = ENGAGEMENTS + good + good
                + "engagement/j-2,%s,,,DREAMING,\n".formatted(joint)
                + "engagement/j-3,j-nobody,,,QUALIFIED,\n"
                + "engagement/j-4,%s,none,,QUALIFIED,%s\n".formatted(joint, "x".repeat(1_001))
                + "engagement/j-5,%s,none,,QUALIFIED,\n".formatted(joint)
                + "j-6,%s,,,QUALIFIED,\nengagement/j-7,,,,,\n".formatted(joint);
        assertThat(send("juniper", resource, "engagement-imports", file))
                .hasStatus(400)
                .bodyText()
                .contains("line 3, objectId", "TWICE", "line 4, stage", "MALFORMED")
                .contains("line 5, jointAccount", "UNKNOWN", "line 6, because", "line 7, engagement", "TAKEN")
                .contains("line 8, objectId", "NOT_THE_OBJECT_ID", "line 9, jointAccount", "REQUIRED", "line 9, stage")
                .doesNotContain("\"line 2", "j-nobody");
        assertThat(get(manager("juniper"), resource + "/engagements"))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": []}");

        done(
                "juniper",
                send("juniper", resource, "engagement-imports", ENGAGEMENTS + good.replace("QUALIFIED", "WON")),
                1,
                0,
                0);
        assertThat(send("juniper", resource, "engagement-imports", ENGAGEMENTS + good))
                .hasStatus(400)
                .bodyText()
                .contains("line 2, stage", "NOT_ALLOWED_NOW");
        assertThat(postCsv(Tokens.bearer("juniper", Role.REP), resource + "/engagement-imports", "k", file))
                .hasStatus(403);
        assertThat(send("passer-by", resource, "engagement-imports", file)).hasStatus(404);
    }

    private MvcTestResult send(String resource, String path, String file) {
        return send("larch", resource, path, file);
    }

    private MvcTestResult send(String company, String resource, String path, String file) {
        return postCsv(
                manager(company),
                resource + "/" + path,
                java.util.UUID.randomUUID().toString(),
                file);
    }

    private void done(MvcTestResult accepted, int applied, int unchanged, int refused) {
        done("larch", accepted, applied, unchanged, refused);
    }

    private void done(String company, MvcTestResult accepted, int applied, int unchanged, int refused) {
        assertThat(accepted).hasStatus(202);
        await().untilAsserted(() -> assertThat(get(manager(company), location(accepted)))
                .bodyText()
                .contains("DONE", "\"applied\":" + applied, "\"unchanged\":" + unchanged, "\"refused\":" + refused));
    }

    private static String location(MvcTestResult accepted) {
        return "" + accepted.getResponse().getHeader("Location");
    }
}
