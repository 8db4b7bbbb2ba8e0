package dev.tandem.accounts.alignment;

import dev.tandem.contracts.PartnershipId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Counts a partnership's joint accounts for one reading, from an index alone: what is asked of the store does not
/// depend
/// on what is found.
public final class Tally {
    private final JointAccounts stored;
    private final PartnershipId partnership;
    private final Map<Set<String>, Long> counts = new HashMap<>();

    Tally(JointAccounts stored, PartnershipId partnership) {
        this.stored = stored;
        this.partnership = partnership;
    }

    /// What a joint account is counted by: its cells, and each cell with each of its marks.
    static List<String> of(Collection<Cell> cells, Collection<String> marks) {
        return cells.stream()
                .flatMap(cell ->
                        Stream.concat(Stream.of(in(cell)), marks.stream().map(mark -> in(cell, mark))))
                .toList();
    }

    private static String in(Cell cell) {
        return cell.toString();
    }

    private static String in(Cell cell, String mark) {
        return cell + "#" + mark;
    }

    /// At most one mark may be wanted.
    public long count(Counted counted) {
        var cell = counted.cell();
        var without = new TreeSet<String>();
        counted.without().forEach(mark -> without.add(in(cell, mark)));
        return switch (counted.with().size()) {
            case 0 -> Math.max(0, any(Set.of(in(cell))) - any(without));
            case 1 -> Math.max(0, besides(in(cell, counted.with().getFirst()), without));
            default -> throw new IllegalArgumentException("one mark at most is counted by");
        };
    }

    private long besides(String wanted, Set<String> without) {
        var either = new TreeSet<>(without);
        either.add(wanted);
        return any(either) - any(without);
    }

    /// Those that have any of these.
    private long any(Set<String> tallies) {
        return tallies.isEmpty() ? 0 : counts.computeIfAbsent(tallies, each -> stored.count(partnership, each));
    }
}
