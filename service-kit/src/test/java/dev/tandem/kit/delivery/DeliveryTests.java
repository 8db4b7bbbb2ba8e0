package dev.tandem.kit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.store.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class DeliveryTests {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Platform PLATFORM = new Platform();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        PLATFORM.start();
        service = PLATFORM.service("notes");
    }

    @AfterAll
    static void stop() {
        service.close();
        PLATFORM.close();
    }

    @Test
    @SuppressWarnings("unchecked")
    void carriesAChangeFromTheCrmThroughAggregateAndTopicIntoTheLocalCopy() {
        var acme = new CompanyId("acme");
        PLATFORM.createTopic(Topics.crmIn(acme));

        PLATFORM.crmSays(acme, "o-1", "hello");

        var companies = (LocalCopy<CompanyChanged>) service.getBean(LocalCopy.class);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(companies.find(Tenant.of(acme), "acme"))
                        .hasValue(NotesService.company(acme, "hello")));
        var event = PLATFORM.read("tandem.companies").getFirst();
        assertThat(new String(event.headers().lastHeader("ce_source").value(), StandardCharsets.UTF_8))
                .isEqualTo("/notes/notes/acme/o-1");
    }
}
