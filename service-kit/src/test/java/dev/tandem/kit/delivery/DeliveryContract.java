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
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;

/// What the delivery of events promises, on any broker and store.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeliveryContract {
    private static final Duration SOON = Duration.ofSeconds(60);

    private Platform platform;
    private ConfigurableApplicationContext service;

    /// Where broker and store of this run are.
    abstract Platform platform();

    @BeforeAll
    void startService() {
        platform = platform();
        Stream.of("acme", "umbra", "poison", "faulty", "patient", "built", "upkeep", "repeated", "steady")
                .map(CompanyId::new)
                .forEach(company -> platform.createTopic(Topics.crmIn(company)));
        service = platform.service("notes");
    }

    /// Ends broker and store, where nobody else does.
    void end() {}

    /// The service first: without a broker its consumers would wait for one.
    @AfterAll
    void stop() {
        service.close();
        end();
    }

    @Test
    void carriesAChangeFromTheCrmThroughAggregateAndTopicIntoTheLocalCopy() {
        var acme = new CompanyId("acme");

        platform.crmSays(acme, "o-1", "hello");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(companies().find(Tenant.of(acme), "acme"))
                        .hasValue(NotesService.company(acme, "hello")));
    }

    /// Behind each of these events a transaction leaves its mark in the partition, which looks like a gap.
    @Test
    void doesNotAskEventByEventWhatIsParkedOfAPartitionThatItKeeps() {
        var steady = new CompanyId("steady");
        changed(steady, "to begin with");
        var asked = questionsAboutParked();

        IntStream.range(0, 10).forEach(n -> changed(steady, "change " + n));

        assertThat(asked).isPositive();
        assertThat(questionsAboutParked() - asked).isLessThan(5);
    }

    private void changed(CompanyId company, String text) {
        platform.crmSays(company, "o-1", text);
        await().atMost(SOON)
                .until(() -> companies()
                        .find(Tenant.of(company), company.value())
                        .filter(NotesService.company(company, text)::equals)
                        .isPresent());
    }

    private long questionsAboutParked() {
        return service
                .getBean(MeterRegistry.class)
                .get("mongodb.driver.commands")
                .tags("collection", "parked_events", "command", "aggregate")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
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

    private String setting(Topic<?> topic, String name) throws Exception {
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

    @Test
    void letsACompanyAloneDecideAboutItsParkedEvents() throws Exception {
        platform.write("crm.upkeep.in", "o-1", "{secret".getBytes(StandardCharsets.UTF_8));
        var http = new ServiceHttp(service);
        var crm = Tokens.bearer("upkeep", Role.CRM);
        await().atMost(SOON).until(() -> http.get("/notes/parked", crm).body().contains("crm.upkeep.in"));
        var id = "crm.upkeep.in-0-0000000000000000000";

        assertThat(http.get("/notes/parked", Tokens.bearer("umbra", Role.CRM)).body())
                .doesNotContain("upkeep");
        assertThat(http.get("/notes/parked", Tokens.bearer("upkeep", Role.REP)).statusCode())
                .isEqualTo(403);
        assertThat(http.get("/notes/parked/" + id, Tokens.bearer("umbra", Role.CRM))
                        .statusCode())
                .isEqualTo(404);
        assertThat(http.get("/notes/parked/" + id, Tokens.operator()).statusCode())
                .isEqualTo(404);
        assertThat(http.post("/notes/parked/" + id + "/redrive", crm, "").body())
                .contains("\"OPEN\"", "UNREADABLE");
        assertThat(http.post("/notes/parked/" + id + "/discard", crm, "{}").statusCode())
                .isEqualTo(400);
        var because = "{\"reason\":{\"code\":\"BAD_DATA\",\"sentence\":\"Sent by mistake.\"}}";
        assertThat(http.post("/notes/parked/" + id + "/discard", crm, because).body())
                .contains("DISCARDED", "BAD_DATA");
        assertThat(http.post("/notes/parked/" + id + "/discard", crm, because).statusCode())
                .isEqualTo(200);
        assertThat(http.post("/notes/parked/" + id + "/redrive", crm, "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void answersARepeatedDecisionAboutAParkedEventAsItDidAtFirst() throws Exception {
        platform.write("crm.repeated.in", "o-1", "{secret".getBytes(StandardCharsets.UTF_8));
        var http = new ServiceHttp(service);
        var crm = Tokens.bearer("repeated", Role.CRM);
        await().atMost(SOON).until(() -> http.get("/notes/parked", crm).body().contains("crm.repeated.in"));
        var event = "/notes/parked/crm.repeated.in-0-0000000000000000000";
        var because = "{\"reason\":{\"code\":\"BAD_DATA\",\"sentence\":\"Sent by mistake.\"}}";
        assertThat(http.post(event + "/redrive", crm, "redrive-1", "").statusCode())
                .isEqualTo(200);

        var discarded = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> status(http, event + "/discard", crm, because)))
                .toList();
        assertThat(discarded).extracting(CompletableFuture::join).containsOnly(200);

        assertThat(status(http, event + "/discard", crm, because)).isEqualTo(200);
        assertThat(status(http, event + "/discard", crm, because.replace("BAD_DATA", "OTHER")))
                .isEqualTo(422);
        assertThat(http.post(event + "/redrive", crm, "redrive-1", "").statusCode())
                .isEqualTo(200);
        assertThat(http.post(event + "/redrive", crm, "redrive-2", "").statusCode())
                .isEqualTo(409);
    }

    private static int status(ServiceHttp http, String path, String token, String json) {
        try {
            return http.post(path, token, "decision-1", json).statusCode();
        } catch (IOException | InterruptedException notAnswered) {
            throw new IllegalStateException(notAnswered);
        }
    }

    @Test
    void showsAnOperatorOfThePlatformsParkedEventsNeitherKeyNorMessage() throws Exception {
        platform.write(
                "tandem.companies", "secret-key", "{\"company\":\"NOT A COMPANY\"}".getBytes(StandardCharsets.UTF_8));
        var http = new ServiceHttp(service);

        await().atMost(SOON)
                .until(() -> http.get("/notes/parked", Tokens.operator()).body().contains("tandem.companies"));

        assertThat(http.get("/notes/parked", Tokens.operator()).body())
                .contains("UNREADABLE")
                .doesNotContain("secret-key")
                .doesNotContain("NOT A COMPANY");
    }

    @Test
    void letsAnOperatorRebuildAReadModel() throws Exception {
        var http = new ServiceHttp(service);

        assertThat(http.get("/notes/read-models", Tokens.operator()).body()).contains("companies");
        assertThat(http.post("/notes/read-models/companies/rebuild", Tokens.operator(), "")
                        .body())
                .contains("\"name\":\"companies\"", "\"entries\":", "\"hashBefore\":", "\"hashAfter\":");
        assertThat(http.post("/notes/read-models/nothing/rebuild", Tokens.operator(), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(http.post("/notes/read-models/companies/rebuild", Tokens.bearer("acme", Role.ADMIN), "")
                        .statusCode())
                .isEqualTo(403);
    }

    private Intake intake() {
        return service.getBean(Intake.class);
    }

    @SuppressWarnings("unchecked")
    private LocalCopy<CompanyChanged> companies() {
        return (LocalCopy<CompanyChanged>) service.getBean(LocalCopy.class);
    }

    @SuppressWarnings("unchecked")
    private Aggregates<Note> notes() {
        return (Aggregates<Note>) service.getBean("notes");
    }
}
