package dev.tandem.credit.deal;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.ANNA;
import static dev.tandem.credit.Given.GLOBEX;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.accountOf;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.in;
import static dev.tandem.credit.Given.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.ActivityId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.intake.Incoming;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What moved to another joint account leaves the credit of the former one right, though the process died as
/// soon as the move was kept: the event comes again, and nothing says any more which the former account was.
class RedeliveryTest extends ServiceTest {
    private static final LocalDate MARCH_5 = LocalDate.of(2026, 3, 5);
    private static final Instant RECORDED = Instant.parse("2026-03-02T10:00:00Z");

    @Autowired
    private CreditingDeals crediting;

    @Autowired
    private Activities activities;

    @Autowired
    private Deals deals;

    @Autowired
    private Ledger ledger;

    @Test
    void anActivityThatMovedGivesNoCreditOnTheFormerAccount() throws Exception {
        var partnership = new PartnershipId("redelivered-activity");
        agreed(partnership);
        platform.says(in(partnership, deal("d1", 1, Money.of("100.00", "USD"), Status.WON)));
        platform.says(1, sourced(partnership, accountOf(partnership)));
        awaitNet(partnership, "50.00", "50.00");

        var moved = sourced(partnership, new JointAccountId(partnership + "-other"));
        var event = event(Topics.ACTIVITIES.name(), moved.activity().value(), moved);
        activities.keep(event);
        crediting.activityChanged(event);

        assertThat(closing(partnership, ACME)).containsExactly("0.00");
        assertThat(closing(partnership, GLOBEX)).containsExactly("0.00");
        var head = ledger.head(partnership);
        crediting.activityChanged(event);
        assertThat(ledger.head(partnership)).isEqualTo(head);
    }

    @Test
    void aDealThatMovedNoLongerWeighsInTheOthersOfTheFormerAccount() throws Exception {
        var partnership = new PartnershipId("redelivered-deal");
        agreed(partnership);
        var earlier = in(partnership, on(deal("d0", 1, Money.of("100.00", "USD"), Status.WON), MARCH_5));
        platform.says(earlier);
        platform.says(in(partnership, deal("d1", 1, Money.of("100.00", "USD"), Status.WON)));
        platform.says(1, sourced(partnership, accountOf(partnership)));
        awaitNet(partnership, "75.00", "25.00");

        var event = event(Topics.DEALS.name(), earlier.deal().value(), elsewhere(earlier));
        deals.keep(event);
        crediting.dealChanged(event);

        assertThat(closing(partnership, ACME)).containsExactly("50.00");
        assertThat(closing(partnership, GLOBEX)).containsExactly("50.00");
        var head = ledger.head(partnership);
        crediting.dealChanged(event);
        assertThat(ledger.head(partnership)).isEqualTo(head);
    }

    private void agreed(PartnershipId partnership) {
        platform.says(1, in(partnership, Given.agreed(new WeightModel.Shapley())));
    }

    /// By Gus, for the second deal alone.
    private static ActivityChanged sourced(PartnershipId partnership, JointAccountId account) {
        var because = new Reason("SOURCED", "Named it first.");
        return new ActivityChanged(
                new ActivityId(partnership + "-a1"),
                partnership,
                account,
                new DealId(partnership + "-d1"),
                LocalDate.of(2026, 3, 1),
                RECORDED,
                List.of(ACME),
                List.of(new ActivityChanged.Contribution(GLOBEX, GUS, Act.SOURCED, true, false, because)));
    }

    private static DealChanged elsewhere(DealChanged deal) {
        return new DealChanged(
                deal.deal(),
                2,
                deal.partnership(),
                deal.owner(),
                new JointAccountId(deal.partnership() + "-other"),
                deal.opportunity(),
                ANNA,
                deal.effectiveDate(),
                deal.net(),
                deal.status(),
                deal.changedAt());
    }

    private static <T> Incoming<T> event(String topic, String key, T payload) {
        var place = new Incoming.Place(topic, 0, Long.MAX_VALUE);
        return new Incoming<>(place, key, key + "-2", "/test/" + key, RECORDED, 2, Optional.empty(), payload);
    }
}
