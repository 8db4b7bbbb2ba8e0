package dev.tandem.roster.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.TopicSettings;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.RosterTest;
import dev.tandem.roster.TopicText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// A topic to which nobody writes any more forgets who was erased, since something is appended for that alone.
@NullMarked
class IdleTopicTest extends RosterTest {
    private static final CompanyId IDLE = new CompanyId("idle1");

    @Autowired
    private ClearingTopics clearing;

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers = "";

    @Test
    void whoWasErasedIsGoneFromATopicToWhichNothingElseIsWritten() throws Exception {
        var topic = Topics.crmPeopleIn(IDLE).name();
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            var small = new TopicSettings(1, (short) 1, 50, 50).newTopic(Topics.crmPeopleIn(IDLE));
            admin.createTopics(List.of(small)).all().get();
        }
        register("idle1");
        var fields = Map.of("name", "Canary Kim");
        write(
                Topics.crmPeopleIn(IDLE),
                "U-idle-1",
                0,
                new CrmChange("user", new CrmId("U-idle-1"), null, CrmChange.Change.FULL, Map.copyOf(fields)));
        var admin = Tokens.bearer("idle1", Role.ADMIN);
        await().untilAsserted(
                        () -> assertThat(get(admin, "/roster/reps")).bodyText().contains("Canary Kim"));
        write(Topics.crmPeopleIn(IDLE), "U-idle-1", 0, null);
        await().untilAsserted(() -> assertThat(get(admin, "/roster/reps"))
                .bodyText()
                .contains("erased:")
                .doesNotContain("Canary Kim"));
        // Longer than the broker's cleaner rests: by itself it does nothing.
        await().during(Duration.ofSeconds(20))
                .atMost(Duration.ofSeconds(80))
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> TopicText.of(brokers, topic).contains("Canary Kim"));

        for (var step = 1; step <= 5; step++) {
            clearing.clear(IDLE, Instant.now().plus(Duration.ofDays(4)));
        }

        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(TopicText.of(brokers, topic)).doesNotContain("Canary Kim"));
        assertThat(get(admin, "/roster/parked")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        assertThat(get(admin, "/roster/reps")).bodyText().containsOnlyOnce("crmUser");
    }
}
