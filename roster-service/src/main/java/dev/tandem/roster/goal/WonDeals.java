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
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What goals need of the deals of a partnership: which are won, when, and what they amount to.
@Component
final class WonDeals {
    private final Aggregates<Deal> deals;

    WonDeals(Stores stores) {
        this.deals = stores.aggregates("won_deals", Deal.class).indexed("state.won", "state.month");
    }

    /// @param won whether it is won and stands
    record Deal(YearMonth month, Money net, @JsonProperty boolean won) {}

    /// The newest revision is what holds.
    void on(PartnershipId partnership, Incoming<DealChanged> event) {
        var told = event.payload();
        var deal = new Deal(YearMonth.from(told.effectiveDate()), told.net(), told.status() == DealChanged.Status.WON);
        deals.change(Tenant.of(partnership), told.deal().value(), event.cause(), _ -> Change.to(deal));
    }

    /// How many are won and stand, and what they amount to.
    record Total(int deals, Map<Currency, BigInteger> minor) {
        static final Total NONE = new Total(0, Map.of());

        Total plus(Deal deal) {
            var sums = new HashMap<>(minor);
            sums.merge(deal.net().currency(), deal.net().amountMinor(), BigInteger::add);
            return new Total(deals + 1, sums);
        }
    }

    /// Of those with an effective date in these months, read part by part.
    Total between(PartnershipId partnership, YearMonth from, YearMonth through) {
        var total = Total.NONE;
        var won = where("state.won").is(true);
        var months = won.and("state.month").gte(from.toString()).lte(through.toString());
        try (var found = deals.stream(Tenant.of(partnership), months)) {
            for (var deal : (Iterable<Versioned<Deal>>) found::iterator) {
                total = total.plus(deal.state());
            }
        }
        return total;
    }
}
