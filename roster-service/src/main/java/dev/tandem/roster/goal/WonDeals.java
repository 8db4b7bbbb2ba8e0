package dev.tandem.roster.goal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/// What goals need of the deals of a partnership: which are won, when, and what they amount to.
@Component
final class WonDeals {
    private static final int PART = 500;

    private final Aggregates<Deal> deals;

    WonDeals(Stores stores) {
        this.deals = stores.aggregates("won_deals", Deal.class).indexed("state.won", "_id");
    }

    /// @param won whether it is won and stands
    record Deal(YearMonth month, Money net, @JsonProperty boolean won) {}

    /// The newest revision is what holds.
    void on(PartnershipId partnership, Incoming<DealChanged> event) {
        var told = event.payload();
        var deal = new Deal(YearMonth.from(told.effectiveDate()), told.net(), told.status() == DealChanged.Status.WON);
        deals.change(Tenant.of(partnership), told.deal().value(), event.cause(), _ -> Change.to(deal));
    }

    /// Won and standing, with an effective date in these months.
    List<Deal> between(PartnershipId partnership, YearMonth from, YearMonth through) {
        var won = new java.util.ArrayList<Deal>();
        var after = "";
        List<Versioned<Deal>> part;
        do {
            part = deals.find(
                    Tenant.of(partnership),
                    where("state.won").is(true).and("_id").gt(after),
                    PART);
            part.stream()
                    .map(Versioned::state)
                    .filter(deal ->
                            !deal.month().isBefore(from) && !deal.month().isAfter(through))
                    .forEach(won::add);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
        return won;
    }
}
