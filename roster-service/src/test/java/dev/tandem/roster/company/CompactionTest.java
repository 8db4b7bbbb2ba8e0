package dev.tandem.roster.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.TopicSettings;
import dev.tandem.roster.RosterTest;
import dev.tandem.roster.TopicText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/// What is superseded is erased by the broker within the stated time: the topics are made so, and a broker does so.
@NullMarked
class CompactionTest extends RosterTest {
    private static final CompanyId LETHE = new CompanyId("lethe");

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers = "";

    @Test
    void everyTopicWithPeopleIsCompactedWithinTheStatedLagOnTheBroker() throws Exception {
        register("lethe");
        for (var topic : List.of(Topics.crmPeopleIn(LETHE), Topics.crmOut(LETHE), Topics.ROSTERS, Topics.ACTIVITIES)) {
            var config = config(topic);
            assertThat(config.get("cleanup.policy").value()).as(topic.name()).isEqualTo("compact");
            assertThat(config.get("max.compaction.lag.ms").value()).isEqualTo("86400000");
            assertThat(config.get("segment.ms").value()).isEqualTo("3600000");
        }
        for (var topic : List.of(Topics.crmIn(LETHE), Topics.CREDITS)) {
            assertThat(config(topic).get("cleanup.policy").value())
                    .as(topic.name())
                    .isEqualTo("delete");
            assertThat(config(topic).get("retention.ms").value()).isEqualTo("-1");
        }
    }

    private Config config(Topic<?> topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            return Objects.requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));
        }
    }

    @Test
    void whoWasErasedIsGoneFromTheTopicOnceAnythingElseWasWritten() throws Exception {
        var topic = Topics.crmPeopleIn(new CompanyId("styx"));
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            var small = new TopicSettings(1, (short) 1, 50, 50).newTopic(topic);
            admin.createTopics(List.of(small)).all().get();
        }
        says(topic, "U1", "Canary Kim");
        write(topic, "U1", 0, null);
        assertThat(TopicText.of(brokers, topic.name())).contains("Canary Kim");

        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    says(topic, "U2", "Pat Poe");
                    assertThat(TopicText.of(brokers, topic.name()))
                            .contains("Pat Poe")
                            .doesNotContain("Canary Kim");
                });
    }

    private void says(Topic<CrmChange> topic, String user, String name) {
        var fields = Map.of("name", name);
        write(topic, user, 0, new CrmChange("user", new CrmId(user), null, CrmChange.Change.FULL, fields));
    }
}
