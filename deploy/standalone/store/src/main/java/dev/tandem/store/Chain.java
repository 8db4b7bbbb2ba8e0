package dev.tandem.store;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far a query's demands can be followed along the fields of one index: over fields fixed to values, up to the
/// first
/// range or gap.
///
/// Where an index has entries for array elements, two demands need not be met by the same element, so of the fields
/// below one name only the first is used.
final class Chain {

    private static final int VALUE = 1_000;
    private static final int VALUES = 700;
    private static final int CLOSED_RANGE = 500;
    private static final int OPEN_RANGE = 400;

    private final List<String> fields;
    private final boolean sorted;
    private final Set<String> usedRoots = new HashSet<>();
    private List<Key> prefixes = List.of(Key.EMPTY);
    private @Nullable ValueRange range;
    private boolean ended;
    private int followed;
    private int fixed;
    private int worth;

    Chain(List<String> fields, boolean sorted, Constraints constraints) {
        this.fields = fields;
        this.sorted = sorted;
        for (String field : fields) {
            follow(mayUse(field) ? constraints.on(field, sorted || field.equals(ID_FIELD)) : null);
        }
    }

    int worth() {
        return worth;
    }

    boolean fixesAll() {
        return followed == fields.size();
    }

    /// Whether each of the first fields is fixed to one value or several.
    boolean follows(int first) {
        return followed >= first;
    }

    List<Plan.Stretch> stretches() {
        return prefixes.stream().map(this::stretch).toList();
    }

    private Plan.Stretch stretch(Key prefix) {
        return range == null
                ? new Plan.Stretch(prefix, prefix.end())
                : new Plan.Stretch(prefix.plus(range.lowest()), prefix.plus(range.highest()));
    }

    /// Whether going along the stretches meets the documents in this order, forwards or backwards.
    boolean delivers(Ordering ordering, boolean idsSorted) {
        List<Ordering.Field> wanted = varying(ordering);
        List<String> next = fields.subList(fixed, fields.size());
        return wanted.size() <= next.size()
                && next.subList(0, wanted.size())
                        .equals(wanted.stream().map(Ordering.Field::path).toList())
                && wanted.stream().allMatch(field -> field.path().equals(ID_FIELD) ? idsSorted : sorted)
                && wanted.stream().map(Ordering.Field::ascending).distinct().count() <= 1;
    }

    boolean backwards(Ordering ordering) {
        List<Ordering.Field> wanted = varying(ordering);
        return !wanted.isEmpty() && !wanted.getFirst().ascending();
    }

    /// A field that the query fixes to one value plays no part in sorting, unless it is one value of an array.
    private List<Ordering.Field> varying(Ordering ordering) {
        List<String> constant = sorted ? fields.subList(0, fixed) : List.of();
        return ordering.fields().stream()
                .filter(field -> !constant.contains(field.path()))
                .toList();
    }

    private boolean mayUse(String field) {
        return !ended && (sorted || usedRoots.add(field.split("\\.", 2)[0]));
    }

    private void follow(@Nullable Constraint constraint) {
        switch (constraint) {
            case null -> ended = true;
            case Constraint.OneOf values -> follow(values);
            case ValueRange last -> end(last);
        }
    }

    private void follow(Constraint.OneOf values) {
        if (Plan.tooMany(prefixes.size() * values.values().size())) {
            ended = true;
            return;
        }
        prefixes = prefixes.stream()
                .flatMap(prefix -> values.values().stream().map(prefix::plus))
                .toList();
        fixed += values.single() && fixed == followed ? 1 : 0;
        followed++;
        worth += values.single() ? VALUE : VALUES;
    }

    private void end(ValueRange last) {
        range = last;
        ended = true;
        worth += last.closed() ? CLOSED_RANGE : OPEN_RANGE;
    }
}
