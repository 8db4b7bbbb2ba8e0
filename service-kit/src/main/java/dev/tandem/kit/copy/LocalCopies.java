package dev.tandem.kit.copy;

import dev.tandem.kit.copy.LocalCopy.Rebuilt;
import dev.tandem.kit.intake.TopicReader;
import dev.tandem.kit.store.StateCodec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.data.mongodb.core.MongoOperations;

/// The local copies of a service: makes them, and rebuilds them from their topics.
public final class LocalCopies {
    private final MongoOperations mongo;
    private final StateCodec codec;
    private final TopicReader topics;
    private final List<LocalCopy<?>> copies = new CopyOnWriteArrayList<>();

    LocalCopies(MongoOperations mongo, StateCodec codec, TopicReader topics) {
        this.mongo = mongo;
        this.codec = codec;
        this.topics = topics;
    }

    /// @param indexed fields that queries start with, after the tenant (`state.company`)
    public <T> LocalCopy<T> copy(CopySpec<T> spec, String... indexed) {
        var copy = new LocalCopy<>(
                spec, new CopyDocuments<>(mongo, codec, spec, List.of(indexed)), new Generations(mongo, spec.name()));
        copies.add(copy);
        return copy;
    }

    public List<String> names() {
        return copies.stream().map(copy -> copy.spec().name()).sorted().toList();
    }

    /// Rebuilds one copy from its topic while the service goes on; empty if there is none of that name.
    public Optional<Rebuilt> rebuild(String name) {
        return copies.stream()
                .filter(copy -> copy.spec().name().equals(name))
                .findFirst()
                .map(copy -> copy.rebuild(each -> topics.read(copy.spec().topic(), each)));
    }
}
