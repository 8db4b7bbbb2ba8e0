package dev.tandem.credit.ledger;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.crediting.Points;
import dev.tandem.credit.crediting.Target;
import dev.tandem.credit.ledger.Line.Periods;
import dev.tandem.credit.ledger.PointLine.Gained;
import dev.tandem.credit.ledger.PointLine.Issued;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Target minus posted, for recognition points.
final class PointDifference {
    private PointDifference() {}

    /// On which line a participant's points stand.
    record Place(CompanyId company, RepId rep, YearMonth origin) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::origin)
                .thenComparing(Place::company)
                .thenComparing(Place::rep);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /// What stands posted by these entries; places that came to nothing are left out.
    static Map<Place, Long> posted(Collection<Entry> entries) {
        var posted = new TreeMap<Place, Long>();
        entries.stream()
                .flatMap(Entry::gained)
                .forEach(each -> posted.merge(
                        new Place(each.company(), each.rep(), each.periods().origin()), each.points(), Math::addExact));
        posted.values().removeIf(points -> points == 0);
        return posted;
    }

    /// The lines that turn what is posted into the target, balanced; none when it is the target already.
    static List<PointLine> lines(Assessed assessed, Map<Place, Long> posted, @Nullable YearMonth closedThrough) {
        var due = due(assessed);
        var places = new TreeMap<Place, Long>(posted);
        due.keySet().forEach(place -> places.putIfAbsent(place, 0L));
        var gained = new ArrayList<Gained>();
        places.forEach((place, before) -> {
            var line = line(place, before, due.get(place), assessed).posted(closedThrough);
            if (line.points() != 0) {
                gained.add(line);
            }
        });
        return Stream.<PointLine>concat(
                        gained.stream(), Issued.of(assessed.deal().deal(), gained))
                .toList();
    }

    private static Map<Place, Points> due(Assessed assessed) {
        var due = new TreeMap<Place, Points>();
        if (assessed.target() instanceof Target.Credited credited) {
            var origin = YearMonth.from(assessed.deal().effectiveDate());
            credited.points().forEach(each -> due.put(new Place(each.company(), each.rep(), origin), each));
        }
        return due;
    }

    private static Gained line(Place place, long before, @Nullable Points due, Assessed assessed) {
        var target = due == null ? 0 : due.points();
        var because = due == null
                ? Points.Because.takenBack(Difference.cause(place.rep(), assessed), before, assessed.inputs())
                : due.because().replacing(before);
        return new Gained(place.company(), place.rep(), Periods.of(place.origin(), null), target - before, because);
    }
}
