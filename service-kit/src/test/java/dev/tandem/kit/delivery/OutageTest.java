package dev.tandem.kit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;

@Timeout(300)
class OutageTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final CompanyId ACME = new CompanyId("acme");
    private static final Tenant TENANT = Tenant.of(ACME);

    private final TestBroker broker = new TestBroker();
    private final TestStore store = new TestStore();
    private final Platform platform = new Platform(broker.address(), store.uri());

    @AfterEach
    void stop() {
        broker.close();
        store.close();
    }

    @Test
    void startsWithoutBrokerAndStoreAndAppliesEverythingOnceThroughOutagesOfEither() {
        try (var service = platform.service("notes")) {
            broker.start();
            platform.createTopic(Topics.crmIn(ACME));
            say("one");
            store.start();
            awaitTally(service, "one");

            store.stop();
            say("two");
            store.start();
            awaitTally(service, "one", "two");

            say("three");
            broker.stop();
            broker.start();
            say("four");
            awaitTally(service, "one", "two", "three", "four");
            assertThat(service.getBean(Intake.class).countWaiting(TENANT)).isZero();
            assertThat(service.getBean(Intake.class).countWaiting(Tenant.PLATFORM))
                    .isZero();
        }
    }

    @Test
    void appliesNothingTwiceAndLosesNothingWhileInstancesComeAndGo() {
        broker.start();
        store.start();
        platform.createTopic(Topics.crmIn(ACME));
        var names = IntStream.range(0, 30).mapToObj(i -> "n" + i).toList();
        try (var stays = platform.service("notes")) {
            try (var leaves = platform.service("notes")) {
                names.subList(0, 15).forEach(this::say);
                await().atMost(SOON).until(() -> tally(leaves).size() > 5);
            }
            names.subList(15, 30).forEach(this::say);
            awaitTally(stays, names.toArray(String[]::new));
        }
    }

    private void say(String text) {
        platform.crmSays(ACME, "o-1", text);
    }

    private static void awaitTally(ConfigurableApplicationContext service, String... names) {
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(tally(service)).containsExactly(names));
    }

    @SuppressWarnings("unchecked")
    private static List<String> tally(ConfigurableApplicationContext service) {
        var tallies = (Aggregates<Tally>) service.getBean("tallies");
        return tallies.find(TENANT, "tally/acme")
                .map(tally -> tally.state().names())
                .orElse(List.of());
    }
}
