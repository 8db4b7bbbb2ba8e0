package dev.tandem.credit.ledger;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.crediting.Explanation;
import dev.tandem.credit.crediting.Target;
import dev.tandem.credit.ledger.Line.Clearing;
import dev.tandem.credit.ledger.Line.Credit;
import dev.tandem.credit.ledger.Line.Periods;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Target minus posted, the only way in which anything is ever posted.
final class Difference {
    private Difference() {}

    /// On which line a participant's credit stands.
    record Place(CompanyId company, RepId rep, CreditType creditType, YearMonth origin, Currency currency)
            implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::origin)
                .thenComparing(place -> place.currency().getCurrencyCode())
                .thenComparing(Place::company)
                .thenComparing(Place::rep)
                .thenComparing(Place::creditType);

        static Place of(Credit credit) {
            return new Place(
                    credit.company(),
                    credit.rep(),
                    credit.creditType(),
                    credit.periods().origin(),
                    credit.amount().currency());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /// What stands posted by these entries; places that came to nothing are left out.
    static Map<Place, Money> posted(Collection<Entry> entries) {
        var posted = new TreeMap<Place, Money>();
        entries.stream()
                .flatMap(Entry::credits)
                .forEach(credit -> posted.merge(Place.of(credit), credit.amount(), Money::plus));
        posted.values().removeIf(Money::isZero);
        return posted;
    }

    /// The lines that turn what is posted into the target, balanced; none when it is the target
    /// already.
    ///
    /// @param closedThrough the last closed period, null for none
    static List<Line> lines(Assessed assessed, Map<Place, Money> posted, @Nullable YearMonth closedThrough) {
        var due = due(assessed);
        var credits = new ArrayList<Credit>();
        var places = new TreeMap<Place, Money>(posted);
        due.keySet().forEach(place -> places.putIfAbsent(place, Money.zero(place.currency())));
        places.forEach((place, before) -> {
            var line = line(place, before, due.get(place), assessed).posted(closedThrough);
            if (!line.amount().isZero()) {
                credits.add(line);
            }
        });
        return Stream.<Line>concat(credits.stream(), Clearing.of(assessed.deal().deal(), credits))
                .toList();
    }

    private static Map<Place, Target.Line> due(Assessed assessed) {
        var origin = YearMonth.from(assessed.deal().effectiveDate());
        var due = new TreeMap<Place, Target.Line>();
        if (assessed.target() instanceof Target.Credited credited) {
            credited.lines()
                    .forEach(line -> due.put(
                            new Place(
                                    line.company(),
                                    line.rep(),
                                    line.creditType(),
                                    origin,
                                    line.amount().currency()),
                            line));
        }
        return due;
    }

    private static Credit line(Place place, Money before, Target.@Nullable Line due, Assessed assessed) {
        var target = due == null ? Money.zero(place.currency()) : due.amount();
        var because = due == null
                ? new Explanation.TakenBack(cause(place.rep(), assessed), before, assessed.inputs())
                : due.because().replacing(before);
        return new Credit(
                place.company(),
                place.rep(),
                place.creditType(),
                Periods.of(place.origin(), null),
                target.minus(before),
                because);
    }

    /// Why nothing is due on a line on which something is posted.
    static Reason cause(RepId rep, Assessed assessed) {
        return switch (assessed.target()) {
            case Target.NotCredited(var because) -> because;
            case Target.Credited credited ->
                credited.lines().stream().anyMatch(line -> line.rep().equals(rep))
                        ? new Reason(
                                "DEAL_MOVED",
                                "The deal is now of " + assessed.deal().effectiveDate() + " in "
                                        + assessed.deal().net().currencyCode() + ".")
                        : new Reason("NO_LONGER_PARTICIPANT", "The rep is not a participant of the deal any more.");
        };
    }
}
