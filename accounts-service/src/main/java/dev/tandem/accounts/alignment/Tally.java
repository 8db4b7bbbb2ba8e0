package dev.tandem.accounts.alignment;

import dev.tandem.contracts.PartnershipId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts a partnership's joint accounts for one reading. How many lie in a cell the store tells from its index; those
/// that have a mark are looked at, once for each mark.
public final class Tally {
    private final JointAccounts stored;
    private final PartnershipId partnership;
    private final Map<Cell, Long> byCell = new HashMap<>();
    private final Map<String, List<Marked>> byMark = new HashMap<>();

    Tally(JointAccounts stored, PartnershipId partnership) {
        this.stored = stored;
        this.partnership = partnership;
    }

    /// A joint account that has some marks, and where it counts.
    record Marked(String id, Set<String> cells, Set<String> marks) {
        boolean isIn(Cell cell) {
            return cells.contains(cell.toString());
        }
    }

    public long count(Counted counted) {
        return counted.with().isEmpty() ? all(counted.cell()) - having(counted) : with(counted);
    }

    private long all(Cell cell) {
        return byCell.computeIfAbsent(cell, one -> stored.count(partnership, one));
    }

    /// Of the cell, those that have a mark that they must not have.
    private long having(Counted counted) {
        var found = new HashSet<String>();
        counted.without().stream()
                .flatMap(mark -> marked(mark).stream())
                .filter(one -> one.isIn(counted.cell()))
                .forEach(one -> found.add(one.id()));
        return found.size();
    }

    private long with(Counted counted) {
        return marked(counted.with().getFirst()).stream()
                .filter(one -> one.isIn(counted.cell()))
                .filter(one -> one.marks().containsAll(counted.with()))
                .filter(one -> counted.without().stream().noneMatch(one.marks()::contains))
                .count();
    }

    private List<Marked> marked(String mark) {
        return byMark.computeIfAbsent(mark, one -> stored.marked(partnership, one));
    }
}
