package dev.tandem.kit.intake;

import static org.springframework.data.mongodb.core.query.Query.query;

import dev.tandem.kit.store.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/// Takes erased people out of what is parked. All that waits of a company has to be looked at, since a record names
/// people in its body; a few events are read at a time, each at most as large as the broker takes.
final class ForgettingParked {
    private static final int PART = 20;

    private final ParkedEvents parked;

    ForgettingParked(ParkedEvents parked) {
        this.parked = parked;
    }

    private MongoOperations mongo() {
        return parked.mongo();
    }

    /// Whatever was decided about it.
    long erase(Tenant tenant, String topic, String key, long beforeOffset) {
        var older =
                ParkedEvents.of(tenant, topic).and("key").is(key).and("offset").lt(beforeOffset);
        return mongo().remove(query(older), ParkedEvents.COLLECTION).getDeletedCount();
    }

    /// What was decided already has no body any more.
    long erase(Tenant tenant, Function<String, Optional<Keeping>> keeping) {
        var forgot = 0L;
        var after = "";
        List<Document> part;
        do {
            part = part(tenant, after);
            forgot += part.stream()
                    .filter(document -> keeping.apply(document.getString("topic"))
                            .filter(rule -> apply(tenant, document, rule))
                            .isPresent())
                    .count();
            after = part.isEmpty() ? after : part.getLast().getString("_id");
        } while (part.size() == PART);
        return forgot;
    }

    private List<Document> part(Tenant tenant, String after) {
        var waiting = query(ParkedEvents.waiting(tenant).and("_id").gt(after));
        return mongo().find(waiting.with(Sort.by("_id")).limit(PART), Document.class, ParkedEvents.COLLECTION);
    }

    /// Keeps of a parked event what the rule says now.
    void apply(Tenant tenant, String id, Keeping rule) {
        var document = mongo().findOne(ParkedEvents.byId(tenant, id), Document.class, ParkedEvents.COLLECTION);
        if (document != null) {
            var _ = apply(tenant, document, rule);
        }
    }

    /// Whether anything was taken away.
    private boolean apply(Tenant tenant, Document document, Keeping rule) {
        var was = ParkedDocuments.event(document);
        var now = rule.of(was);
        if (now.filter(was::equals).isPresent()) {
            return false;
        }
        var one = ParkedEvents.byId(tenant, document.getString("_id"));
        now.map(ParkedDocuments::body)
                .ifPresentOrElse(
                        body -> mongo().updateFirst(one, new Update().set("body", body), ParkedEvents.COLLECTION),
                        () -> mongo().remove(one, ParkedEvents.COLLECTION));
        return true;
    }
}
