package dev.tandem.accounts.overlap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.alignment.Cell;
import dev.tandem.accounts.alignment.Cell.Segment;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharingLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// How many joint accounts lie in each of the reader's populations across each of a partner's. What a cell shows
/// depends on the stricter of both sides' levels, so both sides read the same.
record Matrix(List<Entry> cells) {
    /// Fewer than this are not told where rows are not shown: a small count can name a customer.
    static final int COUNT_MIN = 5;

    /// @param count absent unless `shown` is EXACT
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            Population ownPopulation,
            CompanyId partner,
            Population partnerPopulation,
            Shown shown,
            @Nullable Long count) {}

    /// What a cell says.
    enum Shown {
        EXACT,
        /// There are fewer than five, or none.
        FEW,
        /// A side shows nothing of its population.
        HIDDEN
    }

    static Matrix of(PartnershipChanged partnership, CompanyId reader, ToLongFunction<Cell> counts) {
        var cells = new ArrayList<Entry>();
        for (var partner : partnership.parties().stream()
                .filter(party -> !party.equals(reader))
                .toList()) {
            for (var own : Population.values()) {
                for (var theirs : Population.values()) {
                    var cell = Cell.between(new Segment(reader, own), new Segment(partner, theirs));
                    cells.add(entry(partnership.inForce(), reader, cell, counts));
                }
            }
        }
        return new Matrix(cells);
    }

    private static Entry entry(Optional<Agreement> inForce, CompanyId reader, Cell cell, ToLongFunction<Cell> counts) {
        var level = stricter(level(inForce, cell.one()), level(inForce, cell.other()));
        if (level == SharingLevel.HIDDEN) {
            return entry(reader, cell, Shown.HIDDEN, null);
        }
        var count = counts.applyAsLong(cell);
        return level.showsOverlappingRows() || count >= COUNT_MIN
                ? entry(reader, cell, Shown.EXACT, count)
                : entry(reader, cell, Shown.FEW, null);
    }

    private static Entry entry(CompanyId reader, Cell cell, Shown shown, @Nullable Long count) {
        var own = cell.one().company().equals(reader) ? cell.one() : cell.other();
        var theirs = own.equals(cell.one()) ? cell.other() : cell.one();
        return new Entry(own.population(), theirs.company(), theirs.population(), shown, count);
    }

    private static SharingLevel level(Optional<Agreement> inForce, Segment segment) {
        return Visibility.level(inForce, segment.company(), segment.population());
    }

    private static SharingLevel stricter(SharingLevel one, SharingLevel other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
