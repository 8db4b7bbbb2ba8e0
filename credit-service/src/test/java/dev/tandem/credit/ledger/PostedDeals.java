package dev.tandem.credit.ledger;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.credit.Given;
import dev.tandem.credit.crediting.Facts;
import dev.tandem.credit.ledger.Posting.Occasion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/// Many deals of four participants each, credited and posted as the service does it, in memory.
@NullMarked
public final class PostedDeals {
    private static final int TEAMS = 200;
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private PostedDeals() {}

    public static List<Entry> of(int deals) {
        var chain = new ArrayList<Entry>();
        each(deals, chain::add);
        return chain;
    }

    /// In order, each told once and not kept.
    public static void each(int deals, Consumer<Entry> use) {
        var agreed = Given.agreed(Given.fixed("60%", "40%"));
        Optional<Entry> head = Optional.empty();
        for (int i = 0; i < deals; i++) {
            var assessed = Assessed.of(facts(i, agreed));
            head = Posting.next(head, List.of(), assessed, new Occasion("event-" + i, NOW, null));
            head.ifPresent(use);
        }
    }

    private static Facts facts(int i, PartnershipChanged agreed) {
        var deal = Given.deal("deal-" + i, 1, Money.ofMinor(100_000L + 37L * i, "USD"), DealChanged.Status.WON);
        var owned = Given.ownedBy(deal, new RepId("a-" + i % TEAMS));
        var day = Given.on(owned, Given.MARCH_14.plusDays(i % 90));
        return new Facts(day, Optional.of(agreed), Optional.of(team(i % TEAMS)), List.of("event-" + i));
    }

    private static CounterpartsChanged team(int team) {
        return Given.counterparts(new RepId("g-" + team), new RepId("h-" + team), new RepId("i-" + team));
    }
}
