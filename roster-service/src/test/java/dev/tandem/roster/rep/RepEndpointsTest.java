package dev.tandem.roster.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.RosterTest;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

@NullMarked
class RepEndpointsTest extends RosterTest {
    private static final String KIM = """
            {"crmUser": "U1", "name": "Kim Lee", "email": "kim@x.example", "role": "Account Executive",
             "territory": "North"}
            """;

    @Test
    void anAdminEntersARepAndChangesIt() throws Exception {
        register("massive");
        var entered = post(admin("massive"), "/roster/reps", "k1", null, KIM);
        var replay = post(admin("massive"), "/roster/reps", "k1", null, KIM);
        var again = post(admin("massive"), "/roster/reps", "k2", null, KIM);
        assertThat(entered).hasStatus(201);
        assertThat(replay).hasStatus(201);
        assertThat(replay.getResponse().getContentAsString())
                .isEqualTo(entered.getResponse().getContentAsString());
        assertThat(again).hasStatus(409);
        assertThat(post(admin("massive"), "/roster/reps", "k1", null, KIM.replace("U1", "U2")))
                .hasStatus(422);

        var location = "" + entered.getResponse().getHeader("Location");
        var left = "{\"name\": \"Kim Lee\", \"active\": false}";
        assertThat(send(HttpMethod.PUT, admin("massive"), location, "-", null, left))
                .hasStatus(428);
        assertThat(send(HttpMethod.PUT, admin("massive"), location, "-", "\"9\"", left))
                .hasStatus(412);
        assertThat(send(HttpMethod.PUT, admin("massive"), location, "-", "\"1\"", left))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("LEFT");
        await().untilAsserted(() -> assertThat(read(Topics.ROSTERS))
                .filteredOn(event -> location.endsWith(event.key().substring("rep/".length())))
                .extracting(event -> ((RepChanged) event.payload()).status().name())
                .containsExactly("ACTIVE", "LEFT"));
    }

