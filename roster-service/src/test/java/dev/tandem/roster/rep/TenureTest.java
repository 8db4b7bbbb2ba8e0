package dev.tandem.roster.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.Topics;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Spell;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.RosterTest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;

/// Joiners, leavers and transfers, as of a day.
@NullMarked
class TenureTest extends RosterTest {
    private final LocalDate today = LocalDate.now(java.time.ZoneId.of("America/New_York"));

    @Autowired
    private MongoOperations mongo;

    @Test
    void aTransferThatIsPlannedIsToldAtOnceAndHoldsWhenItsDayHasCome() {
        register("initrode");
        enter("initrode", "M1", "");
        var location = enter("initrode", "U1", "\"managerUser\": \"M1\"");
        var transfer = "{\"name\": \"Kim\", \"territory\": \"South\", \"active\": true, "
                + "\"profile\": {\"managerUser\": \"M1\"}}";

        assertThat(send(
                        HttpMethod.PUT,
                        admin("initrode"),
                        location + "?asOf=" + today.plusDays(1),
                        "-",
                        etag(location),
                        transfer))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.territory")
                .isEqualTo("North");

        assertThat(told(location).spells()).extracting(Spell::territory).containsExactly("North", "South");
        assertThat(told(location).spells()).allMatch(spell -> spell.manager() != null);
        yesterdayWas(location);
        await().untilAsserted(() -> assertThat(get(admin("initrode"), location))
                .bodyJson()
                .extractingPath("$.territory")
                .isEqualTo("South"));
        assertThat(told(location).spells()).extracting(Spell::territory).containsExactly("North", "South");
    }

    @Test
    void aTransferOfThePastHoldsNowAndSinceThen() {
        register("initech2");
        var location = enter("initech2", "U1", "");
        var transfer = "{\"name\": \"Kim\", \"territory\": \"South\", \"active\": true}";

        send(HttpMethod.PUT, admin("initech2"), location + "?asOf=2026-01-15", "-", etag(location), transfer);

        await().untilAsserted(() -> assertThat(told(location).spells())
                .extracting(Spell::from, Spell::territory)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(LocalDate.EPOCH, "North"),
                        org.assertj.core.api.Assertions.tuple(LocalDate.parse("2026-01-15"), "South")));
        assertThat(told(location).territory()).isEqualTo("South");
    }

    @Test
    void aJoinerComesAndALeaverGoesOnTheirDays() {
        register("hooli2");
        var joiner = enter("hooli2", "U1", "\"effectiveFrom\": \"" + today.plusDays(1) + "\"");
        var leaver = enter("hooli2", "U2", "\"effectiveUntil\": \"" + today.plusDays(1) + "\"");

        assertThat(get(admin("hooli2"), joiner))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("LEFT");
        assertThat(get(admin("hooli2"), leaver))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("ACTIVE");
        yesterdayWas(joiner);
        yesterdayWas(leaver);

        await().untilAsserted(() -> assertThat(get(admin("hooli2"), joiner))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("ACTIVE"));
        await().untilAsserted(() -> assertThat(get(admin("hooli2"), leaver))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("LEFT"));
    }

    @Test
    void aManagerWhoComesLaterIsFound() {
        register("piedpiper");
        var location = enter("piedpiper", "U1", "\"managerUser\": \"M1\"");
        assertThat(told(location).spells()).allMatch(spell -> spell.manager() == null);

        var manager = enter("piedpiper", "M1", "");

        await().untilAsserted(() -> assertThat(told(location).spells())
                .singleElement()
                .satisfies(spell -> assertThat(manager).endsWith("/" + spell.manager())));
    }

    /// As if the days that are to come were today and before.
    private void yesterdayWas(String location) {
        var rep = new Query(where("state.id").is(location.substring(location.lastIndexOf('/') + 1)));
        var document = java.util.Objects.requireNonNull(mongo.findOne(rep, org.bson.Document.class, "reps"));
        var text = document.get("state", org.bson.Document.class)
                .toJson()
                .replace(today.plusDays(1).toString(), today.toString());
        mongo.updateFirst(rep, new Update().set("state", org.bson.Document.parse(text)), "reps");
    }

    private String enter(String company, String user, String profile) {
        var body = """
                {"crmUser": "%s", "name": "Kim", "territory": "North", "profile": {%s}}
                """.formatted(user, profile);
        var entered = post(admin(company), "/roster/reps", body);
        assertThat(entered).hasStatus(201);
        return "" + entered.getResponse().getHeader("Location");
    }

    private String etag(String location) {
        var company = told(location).company();
        return "" + get(admin(company.value()), location).getResponse().getHeader("ETag");
    }

    /// What the others were told last.
    private RepChanged told(String location) {
        var key = "rep/" + location.substring(location.lastIndexOf('/') + 1);
        List<RepChanged> told = await().until(
                        () -> read(Topics.ROSTERS).stream()
                                .filter(event -> event.key().equals(key))
                                .map(event -> (RepChanged) event.payload())
                                .toList(),
                        events -> !events.isEmpty());
        return told.getLast();
    }

    private static String admin(String company) {
        return Tokens.bearer(company, Role.ADMIN);
    }
}
