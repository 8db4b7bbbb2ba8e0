package dev.tandem.systemtests.story;

import static dev.tandem.systemtests.running.RunningPlatform.api;
import static dev.tandem.systemtests.running.RunningPlatform.manager;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.standalone.client.CompactedTopic;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.alliance.Booking;
import dev.tandem.systemtests.alliance.Samples;
import dev.tandem.systemtests.alliance.Terms;
import dev.tandem.systemtests.running.Leftovers;
import dev.tandem.systemtests.running.LogsOnFailure;
import dev.tandem.systemtests.running.RunningPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// A person is forgotten by every service, by the topics and by the partner's systems, and the receipt says so place by
/// place.
@Order(6)
@ExtendWith(LogsOnFailure.class)
class ErasureIT {
    private static final String NAME = "Zyxwa Qvortrup";
    private static final String EMAIL = "zq@lethe.example";
    private static final String USER = "U-erase-4711";
    private static final List<String> TOPICS =
            List.of("tandem.rosters", "tandem.erasures", "crm.lethe.people.in", "crm.lethe.out", "crm.styx.out");

    @Test
    void nothingThatAnybodyCanReadTellsWhoItWas() {
        var alliance = allied();
        var deal = credited(alliance);
        var rep = rep();
        assertThat(Leftovers.inStores(NAME)).contains("roster.reps", "roster.parked_events");
        assertThat(Leftovers.inStores(USER)).contains("accounts.parked_events");
        assertThat(told("lethe")).contains(USER);

        var asked = api().as("lethe", "admin")
                .post("/roster/reps/" + rep + "/erasure", UUID.randomUUID().toString(), """
                        {"reason": {"code": "ASKED", "sentence": "The person asked for it."}}
                        """)
                .expect(202);
        assertThat(asked.json().at("/services").size()).isEqualTo(2);

        var receipt = receipt(rep);
        assertThat(receipt.at("/services").toString())
                .contains("\"service\":\"accounts\"", "\"service\":\"credit\"")
                .doesNotContain("WAITING");
        assertThat(receipt.at("/services/0/parkedRecords").asInt()).isEqualTo(1);
        assertThat(Instant.parse(receipt.at("/topicsClearBy").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(25)));
        topicsForget(receipt);
        storesForget();
        nobodyTells(alliance);
        creditStays(alliance, deal, rep);
        comesBackByNothingLate(rep);
    }

    private static Alliance allied() {
        Alliance.register("lethe", "EUR");
        Alliance.register("styx", "EUR");
        var alliance = Alliance.found("lethe", "styx");
        alliance.agree(Terms.open("lethe", "styx"));
        said("people.in", USER, "user", "{\"name\": \"" + NAME + "\", \"email\": \"" + EMAIL + "\"}");
        said("people.in", USER, "user", "{\"email\": \"no address of " + NAME + "\"}");
        said("styx", "people.in", "U-2", "user", "{\"name\": \"Pat Poe\"}");
        said("in", "A-1", "account", account(USER));
        said("styx", "in", "A-9", "account", account("U-2"));
        said("in", "A-2", "account", account(USER).replace("TN", "Nowhere"));
        Samples.until("the partner's systems to be told the owner", () -> {
            var told = told("styx");
            return told.contains(NAME) ? Look.seen(true) : Look.notYet(told.length());
        });
        return alliance;
    }

    /// A deal of the person's, as the own systems are told of it.
    private static String credited(Alliance alliance) {
        var overlap = manager("lethe").all(alliance.in("accounts") + "/overlap");
        Booking.both(alliance, overlap.getFirst().at("/jointAccount").asString());
        said("in", "O-1", "opportunity", """
                {"name": "Boats", "accountId": "A-1", "stage": "Won", "amount": "1000.00", "currency": "EUR",
                 "closeDate": "%s", "ownerUser": "%s"}
                """.formatted(LocalDate.now(ZoneOffset.UTC), USER));
        return Samples.until("the person's credit to be told", () -> {
            var told = new CompactedTopic(RunningPlatform.get().brokers(), "crm.lethe.out")
                    .read(key -> key.startsWith("credit/"));
            return told.toString().contains(USER)
                    ? Look.seen(told.values().iterator().next().at("/deal").asString())
                    : Look.notYet(told);
        });
    }

    private static String rep() {
        return api().as("lethe", "admin")
                .all("/roster/reps")
                .getFirst()
                .at("/rep")
                .asString();
    }

    private static JsonNode receipt(String rep) {
        return Samples.until("the receipt to be complete", () -> {
            var now = api().as("lethe", "admin")
                    .get("/roster/reps/" + rep + "/traces")
                    .expect(200)
                    .json();
            return now.at("/complete").asBoolean() ? Look.seen(now) : Look.notYet(now);
        });
    }

    /// What stands on compacted topics is what remains once the broker has cleaned up, which it does within the hours
    /// that the receipt states; what keeps everything never named the person.
    private static void topicsForget(JsonNode receipt) {
        var brokers = RunningPlatform.get().brokers();
        var lags = Leftovers.compactionLags();
        var stated = Duration.ofHours(receipt.at("/topicErasureHours").asLong());
        for (var topic : TOPICS) {
            Samples.until(topic + " to be superseded", () -> {
                var stands = new CompactedTopic(brokers, topic).read(_ -> true).toString();
                return stands.contains(NAME) || stands.contains(EMAIL) || stands.contains(USER)
                        ? Look.notYet(stands)
                        : Look.seen(true);
            });
            assertThat(lags).as(topic).containsEntry(topic, stated);
        }
        assertThat(Leftovers.inTopicsThatKeepAll(NAME)).isEmpty();
        assertThat(Leftovers.inTopicsThatKeepAll(EMAIL)).isEmpty();
        assertThat(Leftovers.inTopicsThatKeepAll(USER)).containsExactly("crm.lethe.in");
    }

