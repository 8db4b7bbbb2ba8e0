package dev.tandem.accounts.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Outside;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.crm.CrmRecord;
import dev.tandem.accounts.crm.CrmRecords;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;

/// What vouches for an account decides whether its partners' budget lets it in, so alignment looks at it again when
/// that changes, and nothing else does: it may have been read, and left waiting, just before.
@Running
class VouchedTest {
    private static final CrmId CUSTOMER = new CrmId("a1");

    @Autowired
    private AccountRecords records;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private MongoOperations mongo;

    @Value("${spring.embedded.kafka.brokers}")
    private String brokers;

    private final Alliance alliance = Alliance.of("vouched" + System.nanoTime(), "partner" + System.nanoTime());
    private long sequence;

    @BeforeEach
    void found() {
        var state = alliance.withoutAgreement();
        try (var outside = new Outside(brokers)) {
            outside.platform(Topics.PARTNERSHIPS, state.partnership().value(), state);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !partnerships.open(alliance.one()).isEmpty());
    }

    @Test
    void aCustomerThatItsCrmHasSoldToIsLookedAtAgain() {
        sends("crm/");
        assertThat(looks()).isEqualTo(1);
        sells("o1", Map.of("stage", "Won"));
        assertThat(looks()).isEqualTo(2);
        sells("o2", Map.of("stage", "Won"));
        sells("o1", Map.of());
        assertThat(looks()).as("vouched for as before").isEqualTo(2);
        sells("o2", Map.of());
        assertThat(looks()).as("no longer vouched for").isEqualTo(3);
    }

    @Test
    void aFiledAccountThatItsCrmNamesIsLookedAtAgain() {
        sends(CrmRecord.FILES);
        sells("o1", Map.of("stage", "Won"));
        var before = looks();
        sends("crm/");
        assertThat(looks()).isEqualTo(before + 1);
        sends("crm/");
        assertThat(looks()).isEqualTo(before + 1);
    }

    private void sends(String place) {
        var number = ++sequence;
        var change = Crm.account(CUSTOMER.value(), "name", "Nordwind", "type", "Customer");
        var stamp = new Stamp(null, Instant.ofEpochSecond(number), number);
        records.apply(CrmRecords.of(alliance.one(), change, stamp, "event-" + number, place + number));
    }

    private void sells(String opportunity, Map<String, String> facts) {
        var account = new AccountRef(alliance.one(), CUSTOMER);
        records.opportunity(account, new AccountOpportunity(new CrmId(opportunity), false, facts));
    }

    /// How often alignment was told to look at the account, by what its own document has sent.
    private long looks() {
        var account = mongo.findById(alliance.one() + "/" + CUSTOMER, Document.class, "accounts");
        assertThat(account).isNotNull();
        return account.get("seqs", Document.class).values().stream()
                .mapToLong(seq -> (Long) seq)
                .sum();
    }
}
