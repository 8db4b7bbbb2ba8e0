package dev.tandem.credit.deal;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GLOBEX;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.in;
import static dev.tandem.credit.Given.ownedBy;
import static dev.tandem.credit.Given.rep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// A rep who becomes known between the posting of a deal's credit and its first telling.
class StandingsTest extends ServiceTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("standings");
    private static final RepId NOOR = new RepId("rep-noor");

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Standings standings;

    @Test
    void isToldByTheIdOfTheCrmAndOnceOnly() throws Exception {
        var _ = broker.addTopicsWithResults(
                Topics.crmOut(ACME).name(), Topics.crmOut(GLOBEX).name());
        platform.says(1, in(PARTNERSHIP, Given.agreed(fixed("60%", "40%"))));
        platform.says(1, in(PARTNERSHIP, counterparts(GUS)));
        var deal = in(PARTNERSHIP, ownedBy(deal("d1", 1, Money.of("100.00", "USD"), Status.WON), NOOR));
        platform.says(deal);
        awaitNet(PARTNERSHIP, "60.00", "40.00");
        await().atMost(SOON).until(() -> told(deal).size() == 1);
        asIfNotToldYet(deal);

        platform.says(1, rep(NOOR, ACME, "u-noor", "Noor Nadir"));
        await().atMost(SOON).untilAsserted(() -> assertThat(told(deal)).hasSize(2));
        assertThat(told(deal).getLast()).contains("u-noor");

        standings.tell(PARTNERSHIP, deal);
        standings.tellAgain(PARTNERSHIP, deal);
        platform.says(2, in(PARTNERSHIP, counterparts(GUS)));
        platform.says(in(PARTNERSHIP, ownedBy(deal("d2", 1, Money.of("100.00", "USD"), Status.WON), NOOR)));
        awaitNet(PARTNERSHIP, "120.00", "80.00");
        assertThat(told(deal)).hasSize(2);
    }

    private void asIfNotToldYet(DealChanged deal) {
        var removed = mongo.remove(Query.query(Criteria.where("_id").is(PARTNERSHIP + "/" + deal.deal())), "standings");
        assertThat(removed.getDeletedCount()).isEqualTo(1);
    }

    private List<String> told(DealChanged deal) {
        return platform.heard(Topics.crmOut(ACME).name(), "credit/" + deal.deal());
    }
}
