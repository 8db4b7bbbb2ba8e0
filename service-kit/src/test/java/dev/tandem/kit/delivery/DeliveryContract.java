package dev.tandem.kit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.intake.Parked;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;

/// What the delivery of events promises, on any broker and store: a subclass starts them and calls [#start].
abstract class DeliveryContract {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static Platform platform;
    private static ConfigurableApplicationContext service;

    static void start(Platform started) {
        platform = started;
        Stream.of("acme", "umbra", "poison", "faulty", "patient", "built")
                .map(CompanyId::new)
                .forEach(company -> platform.createTopic(Topics.crmIn(company)));
        service = platform.service("notes");
    }

    @AfterAll
    static void stopService() {
        service.close();
    }

    @Test
    void carriesAChangeFromTheCrmThroughAggregateAndTopicIntoTheLocalCopy() {
        var acme = new CompanyId("acme");

        platform.crmSays(acme, "o-1", "hello");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(companies().find(Tenant.of(acme), "acme"))
                        .hasValue(NotesService.company(acme, "hello")));
    }

    @Test
    void sendsCloudEventsInBinaryModeUnderTheKeyOfTheAggregate() {
        var umbra = new CompanyId("umbra");

        platform.crmSays(umbra, "o-1", "hello");
        await().atMost(SOON)
                .until(() -> !companies().find(Tenant.of(umbra), "umbra").isEmpty());

        var event = TestTopics.read(platform.brokers(), "tandem.companies").stream()
                .filter(each -> new String(each.key(), StandardCharsets.UTF_8).equals("umbra"))
                .findFirst()
                .orElseThrow();
        var headers = IntStream.range(0, event.headers().toArray().length)
                .mapToObj(i -> event.headers().toArray()[i])
                .collect(Collectors.toMap(h -> h.key(), h -> new String(h.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/notes/notes/umbra/o-1")
                .containsEntry("ce_type", "tandem.CompanyChanged")
                .containsEntry("ce_seq", "1")
                .containsEntry("ce_subject", "umbra")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time");
    }

    @Test
    void hearsOfACompanyWhoseTopicAppearsLater() {
        var late = new CompanyId("late-comer");
        platform.createTopic(Topics.crmIn(late));

        platform.crmSays(late, "o-1", "here");

        await().atMost(SOON)
                .until(() -> !companies().find(Tenant.of(late), "late-comer").isEmpty());
    }

    @Test
    void createsThePlatformsTopicsCompactedWhereTheyCarryFullStates() throws Exception {
        assertThat(setting(Topics.DEALS, TopicConfig.CLEANUP_POLICY_CONFIG)).isEqualTo("compact");
        assertThat(setting(Topics.DEALS, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG))
                .isEqualTo("86400000");
        assertThat(setting(Topics.CREDITS, TopicConfig.RETENTION_MS_CONFIG)).isEqualTo("-1");
    }

    private static String setting(Topic<?> topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        try (var admin = Admin.create(Map.of("bootstrap.servers", platform.brokers()))) {
            var config = admin.describeConfigs(List.of(resource)).values().get(resource);
            return Objects.requireNonNull(config).get().get(name).value();
        }
    }

    @Test
    void parksATombstoneAndAnUnreadableEventAndGoesOn() {
        var poison = new CompanyId("poison");

        platform.write("crm.poison.in", "o-1", null);
        platform.write("crm.poison.in", "o-2", "{not json".getBytes(StandardCharsets.UTF_8));
        platform.crmSays(poison, "o-3", "good");

        await().atMost(SOON)
                .until(() -> !companies().find(Tenant.of(poison), "poison").isEmpty());
        assertThat(intake().waiting(Tenant.of(poison), "", 10))
                .extracting(parked ->
                        parked.key() + " " + parked.findings().getFirst().rule())
                .containsExactly("o-1 MISSING", "o-2 UNREADABLE");
    }

    @Test
    void triesAFaultAgainWithoutCommittingItsOffsetAndParksItOnlyWhenItStays() {
        var faulty = new CompanyId("faulty");
        var faults = service.getBean(NotesService.class).faults;
        faults.put("broken", new IllegalArgumentException("secret of faulty"));

        platform.crmSays(faulty, "o-1", "broken");
        platform.crmSays(faulty, "o-2", "good");

        await().atMost(SOON)
                .until(() -> !companies().find(Tenant.of(faulty), "faulty").isEmpty());
        var parked = intake().waiting(Tenant.of(faulty), "", 10).getFirst();
        assertThat(parked.findings().getFirst().message())
                .contains("IllegalArgument")
                .doesNotContain("secret");
        faults.remove("broken");
        assertThat(intake().redrive(Tenant.of(faulty), parked.id()))
                .hasValueSatisfying(now -> assertThat(now.status()).isEqualTo(Parked.Status.REDRIVEN));
        assertThat(notes().find(Tenant.of(faulty), "faulty/o-1")).isPresent();
    }

    @Test
    void waitsForAStoreThatIsAwayAndParksNothing() {
        var patient = new CompanyId("patient");
        var faults = service.getBean(NotesService.class).faults;
        faults.put("later", new DataAccessResourceFailureException("the store is away"));

        platform.crmSays(patient, "o-1", "later");
        await().pollDelay(Duration.ofSeconds(2)).until(() -> intake().countWaiting(Tenant.of(patient)) == 0);
        assertThat(notes().find(Tenant.of(patient), "patient/o-1")).isEmpty();
        faults.remove("later");

        await().atMost(SOON)
                .until(() -> notes().find(Tenant.of(patient), "patient/o-1").isPresent());
        assertThat(intake().countWaiting(Tenant.of(patient))).isZero();
    }

    @Test
    void rebuildsACopyToTheSameDigest() {
        var built = new CompanyId("built");
        platform.crmSays(built, "o-1", "one");
        platform.crmSays(built, "o-2", "two");
        await().atMost(SOON)
                .until(() -> notes().find(Tenant.of(built), "built/o-2").isPresent());
        await().atMost(SOON)
                .until(() -> !companies().find(Tenant.of(built), "built").isEmpty());

        var rebuilt = service.getBean(LocalCopies.class).rebuild("companies").orElseThrow();

        assertThat(rebuilt.hashAfter()).isEqualTo(rebuilt.hashBefore()).isNotEmpty();
        assertThat(rebuilt.entries()).isPositive();
    }

    private static Intake intake() {
        return service.getBean(Intake.class);
    }

    @SuppressWarnings("unchecked")
    private static LocalCopy<CompanyChanged> companies() {
        return (LocalCopy<CompanyChanged>) service.getBean(LocalCopy.class);
    }

    @SuppressWarnings("unchecked")
    private static Aggregates<Note> notes() {
        return (Aggregates<Note>) service.getBean("notes");
    }
}
