package dev.tandem.systemtests.story;

import static dev.tandem.systemtests.running.RunningPlatform.api;
import static dev.tandem.systemtests.running.RunningPlatform.manager;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.standalone.client.CompactedTopic;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.alliance.Samples;
import dev.tandem.systemtests.alliance.Terms;
import dev.tandem.systemtests.running.LogsOnFailure;
import dev.tandem.systemtests.running.RunningPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A person is forgotten by every service, by the topics and by the partner's systems, and the receipt says so place by
/// place.
@Order(6)
@ExtendWith(LogsOnFailure.class)
class ErasureIT {
    private static final String NAME = "Zyxwa Qvortrup";
    private static final String USER = "U-erase-4711";

    @Test
    void nothingThatAnybodyCanReadTellsWhoItWas() {
        Alliance.register("lethe", "EUR");
        Alliance.register("styx", "EUR");
        var alliance = Alliance.found("lethe", "styx");
        alliance.agree(Terms.open("lethe", "styx"));
        said("lethe", "people.in", USER, "user", "{\"name\": \"" + NAME + "\", \"email\": \"zq@lethe.example\"}");
        said("lethe", "people.in", USER, "user", "{\"email\": \"no address of " + NAME + "\"}");
        said("styx", "people.in", "U-2", "user", "{\"name\": \"Pat Poe\"}");
        said("lethe", "in", "A-1", "account", account(USER));
        said("styx", "in", "A-9", "account", account("U-2"));
        var partnerHolds = Samples.until("the partner's systems to be told the owner", () -> {
            var told = told("styx");
            return told.contains(NAME) ? Look.seen(true) : Look.notYet(told.length());
        });
        assertThat(partnerHolds).isTrue();
        var rep = api().as("lethe", "admin")
                .all("/roster/reps")
                .getFirst()
                .at("/rep")
                .asString();

        var asked = api().as("lethe", "admin")
                .post("/roster/reps/" + rep + "/erasure", UUID.randomUUID().toString(), """
                        {"reason": {"code": "ASKED", "sentence": "The person asked for it."}}
                        """)
                .expect(202);

        assertThat(asked.json().at("/services").size()).isEqualTo(2);
        var receipt = Samples.until("the receipt to be complete", () -> {
            var now = api().as("lethe", "admin")
                    .get("/roster/reps/" + rep + "/traces")
                    .expect(200)
                    .json();
            return now.at("/complete").asBoolean() ? Look.seen(now) : Look.notYet(now);
        });
        assertThat(receipt.at("/services").toString())
                .contains("\"service\":\"accounts\"", "\"service\":\"credit\"")
                .doesNotContain("WAITING");
        Samples.until("the partner's systems to hold no name", () -> {
            var told = told("styx");
            return told.contains(NAME) ? Look.notYet(told) : Look.seen(true);
        });
        nobodyTells(alliance);
    }

    /// What stands on compacted topics is what remains once the broker has cleaned up.
    private static void nobodyTells(Alliance alliance) {
        var brokers = RunningPlatform.get().brokers();
        var topics =
                Map.of("tandem.rosters", USER, "tandem.erasures", USER, "crm.styx.out", USER, "crm.lethe.out", USER);
        topics.forEach((topic, user) -> assertThat(
                        new CompactedTopic(brokers, topic).read(_ -> true).toString())
                .as(topic)
                .doesNotContain(NAME)
                .doesNotContain(user));
        for (var path : java.util.List.of("/roster/reps", "/roster/receipts", "/roster/parked")) {
            assertThat(api().as("lethe", "admin").get(path).expect(200).body())
                    .as(path)
                    .doesNotContain(NAME)
                    .doesNotContain(USER);
        }
        for (var company : java.util.List.of("lethe", "styx")) {
            assertThat(manager(company)
                            .get(alliance.in("accounts") + "/overlap")
                            .expect(200)
                            .body())
                    .doesNotContain(NAME);
            assertThat(manager(company)
                            .get(alliance.path() + "/counterparts")
                            .expect(200)
                            .body())
                    .doesNotContain(NAME);
        }
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

    private static void said(String company, String topic, String key, String type, String fields) {
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
                Instant.now().toString());
        try (var crm = RunningPlatform.crm()) {
            crm.begin("crm." + company + "." + topic, key, headers, body.getBytes(StandardCharsets.UTF_8))
                    .get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