    @Test
    void anotherCompanyGetsTheSameNotFoundAsForARepThatWasNeverIssued() throws Exception {
        register("soylent");
        var entered = post(admin("soylent"), "/roster/reps", KIM);
        var location = "" + entered.getResponse().getHeader("Location");
        var body = "{\"name\": \"Kim\", \"active\": true}";

        for (var path : List.of(location, "/roster/reps/never-issued")) {
            assertThat(get(admin("outsider"), path)).hasStatus(404).bodyText().isEqualTo(notFound());
            assertThat(send(HttpMethod.PUT, admin("outsider"), path, "-", "\"1\"", body))
                    .hasStatus(404)
                    .bodyText()
                    .isEqualTo(notFound());
        }
        assertThat(get(admin("outsider"), "/roster/reps")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        assertThat(get(admin("outsider"), "/roster/receipts")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
    }

    @Test
    void everyRecordOfTheCrmHasAReceipt() {
        register("oscorp");
        says("R1", Change.FULL, Map.of("name", "Kim Lee", "email", "kim@x.example"));
        says("R1", Change.FIELDS, Map.of("name", "Kim Lee"));
        says("R2", Change.FULL, Map.of("name", "Pat", "email", "no address"));
        says("R3", Change.FULL, Map.of("email", "lee@x.example"));

        await().untilAsserted(
                        () -> assertThat(receipts("")).containsExactly("APPLIED", "UNCHANGED", "PARKED", "PARKED"));
        assertThat(get(admin("oscorp"), "/roster/receipts?objectId=R2"))
                .bodyText()
                .contains("fields.email", "MALFORMED")
                .doesNotContain("no address");
        assertThat(receipts("?outcome=PARKED")).hasSize(2);
        assertThat(get(admin("oscorp"), "/roster/reps"))
                .bodyJson()
                .extractingPath("$.items[*].crmUser")
                .isEqualTo(List.of("R1"));
    }

    @Test
    void aRecordWithoutDataErasesThePersonAndLeavesTheRepAsOneWhoLeft() {
        register("lumon");
        var people = Topics.crmPeopleIn(new CompanyId("lumon"));
        var kim = new CrmChange(
                "user", new CrmId("R1"), BigInteger.TEN, Change.FULL, Map.of("name", "Kim Lee", "role", "AE"));
        write(people, "R1", 0, kim);
        await().untilAsserted(() ->
                assertThat(get(admin("lumon"), "/roster/reps")).bodyText().contains("Kim Lee"));

        write(people, "R1", 0, null);

        await().untilAsserted(() -> assertThat(get(admin("lumon"), "/roster/reps"))
                .bodyText()
                .contains("LEFT")
                .doesNotContain("Kim Lee"));
        await().untilAsserted(() -> assertThat(read(Topics.ROSTERS))
                .extracting(event -> event.payload())
                .filteredOn(told ->
                        told instanceof RepChanged rep && rep.company().value().equals("lumon"))
                .last()
                .extracting(told -> ((RepChanged) told).name())
                .isEqualTo(""));
        assertThat(get(admin("lumon"), "/roster/parked")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        var late = new CrmChange("user", new CrmId("R1"), BigInteger.ONE, Change.FULL, Map.of("name", "Kim Lee"));
        write(people, "R1", 0, late);
        write(people, "R2", 0, new CrmChange("user", new CrmId("R2"), null, Change.FULL, Map.of("name", "Pat")));
        await().untilAsserted(() -> assertThat(get(admin("lumon"), "/roster/reps"))
                .bodyText()
                .contains("Pat")
                .doesNotContain("Kim Lee"));
    }

    @Test
    void whoWasErasedIsThereAgainOnlyWhenTheCompanySaysWhy() throws Exception {
        register("lumon2");
        var people = Topics.crmPeopleIn(new CompanyId("lumon2"));
        assertThat(post(admin("lumon2"), "/roster/reps", KIM)).hasStatus(201);
        String rep = JsonPath.read(body("lumon2"), "$.items[0].rep");
        write(people, "U1", 0, null);
        write(people, "U-never", 0, null);
        await().untilAsserted(() ->
                assertThat(get(admin("lumon2"), "/roster/reps")).bodyText().doesNotContain("Kim"));
        write(
                people,
                "U1",
                0,
                new CrmChange("user", new CrmId("U1"), BigInteger.TEN, Change.FULL, Map.of("name", "Kim Lee")));
        write(
                people,
                "U-never",
                0,
                new CrmChange("user", new CrmId("U-never"), null, Change.FULL, Map.of("name", "Kim")));
        write(people, "U2", 0, new CrmChange("user", new CrmId("U2"), null, Change.FULL, Map.of("name", "Pat")));
        await().untilAsserted(() ->
                assertThat(get(admin("lumon2"), "/roster/reps")).bodyText().contains("Pat"));
        assertThat(get(admin("lumon2"), "/roster/reps")).bodyText().doesNotContain("Kim");

        assertThat(post(admin("lumon2"), "/roster/reps", KIM))
                .hasStatus(409)
                .bodyText()
                .contains("ERASED");
        var again = KIM.replace(
                "\"crmUser\"", "\"again\": {\"code\": \"BACK\", \"sentence\": \"Works here again.\"}, \"crmUser\"");
        assertThat(post(admin("lumon2"), "/roster/reps", again))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.rep")
                .isEqualTo(rep);
        write(
                people,
                "U1",
                0,
                new CrmChange("user", new CrmId("U1"), BigInteger.TEN, Change.FIELDS, Map.of("role", "Boss")));
        await().untilAsserted(() ->
                assertThat(get(admin("lumon2"), "/roster/reps")).bodyText().contains("Boss", "Kim"));
        assertThat(post(admin("lumon2"), "/roster/reps", again))
                .hasStatus(409)
                .bodyText()
                .contains("ALREADY_KNOWN");
    }

    private String body(String company) throws Exception {
        return get(admin(company), "/roster/reps").getResponse().getContentAsString();
    }

    @Test
    void pagesThroughTheOwnReps() throws Exception {
        register("wonka");
        for (int i = 1; i <= 3; i++) {
            assertThat(post(admin("wonka"), "/roster/reps", KIM.replace("U1", "U" + i)))
                    .hasStatus(201);
        }

        var first = get(admin("wonka"), "/roster/reps?limit=2");
        String next = JsonPath.read(first.getResponse().getContentAsString(), "$.next");
        var second = get(admin("wonka"), "/roster/reps?limit=2&cursor=" + next);

        assertThat(first)
                .bodyJson()
                .extractingPath("$.items[*].crmUser")
                .asArray()
                .hasSize(2);
        assertThat(second)
                .bodyJson()
                .extractingPath("$.items[*].crmUser")
                .asArray()
                .hasSize(1);
        assertThat(get(admin("soylent"), "/roster/reps?limit=2&cursor=" + next)).hasStatus(400);
    }

    private List<String> receipts(String query) {
        var answer = get(Tokens.bearer("oscorp", Role.CRM), "/roster/receipts" + query);
        try {
            return JsonPath.read(answer.getResponse().getContentAsString(), "$.items[*].outcome");
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void says(String user, Change kind, Map<String, String> fields) {
        var topic = Topics.crmPeopleIn(new CompanyId("oscorp"));
        write(topic, user, 0, new CrmChange("user", new CrmId(user), null, kind, new HashMap<>(fields)));
    }

    private String notFound() throws java.io.UnsupportedEncodingException {
        return get(admin("massive"), "/roster/reps/nobody").getResponse().getContentAsString();
    }

    private static String admin(String company) {
        return Tokens.bearer(company, Role.ADMIN);
    }
}
