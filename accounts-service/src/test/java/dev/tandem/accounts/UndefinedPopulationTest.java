package dev.tandem.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.AccountAligned;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.SharingPolicy.CustomRule;
import dev.tandem.contracts.partnership.SharingPolicy.Rule;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// An agreement that hides a population which its company has not defined hides all of that company's accounts, and
/// the company reads none of its partner's meanwhile.
@Running
class UndefinedPopulationTest {
    private static final Alliance ALLIANCE = Alliance.of("corvus", "lynx");
    private static final String PATH = "/accounts/partnerships/corvus-lynx";
    private static final List<String> BOTH = List.of("corvus", "lynx");

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MockMvc http;

    private Outside outside;

    @BeforeEach
    void open() {
        outside = new Outside(brokers);
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void whoHidesWhatIsNotDefinedReadsNothingEither() throws Exception {
        agreed(ALLIANCE.sharing(1, policy(List.of())));
        BOTH.forEach(company -> outside.crm(company, Crm.account("C", "name", "Hafenbau Rostock")));
        outside.crm("lynx", Crm.account("H", "name", "Nur Bei Lynx"));
        bothSeeIt();

        agreed(ALLIANCE.sharing(2, policy(List.of(secret()))));
        for (var company : BOTH) {
            await().atMost(ofSeconds(30))
                    .untilAsserted(() -> assertThat(read(company, "/overlap")).doesNotContain("Rostock"));
            await().atMost(ofSeconds(30)).until(() -> told(company).anyMatch(Withdrawn.class::isInstance));
        }
        assertThat(read("corvus", "/partner-accounts")).doesNotContain("Nur Bei Lynx");
        assertThat(read("corvus", "/relatives")).contains("\"items\":[]");
        assertThat(read("corvus", "/revisions/2/preview")).contains("\"defined\":false");
        assertThat(read("lynx", "/overlap/changes")).contains("NO_LONGER");

        http.perform(as("corvus", post("/accounts/populations"))
                .header("Idempotency-Key", "define")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"population": "secret", "title": "secret", "rule": "industry = 'Secret'"}"""));
        bothSeeIt();
        assertThat(read("corvus", "/partner-accounts")).contains("Nur Bei Lynx");
    }

    private void bothSeeIt() {
        for (var company : BOTH) {
            await().atMost(ofSeconds(30))
                    .untilAsserted(() -> assertThat(read(company, "/overlap")).contains("Rostock"));
            await().atMost(ofSeconds(30)).until(() -> told(company).anyMatch(AccountAligned.class::isInstance));
        }
        await().atMost(ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(read("corvus", "/partner-accounts")).contains("Nur Bei Lynx"));
    }

    private Stream<CrmOut> told(String company) {
        return outside.out(company).values().stream();
    }

    /// Lynx shows all of its accounts, corvus those that both have.
    private static SharingPolicy policy(List<CustomRule> custom) {
        var rules = Stream.of(Population.values())
                .flatMap(population -> Stream.of(
                        new Rule(
                                ALLIANCE.one(),
                                population,
                                SharingLevel.OVERLAPPING_ACCOUNTS,
                                Set.of(SharedField.NAME)),
                        new Rule(ALLIANCE.other(), population, SharingLevel.ALL_ACCOUNTS, Set.of(SharedField.NAME))));
        return new SharingPolicy(rules.toList(), custom);
    }

    private static CustomRule secret() {
        return new CustomRule(ALLIANCE.one(), new PopulationName("secret"), SharingLevel.HIDDEN, Set.of());
    }

    private void agreed(PartnershipChanged partnership) {
        outside.platform(Topics.PARTNERSHIPS, partnership.partnership().value(), partnership);
    }

    private String read(String company, String place) throws Exception {
        return http.perform(as(company, get(PATH + place)))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    private static MockHttpServletRequestBuilder as(String company, MockHttpServletRequestBuilder request) {
        return request.header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER));
    }
}
