package dev.tandem.roster.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.contracts.company.CompanyChanged.Status;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.RosterTest;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;

@NullMarked
class CompanyEndpointsTest extends RosterTest {
    private static final String BODY = """
            {"id": "%s", "name": "Hooli", "baseCurrency": "EUR", "timeZone": "Europe/Berlin",
             "fiscalYearStartMonth": 7}
            """;

    @Autowired
    KafkaAdmin kafka;

    @Autowired
    Companies companies;

    @Autowired
    Registration registration;

    @Test
    void aCompanyIsActiveOnceItsTopicsExist() {
        var answer = post(Tokens.operator(), "/roster/companies", BODY.formatted("hooli"));

        assertThat(answer).hasStatus(201).hasHeader("Location", "/roster/companies/hooli");
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo("ACTIVE");
        await().untilAsserted(
                        () -> assertThat(topics()).contains("crm.hooli.in", "crm.hooli.people.in", "crm.hooli.out"));
        await().untilAsserted(() -> assertThat(read(Topics.COMPANIES))
                .filteredOn(event -> event.key().equals("hooli"))
                .last()
                .satisfies(event -> assertThat(event.payload()).isEqualTo(hooli("hooli", Status.ACTIVE))));
    }

    @Test
    void theNextStartFinishesWhatACrashLeftHalfDone() {
        companies.register(
                new CompanyId("halfdone"),
                new Cause.Command("half-done", "body-hash", 201),
                hooli("halfdone", Status.REGISTERED));

        registration.finishWhatWasBegun();

        await().untilAsserted(() -> assertThat(topics()).contains("crm.halfdone.in"));
        assertThat(companies
                        .find(new CompanyId("halfdone"))
                        .orElseThrow()
                        .state()
                        .status())
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    void theSameRequestFinishesWhatACrashLeftHalfDone() {
        var request = new Cause.Command("key-hash", "body-hash", 201);
        companies.register(new CompanyId("resumed"), request, hooli("resumed", Status.REGISTERED));

        var outcome = registration.register(request, hooli("resumed", Status.REGISTERED));

        assertThat(outcome instanceof Outcome.Repeated<CompanyChanged> repeated ? repeated.status() : 0)
                .isEqualTo(201);
        await().untilAsserted(() -> assertThat(topics()).contains("crm.resumed.out"));
        assertThat(companies
                        .find(new CompanyId("resumed"))
                        .orElseThrow()
                        .state()
                        .status())
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    void theSameKeyAnswersTheSameAndAnotherKeyConflicts() {
        var first = post(Tokens.operator(), "/roster/companies", "key-1", null, BODY.formatted("twice"));
        var replay = post(Tokens.operator(), "/roster/companies", "key-1", null, BODY.formatted("twice"));
        var other = post(Tokens.operator(), "/roster/companies", "key-2", null, BODY.formatted("twice"));

        assertThat(first).hasStatus(201);
        assertThat(replay).hasStatus(201);
        assertThat(other).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo("ALREADY_REGISTERED");
    }

    @Test
    void aKeyThatRegisteredOneCompanyIsRefusedForAnother() {
        post(Tokens.operator(), "/roster/companies", "key-3", null, BODY.formatted("first"));

        assertThat(post(Tokens.operator(), "/roster/companies", "key-3", null, BODY.formatted("second")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("KEY_REUSED");
        assertThat(get(Tokens.operator(), "/roster/companies/second")).hasStatus(404);
        assertThat(post(Tokens.operator(), "/roster/companies", "key-3", null, BODY.formatted("first")))
                .hasStatus(201);
    }

    @Test
    void ofManyRequestsAtOnceUnderOneKeyOnlyThoseForOneCompanySucceed() {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, 8)
                    .mapToObj(i -> senders.submit(() -> post(
                                    Tokens.operator(),
                                    "/roster/companies",
                                    "key-4",
                                    null,
                                    BODY.formatted("racer-" + i % 2))
                            .getResponse()
                            .getStatus()))
                    .toList();

            assertThat(sent).extracting(Future::get).containsOnly(201, 422);
        }
        var registered = Stream.of("racer-0", "racer-1")
                .filter(id -> companies.find(new CompanyId(id)).isPresent());
        assertThat(registered).hasSize(1);
    }

    @Test
    void aCompanySeesItselfAndNoOther() {
        register("self");

        assertThat(get(manager("self"), "/roster/companies/self"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.name")
                .isEqualTo("self Inc.");
        assertThat(get(manager("stranger"), "/roster/companies/self")).hasStatus(404);
    }

    @Test
    void anOperatorSeesIdsAndStatusOnly() {
        register("listed");

        assertThat(get(Tokens.operator(), "/roster/companies/listed"))
                .bodyJson()
                .isStrictlyEqualTo("{\"company\": \"listed\", \"status\": \"ACTIVE\"}");
        assertThat(get(Tokens.operator(), "/roster/companies?limit=200")).hasStatusOk();
        assertThat(get(manager("listed"), "/roster/companies")).hasStatus(403);
    }

    @Test
    void onlyAnOperatorRegisters() {
        assertThat(post(Tokens.bearer("self", Role.ADMIN), "/roster/companies", BODY.formatted("nobody")))
                .hasStatus(403);
    }

    private Set<String> topics() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            return admin.listTopics().names().get();
        }
    }

    private static CompanyChanged hooli(String id, Status status) {
        return new CompanyChanged(
                new CompanyId(id),
                "Hooli",
                status,
                Currency.getInstance("EUR"),
                7,
                id.equals("hooli") ? java.time.ZoneId.of("Europe/Berlin") : ZoneOffset.UTC);
    }
}
