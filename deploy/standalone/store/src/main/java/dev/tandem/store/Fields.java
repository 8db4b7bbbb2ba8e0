package dev.tandem.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/// Fields that a command cannot do without.
final class Fields {

    private Fields() {}

    static <T> T required(Document document, String name, Class<T> type) {
        Object value = document.get(name);
        if (!type.isInstance(value)) {
            throw new MongoServerError(14, "TypeMismatch", "'" + name + "' must be given, as " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