    /// The company's own CRM still names the owner of its account; nothing else does.
    private static void storesForget() {
        Samples.until("no store to hold the name", () -> {
            var found = Leftovers.inStores(NAME);
            return found.isEmpty() ? Look.seen(true) : Look.notYet(found);
        });
        assertThat(Leftovers.inStores(EMAIL)).isEmpty();
        assertThat(Leftovers.inStores(USER))
                .allMatch(collection -> collection.startsWith("accounts."))
                .doesNotContain("accounts.parked_events");
    }

    private static void nobodyTells(Alliance alliance) {
        for (var path : List.of("/roster/reps", "/roster/receipts", "/roster/parked", "/accounts/parked")) {
            var answer = api().as("lethe", "admin").get(path).expect(200).body();
            assertThat(answer).as(path).doesNotContain(NAME, EMAIL, USER);
        }
        for (var company : List.of("lethe", "styx")) {
            for (var path : List.of(alliance.in("accounts") + "/overlap", alliance.path() + "/counterparts")) {
                assertThat(manager(company).get(path).expect(200).body())
                        .as(path)
                        .doesNotContain(NAME, EMAIL);
            }
            assertThat(manager(company)
                            .get(alliance.in("accounts") + "/overlap/csv", "text/csv")
                            .expect(200)
                            .body())
                    .doesNotContain(NAME, EMAIL);
        }
    }

    /// Also in the files of finance, under the opaque id.
    private static void creditStays(Alliance alliance, String deal, String rep) {
        for (var company : List.of("lethe", "styx")) {
            var finance = api().as(company, "finance");
            var credit = finance.get(alliance.in("credit") + "/deals/" + deal).expect(200);
            assertThat(credit.body()).contains(rep).doesNotContain(NAME, EMAIL, USER);
            var file = finance.get(alliance.in("credit") + "/journal/csv", "text/csv")
                    .expect(200);
            assertThat(file.body()).contains(rep).doesNotContain(NAME, EMAIL, USER);
        }
    }

    /// A late record tells nothing of the person, whether it is older than the erasure or claims to be newer, and
    /// whether it can be applied or not.
    private static void comesBackByNothingLate(String rep) {
        said("people.in", USER, "user", "{\"name\": \"" + NAME + "\", \"email\": \"" + EMAIL + "\"}");
        said("people.in", USER, "user", "{\"email\": \"no address of " + NAME + "\"}");
        said("in", "A-3", "account", account(USER).replace("TN", "Nowhere"));
        said(
                "lethe",
                "people.in",
                USER,
                "user",
                "{\"name\": \"" + NAME + "\"}",
                Instant.now().minusSeconds(3_600));
        said("people.in", "U-3", "user", "{\"name\": \"Next\"}");
        Samples.until("what came after it", () -> {
            var all = api().as("lethe", "admin").get("/roster/reps").expect(200).body();
            return all.contains("Next") ? Look.seen(all) : Look.notYet(all);
        });
        assertThat(api().as("lethe", "admin")
                        .get("/roster/reps/" + rep)
                        .expect(200)
                        .body())
                .doesNotContain(NAME, USER);
        Samples.until("the account to be parked", () -> {
            var parked = api().as("lethe", "admin")
                    .get("/accounts/parked")
                    .expect(200)
                    .body();
            return parked.contains("A-3") ? Look.seen(parked) : Look.notYet(parked);
        });
        assertThat(Leftovers.inStores(NAME)).isEmpty();
        assertThat(Leftovers.inStores(EMAIL)).isEmpty();
        assertThat(Leftovers.inStores(USER)).doesNotContain("accounts.parked_events");
    }

    private static String told(String company) {
        return new CompactedTopic(RunningPlatform.get().brokers(), "crm." + company + ".out")
                .read(_ -> true)
                .toString();
    }

    private static String account(String owner) {
        return """
                {"name": "Lotus Eaters", "website": "lotus-eaters.example", "city": "Djerba", "country": "TN",
                 "type": "Customer", "ownerUser": "%s"}
                """.formatted(owner);
    }

    private static void said(String topic, String key, String type, String fields) {
        said("lethe", topic, key, type, fields);
    }

    private static void said(String company, String topic, String key, String type, String fields) {
        said(company, topic, key, type, fields, Instant.now());
    }

    private static void said(String company, String topic, String key, String type, String fields, Instant at) {
        var body = """
                {"objectType": "%s", "objectId": "%s", "change": "FIELDS", "fields": %s}
                """.formatted(type, key, fields);
        var headers = Map.of(
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                "/crm/" + company,
                "ce_type",
                "crm." + type + ".changed",
                "ce_time",
                at.toString());
        try (var crm = RunningPlatform.crm()) {
            crm.begin("crm." + company + "." + topic, key, headers, body.getBytes(StandardCharsets.UTF_8))
                    .get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
