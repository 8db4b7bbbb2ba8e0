package dev.tandem.credit.deal;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.credit.ledger.Canonical;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// How far each deal's credit was told to the companies. One document per deal, so that the events under the deal's key
/// leave in the order of posting, which entries, a document each, could not promise.
@Repository
class Standings {
    private final Aggregates<Standing> standings;
    private final Ledger ledger;
    private final Reps reps;

    Standings(Stores stores, Ledger ledger, Reps reps) {
        this.standings = stores.aggregates("standings", Standing.class);
        this.ledger = ledger;
        this.reps = reps;
    }

    /// @param throughSeq the last entry that was told
    /// @param told a hash of what was told, so that the same is not told again; null where that was not kept
    record Standing(long throughSeq, @Nullable String told) {
        static Standing of(long throughSeq, List<Outgoing> events) {
            var told = events.stream().map(each -> Canonical.text(each.payload()));
            return new Standing(throughSeq, Hash.hex(told.toArray(String[]::new)));
        }
    }

    /// Tells each company what its own people have on the deal now, unless it was told this or something newer.
    void tell(PartnershipId partnership, DealChanged deal) {
        var entries = posted(deal);
        if (!entries.isEmpty()) {
            tell(partnership, deal, entries);
        }
    }

    /// Tells it again, since a rep that it names is known by another name now, or by none; the first time where
    /// it is posted and not told yet, so that whoever was about to tell it by the former name finds it told. The
    /// entries are read after what was told, so that nothing newer is told over.
    void tellAgain(PartnershipId partnership, DealChanged deal) {
        standings.change(
                Tenant.of(partnership),
                partnership + "/" + deal.deal(),
                Cause.GIVEN,
                told -> again(told.map(Versioned::state), deal));
    }

    private Change<Standing> again(Optional<Standing> was, DealChanged deal) {
        var entries = posted(deal);
        if (entries.isEmpty()) {
            return Change.none();
        }
        var events = OwnCredits.events(deal, entries, reps::find);
        var now = Standing.of(entries.getLast().seq(), events);
        return was.filter(now::equals).isPresent() ? Change.none() : Change.to(now, events);
    }

    private List<Entry> posted(DealChanged deal) {
        return ledger.ofDeal(deal.partnership(), deal.deal()).stream()
                .filter(Entry::posts)
                .toList();
    }

    private void tell(PartnershipId partnership, DealChanged deal, List<Entry> entries) {
        var last = entries.getLast().seq();
        standings.change(Tenant.of(partnership), partnership + "/" + deal.deal(), Cause.GIVEN, told -> {
            var before = told.map(Versioned::state).map(Standing::throughSeq).orElse(0L);
            var events = OwnCredits.events(deal, entries, reps::find);
            return before >= last ? Change.none() : Change.to(Standing.of(last, events), events);
        });
    }
}
