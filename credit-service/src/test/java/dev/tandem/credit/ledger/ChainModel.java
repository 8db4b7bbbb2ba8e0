package dev.tandem.credit.ledger;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.credit.Given;
import dev.tandem.credit.crediting.Contribution;
import dev.tandem.credit.crediting.Facts;
import dev.tandem.credit.crediting.Told;
import dev.tandem.credit.ledger.Difference.Place;
import dev.tandem.credit.ledger.Posting.Occasion;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// One partnership's inputs and chain in memory, around the pure rules that the service runs.
@NullMarked
public final class ChainModel {
    private final Map<String, Arrival> inputs = new HashMap<>();
    private final List<Link> chain = new ArrayList<>();
    private @Nullable YearMonth closedThrough;

    /// Without the closings.
    public List<Entry> chain() {
        return chain.stream()
                .flatMap(link -> link instanceof Entry entry ? Stream.of(entry) : Stream.empty())
                .toList();
    }

    /// What the verifier names; nothing for a chain that is whole.
    public List<Verification.Finding> findings() {
        return Verification.of(chain.stream()).findings();
    }

    public List<Link> links() {
        return List.copyOf(chain);
    }

    /// Closes a period, if anything was posted yet and the period is not closed.
    public void close(YearMonth period, Instant now) {
        if (!chain.isEmpty() && (closedThrough == null || period.isAfter(closedThrough))) {
            var agreed = new PeriodClosed.Agreed(period, "statement of " + period, List.of(), "signatures");
            chain.add(PeriodClosed.after(chain.getLast(), agreed, now));
            closedThrough = period;
        }
    }

    /// Keeps the input if it is news, then credits the deals that rest on it.
    public void arrive(Arrival arrival, Instant now) {
        keep(arrival);
        deals(arrival).forEach(deal -> post(deal, arrival, now));
    }

    /// What is left of an arrival when the process dies before it posted anything.
    public void keep(Arrival arrival) {
        inputs.merge(arrival.key(), arrival, (was, next) -> next.seq() > was.seq() ? next : was);
    }

    private List<DealChanged> deals(Arrival arrival) {
        return deals().stream()
                .filter(deal -> switch (arrival) {
                    case Arrival.Deal(var state) -> deal.jointAccount().equals(state.jointAccount());
                    case Arrival.Partnership _ -> true;
                    case Arrival.Claimed claimed -> sameAccount(deal, claimed.deal());
                    case Arrival.Counterparts counterparts ->
                        deal.jointAccount().equals(counterparts.state().jointAccount());
                })
                .toList();
    }

    private boolean sameAccount(DealChanged deal, String other) {
        return input(other, Arrival.Deal.class)
                .filter(known -> known.state().jointAccount().equals(deal.jointAccount()))
                .isPresent();
    }

    List<DealChanged> deals() {
        return inputs.values().stream()
                .flatMap(input -> input instanceof Arrival.Deal(var state) ? Stream.of(state) : Stream.empty())
                .toList();
    }

    private void post(DealChanged deal, Arrival arrival, Instant now) {
        var head = chain.isEmpty() ? Optional.<Link>empty() : Optional.of(chain.getLast());
        var occasion = new Occasion(arrival.key() + "-" + arrival.seq(), now, closedThrough);
        Posting.next(head, ofDeal(deal), assessed(deal), occasion).ifPresent(chain::add);
    }

    List<Entry> ofDeal(DealChanged deal) {
        return chain().stream()
                .filter(entry -> entry.deal().deal().equals(deal.deal()))
                .toList();
    }

    /// By all that was kept so far.
    Assessed assessed(DealChanged deal) {
        return Assessed.of(facts(deal));
    }

    private Facts facts(DealChanged deal) {
        var facts = new Facts(
                deal,
                input(Given.PARTNERSHIP.value(), Arrival.Partnership.class).map(Arrival.Partnership::state),
                input("mapping/" + deal.jointAccount(), Arrival.Counterparts.class)
                        .map(Arrival.Counterparts::state),
                List.of("e1"));
        return facts.with(claimed(deal)).among(others(deal)).under(Told.MANAGERS);
    }

    private List<Contribution> claimed(DealChanged deal) {
        return input("claims/" + deal.deal(), Arrival.Claimed.class)
                .map(Arrival.Claimed::contributions)
                .orElse(List.of());
    }

    private List<Facts.Other> others(DealChanged deal) {
        return deals().stream()
                .filter(other -> other.jointAccount().equals(deal.jointAccount()))
                .map(other -> new Facts.Other(other, claimed(other)))
                .toList();
    }

    private <T extends Arrival> Optional<T> input(String key, Class<T> type) {
        return Optional.ofNullable(inputs.get(key)).map(type::cast);
    }

    /// What stands posted, per deal and place.
    public Map<String, Map<Place, Money>> net() {
        return byDeal(deal -> Difference.posted(ofDeal(deal)));
    }

    /// What stands posted of recognition points, per deal and place.
    public Map<String, Map<PointDifference.Place, Long>> points() {
        return byDeal(deal -> PointDifference.posted(ofDeal(deal)));
    }

    private <T> Map<String, T> byDeal(Function<DealChanged, T> of) {
        var byDeal = new TreeMap<String, T>();
        deals().forEach(deal -> byDeal.put(deal.deal().value(), of.apply(deal)));
        return byDeal;
    }
}
