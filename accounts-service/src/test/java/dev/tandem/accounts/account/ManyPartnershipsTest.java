package dev.tandem.accounts.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Outside;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.Population;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// A company has as many partnerships as the platform lets it have.
@Running
class ManyPartnershipsTest {
    private static final int PARTNERSHIPS = 32;

    @Autowired
    private AccountRecords records;

    @Autowired
    private Book book;

    @Autowired
    private Partnerships partnerships;

    @Value("${spring.embedded.kafka.brokers}")
    private String brokers;

    private final CompanyId company = new CompanyId("many" + System.nanoTime());

    /// Each partnership is told of the account, and the company's own systems of its population.
    @Test
    void anAccountEntersAnotherPopulationThoughAllPartnershipsAreToldOfIt() {
        try (var outside = new Outside(brokers)) {
            for (int number = 0; number < PARTNERSHIPS; number++) {
                var state = Alliance.of(company.value(), "partner-" + number).withoutAgreement();
                outside.platform(Topics.PARTNERSHIPS, state.partnership().value(), state);
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> partnerships.open(company).size() == PARTNERSHIPS);
        var change = Crm.account("a1", "name", "Nordwind");
        records.apply(CrmRecords.of(company, change, new Stamp(null, Instant.EPOCH, 1), "event", "place"));
        var account = new AccountRef(company, new CrmId("a1"));

        records.opportunity(account, new AccountOpportunity(new CrmId("o1"), true, Map.of("stage", "Proposal")));

        assertThat(book.find(account).orElseThrow().state().population()).isEqualTo(Population.OPEN_OPPORTUNITIES);
    }
}
