package dev.tandem.kit.copy;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Tenant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;

/// This service's copy of what another owns: per key the latest full state. Taking an event again, or an older one
/// late, changes nothing, so a rebuild from the topic may run beside the live feed.
///
/// State is under `state`, as in the event; an entry is found only by the tenants that its state names.
public final class LocalCopy<T> {
    private final CopySpec<T> spec;
    private final CopyDocuments<T> documents;
    private final Generations generations;

    LocalCopy(CopySpec<T> spec, CopyDocuments<T> documents, Generations generations) {
        this.spec = spec;
        this.documents = documents;
        this.generations = generations;
        documents.index(generations.now().current());
    }

    CopySpec<T> spec() {
        return spec;
    }

    /// Keeps the event's state if it is of this copy's type and newer than what is there; true if so.
    public boolean accept(Incoming<?> event) {
        if (!spec.type().isInstance(event.payload())) {
            return false;
        }
        var own = event.with(spec.type().cast(event.payload()));
        var tenants = spec.visibleTo().apply(own.payload());
        var news = false;
        for (var collection : generations.now().all()) {
            news |= documents.keep(collection, own, tenants);
        }
        return news;
    }

    /// A state with the id of the event that brought it, for those who have to name what they rest on.
    public record Latest<T>(String eventId, T state) {}

    public Optional<T> find(Tenant tenant, String key) {
        return latest(tenant, key).map(Latest::state);
    }

    public Optional<Latest<T>> latest(Tenant tenant, String key) {
        return latest(tenant, where("_id").is(key), 1).stream().findFirst();
    }

    /// Those visible to the tenant that meet the criteria, by key, `limit` at most.
    public List<T> find(Tenant tenant, Criteria criteria, int limit) {
        return latest(tenant, criteria, limit).stream().map(Latest::state).toList();
    }

    private List<Latest<T>> latest(Tenant tenant, Criteria criteria, int limit) {
        return documents.find(
                generations.now().current(), criteria.and("tenants").is(tenant.value()), limit);
    }

    /// Fills a fresh generation by `replay`, which hands over every event of the topic, and switches to it.
    Rebuilt rebuild(Replay replay) {
        var building = generations.begin();
        documents.index(building);
        var before = documents.digest(generations.now().current());
        replay.into(event -> {
            if (spec.type().isInstance(event.payload())) {
                var own = event.with(spec.type().cast(event.payload()));
                documents.keep(building, own, spec.visibleTo().apply(own.payload()));
            }
        });
        var after = documents.digest(building);
        generations.switchOver();
        return new Rebuilt(spec.name(), after.entries(), before.hash(), after.hash());
    }

    /// Reads a topic from its beginning to where it ends now.
    @FunctionalInterface
    interface Replay {
        void into(java.util.function.Consumer<Incoming<?>> each);
    }

    /// What a rebuild found: the copy before and after, as digests over keys and states.
    public record Rebuilt(String name, long entries, String hashBefore, String hashAfter) {}
}
