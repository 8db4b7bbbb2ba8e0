package dev.tandem.accounts.alignment;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Population;
import java.util.ArrayList;
import java.util.List;

/// One cell of the overlap matrix: a population of one party across one of another.
public record Cell(Segment one, Segment other) {

    /// A party's population.
    public record Segment(CompanyId company, Population population) implements Comparable<Segment> {
        private static final java.util.Comparator<Segment> ORDER =
                java.util.Comparator.comparing(Segment::company).thenComparing(Segment::population);

        @Override
        public int compareTo(Segment that) {
            return ORDER.compare(this, that);
        }

        @Override
        public String toString() {
            return company + "/" + population;
        }
    }

    /// The same cell, whichever side asks.
    public static Cell between(Segment one, Segment other) {
        return one.compareTo(other) < 0 ? new Cell(one, other) : new Cell(other, one);
    }

    static List<Cell> of(JointAccount joint) {
        var segments = joint.members().stream()
                .map(member -> new Segment(member.account().company(), member.population()))
                .sorted()
                .toList();
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < segments.size(); i++) {
            for (int j = i + 1; j < segments.size(); j++) {
                cells.add(new Cell(segments.get(i), segments.get(j)));
            }
        }
        return cells;
    }

    @Override
    public String toString() {
        return one + "|" + other;
    }
}
