package dev.tandem.accounts.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Outside;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Ids;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;

/// What comes about while accounts are being merged is not missed by them.
@Running
class MeanwhileTest {
    @Autowired
    private Stores stores;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private OwnPopulations populations;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @Autowired
    private MongoOperations mongo;

    @Value("${spring.embedded.kafka.brokers}")
    private String brokers;

    @Test
    void aPartnershipThatComesAboutWhileAccountsAreMergedIsToldOfThem() {
        var alliance = Alliance.of("mean" + System.nanoTime(), "while" + System.nanoTime());
        var company = alliance.one();
        var merging = new Accounts(stores) {
            @Override
            Map<CrmId, Outcome<Account>> changeAll(CompanyId owner, Map<CrmId, Decision<Account>> decisions) {
                comesAbout(alliance);
                return super.changeAll(owner, decisions);
            }
        };
        var records = new AccountRecords(merging, partnerships, populations, ids, clock);
        var sent = CrmRecords.of(
                company, Crm.account("a1", "name", "Nordwind"), new Stamp(null, Instant.EPOCH, 1), "event", "place");

        var outcome = records.applyAll(company, List.of(sent));

        assertThat(outcome).containsOnlyKeys(new CrmId("a1"));
        assertThat(toldOf(company)).isEqualTo(1);
    }

    @Test
    void aPartnershipThatComesAboutWhileAnAccountIsChangedIsToldOfIt() {
        var alliance = Alliance.of("mean" + System.nanoTime(), "while" + System.nanoTime());
        var account = new AccountRef(alliance.one(), new CrmId("a1"));
        var changing = new Accounts(stores) {
            @Override
            Outcome<Account> change(CompanyId owner, CrmId id, Decision<Account> decision) {
                return super.change(owner, id, current -> {
                    var change = decision.on(current);
                    if (partnerships.open(owner).isEmpty()) {
                        comesAbout(alliance);
                    }
                    return change;
                });
            }
        };
        var records = new AccountRecords(changing, partnerships, populations, ids, clock);
        records.apply(CrmRecords.of(
                alliance.one(),
                Crm.account("a1", "name", "Nordwind", "type", "customer"),
                new Stamp(null, Instant.EPOCH, 1),
                "event",
                "place"));
        assertThat(sent(alliance.one())).isEmpty();

        records.opportunity(account, new AccountOpportunity(new CrmId("o1"), false, Map.of("stage", "Won")));

        assertThat(toldOf(alliance.one())).isEqualTo(1);
    }

    private void comesAbout(Alliance alliance) {
        var state = alliance.withoutAgreement();
        try (var outside = new Outside(brokers)) {
            outside.platform(Topics.PARTNERSHIPS, state.partnership().value(), state);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !partnerships.open(alliance.one()).isEmpty());
    }

    /// How often the company's account was put on the list of work, by what its own document has sent.
    private long toldOf(CompanyId company) {
        return sent(company).values().stream().mapToLong(seq -> (Long) seq).sum();
    }

    private Document sent(CompanyId company) {
        var account = mongo.findById(company + "/a1", Document.class, "accounts");
        assertThat(account).isNotNull();
        return account.get("seqs", new Document());
    }
}
