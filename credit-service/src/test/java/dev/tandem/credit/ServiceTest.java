package dev.tandem.credit;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.kit.web.WithTokens;
import dev.tandem.store.EmbeddedStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The whole service on a real broker and store, shared by the tests that extend this; each uses a
/// partnership of its own.
@SpringBootTest
@AutoConfigureMockMvc
@EmbeddedKafka(partitions = 1, bootstrapServersProperty = "TANDEM_KAFKA_BROKERS")
@WithTokens
public abstract class ServiceTest {
    protected static final Duration SOON = Duration.ofSeconds(40);
    private static final EmbeddedStore STORE = EmbeddedStore.inMemory();

    @Autowired
    protected MockMvc http;

    @Autowired
    protected EmbeddedKafkaBroker broker;

    protected Platform platform;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        registry.add("TANDEM_MONGODB_URI", STORE::uri);
    }

    @BeforeEach
    void connect() {
        platform = new Platform(broker.getBrokersAsString());
    }

    @AfterEach
    void disconnect() {
        platform.close();
    }

    /// Waits until the owner and its counterparts have so much in March.
    /// Until the partnership itself has arrived, its report is a 404 without any amounts: that is waited for, too.
    protected void awaitNet(PartnershipId partnership, String acme, String globex) {
        await().atMost(SOON).ignoreException(PathNotFoundException.class).untilAsserted(() -> {
            assertThat(closing(partnership, ACME)).containsExactly(acme);
            assertThat(closing(partnership, GLOBEX)).containsExactly(globex);
        });
    }

    protected List<String> closing(PartnershipId partnership, CompanyId company) throws Exception {
        return JsonPath.read(
                report(partnership, ACME, "2026-03"),
                "$.joint.totals[*].companies[?(@.company=='" + company + "')].closing.amount");
    }

    protected List<String> net(PartnershipId partnership, String rep) throws Exception {
        var amounts = JsonPath.<List<String>>read(
                report(partnership, ACME, "2026-03"), "$.joint.lines[?(@.rep=='" + rep + "')].amount.amount");
        return List.of(amounts.stream()
                .map(amount -> Money.of(amount, "USD"))
                .reduce(Money.of("0.00", "USD"), Money::plus)
                .amount());
    }

    protected String report(PartnershipId partnership, CompanyId company, String period) throws Exception {
        return call(partnership, company, period, "");
    }

    protected String call(PartnershipId partnership, CompanyId company, String period, String more) throws Exception {
        MockHttpServletRequestBuilder request = get("/credit/partnerships/" + partnership + "/report?period=" + period
                        + more)
                .header("Authorization", Tokens.bearer(company.value(), Role.FINANCE));
        return http.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
