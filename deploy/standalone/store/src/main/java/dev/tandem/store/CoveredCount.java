package dev.tandem.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A count that an index can give by itself, without a look at the documents: of those that have certain texts, or one
/// of several, or true or false, in all of its fields, or in its first ones where there is but one entry for each
/// document.
record CoveredCount(Document match) {

    private static final String COUNT = "n";

    /// Empty unless the pipeline is the one by which drivers count what matches.
    static Optional<CoveredCount> of(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                        && stages.size() == 2
                        && stages.get(0) instanceof Document first
                        && first.get("$match") instanceof Document match
                        && first.size() == 1
                        && isCounting(stages.get(1))
                        && isExact(match)
                ? Optional.of(new CoveredCount(match))
                : Optional.empty();
    }

    private static boolean isCounting(Object stage) {
        return stage instanceof Document document
                && document.get("$group") instanceof Document group
                && group.keySet().equals(Set.of("_id", COUNT))
                && group.get("_id") instanceof Number
                && group.get(COUNT) instanceof Document sum
                && sum.size() == 1
                && sum.get("$sum") instanceof Integer one
                && one == 1;
    }

    /// Of these, equal keys mean equal values.
    private static boolean isExact(Document match) {
        return !match.isEmpty()
                && match.entrySet().stream().allMatch(field -> !field.getKey().startsWith("$") && isExact(field));
    }

    private static boolean isExact(Map.Entry<String, Object> field) {
        return switch (field.getValue()) {
            case String _, Boolean _ -> true;
            case Document operators -> isOneOf(operators);
            case null, default -> false;
        };
    }

    private static boolean isOneOf(Document operators) {
        return operators.size() == 1
                && operators.get("$in") instanceof Collection<?> any
                && any.stream().allMatch(String.class::isInstance);
    }

    /// How many documents the entries are of: one that has several of the texts has several entries.
    long count(Stream<Key> positions) {
        boolean onlyOne = match.values().stream().noneMatch(Document.class::isInstance);
        return onlyOne ? positions.count() : positions.distinct().count();
    }

    /// How to walk along an index that says it all.
    Optional<Plan> plan(Stream<SortedIndex> indexes) {
        return indexes.filter(this::isCoveredBy)
                .map(index -> new Plan(index, chain(index).stretches(), false, false, 0))
                .findFirst();
    }

    private boolean isCoveredBy(SortedIndex index) {
        List<String> paths = index.paths();
        return paths.size() >= match.size()
                && match.keySet().containsAll(paths.subList(0, match.size()))
                && (index.sorted() || paths.size() == match.size())
                && chain(index).follows(match.size());
    }

    private Chain chain(SortedIndex index) {
        return new Chain(index.paths(), index.sorted(), new Constraints(match));
    }

    /// As the pipeline would say it.
    Document answer(String collection, long count) {
        List<Document> batch = count == 0 ? List.of() : List.of(new Document("_id", 1).append(COUNT, (int) count));
        Document cursor = new Document("id", 0L).append("ns", collection).append("firstBatch", batch);
        return new Document("cursor", cursor).append("ok", 1.0);
    }
}
