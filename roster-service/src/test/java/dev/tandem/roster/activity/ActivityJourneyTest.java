package dev.tandem.roster.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// From a report to a contribution, by REST and from a CRM.
@NullMarked
class ActivityJourneyTest extends AgreedPair {
    private static final CompanyId ZORIN = new CompanyId("zorin");
    private static final CompanyId NAKATOMI = new CompanyId("nakatomi");
    private static final JointAccountId JOINT = new JointAccountId("j-zorin");
    private static final String WHY = "{\"reason\": {\"code\": \"MET\", \"sentence\": \"So it was.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30,
             "activityNorm": {"perRepAndMonth": 2, "minutesMin": 20, "bothSides": true, "evidence": true,
               "sentence": "A meeting with both and a next step."}}
            """;

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minusSeconds(36_000);

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers = "";

    @Test
    void aReportCountsOnceTheOthersConfirmItAndIsTakenBackWithIt() throws Exception {
        var resource = agreed("zorin", "nakatomi", TERMS);
        var sam = rep("zorin", "S1", "Sam Stone");
        var wes = rep("nakatomi", "W1", "Wes Wood");
        aligned(resource, sam, wes);
        await().untilAsserted(() ->
                assertThat(report(resource, manager("zorin"), sam, start)).hasStatus(201));
        var reported = report(resource, Tokens.bearerOf("S1", "zorin", Role.REP), sam, start.plusSeconds(4_000));
        assertThat(reported).hasStatus(201);
        var activity = resource + "/activities/" + id(reported);
        refusals(resource, activity, sam);

        assertThat(post(manager("nakatomi"), activity + "/confirmation", attended(wes)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"CONFIRMED\", \"allowed\": [\"contest\"]}");
        await().untilAsserted(() -> assertThat(get(manager("zorin"), activity))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"passed\": true, \"lacking\": [], \"allowed\": [\"acknowledgement\", \"withdrawal\"]}"));
        await().untilAsserted(() -> assertThat(confirmedBy(id(reported))).containsExactly(NAKATOMI));
        assertThat(post(manager("zorin"), activity + "/acknowledgement", WHY)).hasStatusOk();
        await().untilAsserted(() -> assertThat(confirmedBy(id(reported))).containsExactly(NAKATOMI, ZORIN));
        asTheSample(resource, id(reported), sam, wes);
        suspendedNothingCrosses(resource, activity);

        assertThat(post(manager("zorin"), activity + "/withdrawal", WHY)).hasStatusOk();
        await().untilAsserted(() -> assertThat(told(id(reported)).orElseThrow().contributions())
                .hasSize(2)
                .allMatch(ActivityChanged.Contribution::retracted));
        assertThat(post(manager("nakatomi"), activity + "/contest", WHY))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"NOT_ALLOWED_NOW\"}");
    }

    private void refusals(String resource, String activity, String sam) {
        assertThat(post(manager("zorin"), activity + "/confirmation", attended(sam)))
                .hasStatus(409);
        assertThat(post(manager("nakatomi"), activity + "/confirmation", attended(sam)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[0].rule")
                .isEqualTo("NOT_ACTIVE");
        assertThat(post(Tokens.bearerOf("W2", "nakatomi", Role.REP), activity + "/confirmation", attended("nobody")))
                .hasStatus(400);
        assertThat(get(manager("passer-by"), activity)).hasStatus(404);
        assertThat(post(manager("passer-by"), activity + "/confirmation", WHY)).hasStatus(404);
        assertThat(report(resource, manager("zorin"), sam, Instant.now()))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[0].field")
                .isEqualTo("start");
        assertThat(get(manager("zorin"), resource + "/effort?period=" + month()))
                .bodyJson()
                .extractingPath("$.teams[*].suppressed.code")
                .isEqualTo(List.of("FEWER_THAN_FIVE", "FEWER_THAN_FIVE"));
    }

    private void suspendedNothingCrosses(String resource, String activity) {
        assertThat(postCurrent(manager("nakatomi"), resource, "/suspension", WHY))
                .hasStatusOk();
        assertThat(get(manager("nakatomi"), resource + "/activities"))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": []}");
        assertThat(get(manager("nakatomi"), activity)).hasStatus(404);
        assertThat(get(manager("zorin"), activity))
                .bodyJson()
                .extractingPath("$.words")
                .isEqualTo(List.of());
        assertThat(post(manager("zorin"), activity + "/withdrawal", WHY))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("NOT_ACTIVE");
        assertThat(postCurrent(manager("nakatomi"), resource, "/resumption", ""))
                .hasStatusOk();
    }

    private void asTheSample(String resource, String activity, String sam, String wes) {
        var sample = GoldenSample.of("ActivityChanged")
                .with("act-1", activity)
                .with("p-1", partnership(resource).value())
                .with("ja-1", JOINT.value())
                .with("borealis", "zorin")
                .with("aurora", "nakatomi")
                .with("rep-bob", sam)
                .with("rep-ann", wes);
        var free = Stream.of("qualityPassed", "retracted", "because/code", "because/sentence")
                .flatMap(field -> Stream.of("/contributions/0/" + field, "/contributions/1/" + field));
        new GoldenEvents(brokers, "roster")
                .assertSent(
                        Topics.ACTIVITIES,
                        activity,
                        sample,
                        Stream.concat(free, Stream.of("/on", "/recordedAt")).toList());
    }

    @Test
    void aCrmRecordsItCorrectsItAndTakesItBack() throws Exception {
        var resource = agreed("veridian", "dynamics", TERMS);
        var known = rep("veridian", "T1", "Tia Tan");
        var sample = GoldenSample.of("CrmChange.activity")
                .with("p-1", partnership(resource).value())
                .with("borealis", "dynamics")
                .with("u-7:PRESENTED", "T1:PRESENTED, T2")
                .with("2026-01-30T09:00:00Z", start.toString());
        var fields = new TreeMap<>(sample.as(CrmChange.class).fields());
        fields.remove("jointAccount");
        write(Topics.crmPeopleIn(new CompanyId("veridian")), "activity/m-1", 0, sample.as(CrmChange.class));
        var activity = await().until(() -> only(resource), Optional::isPresent).orElseThrow();
        assertThat(get(manager("dynamics"), resource + "/activities"))
                .bodyJson()
                .extractingPath("$.items[0].unknownUsers")
                .isEqualTo(1);
        var late = rep("veridian", "T2", "Tom Toll");
        await().untilAsserted(() -> assertThat(get(manager("veridian"), resource + "/activities/" + activity))
                .bodyText()
                .contains(known, late, "\"unknownUsers\":0"));

        assertThat(post(manager("dynamics"), resource + "/activities/" + activity + "/confirmation", attended("")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("NO_JOINT_ACCOUNT");
        record("activity/m-1", CrmChange.Change.FULL, fields);
        await().untilAsserted(() -> assertThat(
                        post(manager("dynamics"), resource + "/activities/" + activity + "/confirmation", attended("")))
                .hasStatusOk());
        fields.put("minutes", "40");
        record("activity/m-1", CrmChange.Change.FULL, fields);
        await().untilAsserted(() -> assertThat(get(manager("dynamics"), resource + "/activities/" + activity))
                .bodyJson()
                .isLenientlyEqualTo("{\"minutes\": 40, \"status\": \"REPORTED\", \"words\": []}"));

        write(Topics.crmPeopleIn(new CompanyId("veridian")), "activity/m-1", 0, null);
        await().untilAsserted(() -> assertThat(get(manager("dynamics"), resource + "/activities/" + activity))
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"WITHDRAWN\"}"));
        parks(fields);
    }

    private void parks(Map<String, String> fields) {
        record("17", CrmChange.Change.FULL, fields);
        fields.put("minutes", "many");
        record("activity/2", CrmChange.Change.FULL, fields);
        await().untilAsserted(() -> assertThat(
                        get(Tokens.bearer("veridian", Role.ADMIN), "/roster/receipts?outcome=PARKED"))
                .bodyText()
                .contains("NOT_THE_OBJECT_ID", "fields.minutes"));
    }

    private void record(String id, CrmChange.Change change, Map<String, String> fields) {
        var topic = Topics.crmPeopleIn(new CompanyId("veridian"));
        write(topic, id, 0, new CrmChange("activity", new CrmId(id), BigInteger.TWO, change, fields));
    }

    private Optional<String> only(String resource) throws Exception {
        var body =
                get(manager("veridian"), resource + "/activities").getResponse().getContentAsString();
        return JsonPath.<List<String>>read(body, "$.items[*].activity").stream().findFirst();
    }

    private List<CompanyId> confirmedBy(String id) {
        return told(id).map(ActivityChanged::confirmedBy).orElse(List.of());
    }

    private Optional<ActivityChanged> told(String id) {
        return read(Topics.ACTIVITIES).stream()
                .filter(event -> event.key().equals(id))
                .map(event -> (ActivityChanged) event.payload())
                .reduce((_, last) -> last);
    }

    private MvcTestResult report(String resource, String token, String rep, Instant start) {
        return post(token, resource + "/activities", """
                {"kind": "MEETING", "start": "%s", "minutes": 45, "jointAccount": "%s", "deal": "d-1",
                 "attended": [{"rep": "%s", "act": "PRESENTED"}], "invited": ["nakatomi"],
                 "evidence": ["calendar:1"], "reason": {"code": "MET", "sentence": "We showed both products."}}
                """.formatted(start, JOINT, rep));
    }

    private static String attended(String rep) {
        var who = rep.isEmpty() ? "" : "{\"rep\": \"%s\", \"act\": \"ATTENDED\"}".formatted(rep);
        return "{\"attended\": [%s], \"reason\": {\"code\": \"MET\", \"sentence\": \"So it was.\"}}".formatted(who);
    }

    private String month() {
        return start.toString().substring(0, 7);
    }

    private void aligned(String resource, String sam, String wes) {
        var members = List.of(
                new Member(new AccountRef(ZORIN, new CrmId("SA")), 1, new RepId(sam), Population.CUSTOMERS),
                new Member(new AccountRef(NAKATOMI, new CrmId("WA")), 1, new RepId(wes), Population.CUSTOMERS));
        var joint = new JointAccountChanged(JOINT, partnership(resource), members, Book.NOT_IN_BOOK);
        write(Topics.ALIGNMENTS, JOINT.value(), 1, joint);
    }

    private static PartnershipId partnership(String resource) {
        return new PartnershipId(resource.substring(resource.lastIndexOf('/') + 1));
    }

    private static String id(MvcTestResult answer) throws Exception {
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.activity");
    }
}
