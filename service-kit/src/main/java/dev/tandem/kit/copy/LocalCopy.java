package dev.tandem.kit.copy;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.data.mongodb.core.query.Criteria;

/// This service's copy of what another owns: per key the latest full state. Taking an event again, or an older one
/// late, changes nothing, so a rebuild from the topic may run beside the live feed.
///
/// State is under `state`, as in the event; an entry is found only by the tenants that its state names.
public final class LocalCopy<T> {
    /// Live events between two digests make them differ; then they are taken again, this often.
    private static final int COMPARISONS_MAX = 10;

    private final CopySpec<T> spec;
    private final CopyDocuments<T> documents;
    private final Generations generations;

    LocalCopy(CopySpec<T> spec, CopyDocuments<T> documents, Generations generations) {
        this.spec = spec;
        this.documents = documents;
        this.generations = generations;
    }

    CopySpec<T> spec() {
        return spec;
    }

    /// Keeps the event's state if it is of this copy's type and newer than what is there; true if so.
    public boolean accept(Incoming<?> event) {
        return keep(event, generations.now().all());
    }

    private boolean keep(Incoming<?> event, List<String> collections) {
        if (!spec.type().isInstance(event.payload())) {
            return false;
        }
        var own = event.with(spec.type().cast(event.payload()));
        var tenants = spec.visibleTo().apply(own.payload());
        var news = false;
        for (var collection : collections) {
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
        return read(generations.lately(), criteria.and("tenants").is(tenant.value()), limit);
    }

    /// A rebuild may drop the collection before or while it is read; then what was found is not all there is.
    private List<Latest<T>> read(String collection, Criteria visible, int limit) {
        var found = documents.find(collection, visible, limit);
        if (found.size() >= limit) {
            return found;
        }
        var current = generations.now().current();
        return current.equals(collection) ? found : read(current, visible, limit);
    }

    /// Fills a fresh generation by `replay`, which hands over every event of the topic, and switches to it.
    ///
    /// @throws RebuildOvertaken when another rebuild began meanwhile
    Rebuilt rebuild(Replay replay) {
        var building = generations.begin();
        try {
            replay.into(event -> keep(event, List.of(building)));
            return switched(building);
        } catch (RuntimeException failed) {
            generations.abandon(building);
            throw failed;
        }
    }

    private Rebuilt switched(String building) {
        var current = generations.now().current();
        var before = documents.digest(current);
        var after = documents.digest(building);
        for (int i = 1; i < COMPARISONS_MAX && !before.equals(after); i++) {
            before = documents.digest(current);
            after = documents.digest(building);
        }
        generations.switchTo(building);
        return new Rebuilt(spec.name(), after.entries(), before.hash(), after.hash());
    }

    /// Reads a topic from its beginning to where it ends now.
    @FunctionalInterface
    interface Replay {
        void into(Consumer<Incoming<?>> each);
    }

    /// What a rebuild found: the copy before and after, as digests over keys and states.
    public record Rebuilt(String name, long entries, String hashBefore, String hashAfter) {}
}
