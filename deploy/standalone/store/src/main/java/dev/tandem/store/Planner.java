package dev.tandem.store;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Chooses the index that narrows a query down the most.
///
/// A plan may find too many documents, which the query matcher drops, but never too few.
final class Planner {

    private static final int ONE_DOCUMENT = 1_000_000;
    private static final int FEW_DOCUMENTS = 500_000;
    private static final int FEW = 1_000;
    private static final int SPARES_SORTING = 300;

    private final Constraints constraints;
    private final Ordering ordering;
    private final boolean idsSorted;
    private final boolean limited;

    /// @param idsSorted whether documents lie in the order a sort by `_id` would give
    /// @param limited whether the query wants the first few only, so that not having to sort is worth something
    Planner(Constraints constraints, Ordering ordering, boolean idsSorted, boolean limited) {
        this.constraints = constraints;
        this.ordering = ordering;
        this.idsSorted = idsSorted;
        this.limited = limited;
    }

    Plan choose(Stream<SortedIndex> indexes) {
        return indexes.filter(this::sees).map(this::planByIndex).reduce(planById(), Plan::better);
    }

    /// A sparse index lacks documents that a query may ask for.
    private boolean sees(SortedIndex index) {
        return !index.skipsAbsent()
                || index.paths().stream()
                        .map(path -> constraints.on(path, false))
                        .anyMatch(constraint -> constraint != null && constraint.needsPresence());
    }

    private Plan planById() {
        Chain chain = new Chain(List.of(ID_FIELD), idsSorted, constraints);
        return plan(chain, null, ONE_DOCUMENT);
    }

    private Plan planByIndex(SortedIndex index) {
        List<String> fields = new ArrayList<>(index.paths());
        if (!index.isUnique() && !fields.contains(ID_FIELD)) {
            fields.add(ID_FIELD);
        }
        return plan(new Chain(fields, index.sorted(), constraints), index, index.isUnique() ? FEW_DOCUMENTS : 0);
    }

    /// @param worthOfFew what it is worth to know that there is at most one document for each key
    private Plan plan(Chain chain, @Nullable SortedIndex index, int worthOfFew) {
        List<Plan.Stretch> stretches = chain.stretches();
        boolean few = worthOfFew > 0 && chain.fixesAll() && stretches.size() <= FEW;
        boolean sorted = chain.delivers(ordering, idsSorted);
        int worth = chain.worth() + (sorted && !ordering.isNone() ? worthOfOrder() : 0);
        boolean reverse = sorted && chain.backwards(ordering);
        return new Plan(index, stretches, sorted, reverse, few ? worthOfFew : worth);
    }

    /// Of plans that narrow as much, always the one that need not sort.
    private int worthOfOrder() {
        return limited ? SPARES_SORTING : 1;
    }
}
