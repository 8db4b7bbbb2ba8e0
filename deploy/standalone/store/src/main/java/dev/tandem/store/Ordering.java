package dev.tandem.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The order that a query asks for, possibly none.
record Ordering(List<Field> fields) {

    record Field(String path, boolean ascending) {}

    /// @param natural the field in whose order documents lie, which `$natural` stands for
    static Ordering of(@Nullable Document sort, String natural) {
        return new Ordering(
                sort == null
                        ? List.of()
                        : sort.entrySet().stream()
                                .map(entry -> field(entry, natural))
                                .toList());
    }

    private static Field field(Map.Entry<String, Object> entry, String natural) {
        if (!(entry.getValue() instanceof Number direction)) {
            throw new MongoServerError(2, "BadValue", "cannot sort by " + entry.getKey() + ": give 1 or -1");
        }
        return new Field(entry.getKey().equals("$natural") ? natural : entry.getKey(), direction.intValue() > 0);
    }

    boolean isNone() {
        return fields.isEmpty();
    }

    /// What has to be kept of a document to sort it.
    List<Object> valuesOf(Document document) {
        return fields.stream()
                .map(field -> Utils.getSubdocumentValueCollectionAware(document, field.path()))
                .map(Missing::ofNullable)
                .toList();
    }

    int compare(List<Object> left, List<Object> right) {
        int order = 0;
        for (int i = 0; i < left.size() && order == 0; i++) {
            ValueComparator comparator = fields.get(i).ascending() ? ValueComparator.asc() : ValueComparator.desc();
            order = comparator.compare(left.get(i), right.get(i));
        }
        return order;
    }
}
