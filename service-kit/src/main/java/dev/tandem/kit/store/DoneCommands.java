package dev.tandem.kit.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.OptionalInt;
import org.bson.Document;

/// The commands that a document remembers under `commands`, so that one that is repeated is recognised: the last 64,
/// for 24 hours.
public final class DoneCommands {
    private static final int MAX = 64;
    private static final Duration KEPT = Duration.ofHours(24);

    private final Clock clock;

    public DoneCommands(Clock clock) {
        this.clock = clock;
    }

    /// The status that the command was answered with, if it was done before.
    ///
    /// @throws StoreRefusal.KeyReused when another body came under the same key
    public OptionalInt statusOf(Document document, Cause.Command command) {
        var done = of(document).stream()
                .filter(before -> command.keyHash().equals(before.getString("key")))
                .findFirst();
        if (done.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!command.bodyHash().equals(done.get().getString("body"))) {
            throw new StoreRefusal.KeyReused();
        }
        return OptionalInt.of(done.get().getInteger("status"));
    }

    /// What the document remembers once the command is done.
    public List<Document> with(Document document, Cause.Command command) {
        var kept = new ArrayList<>(of(document));
        kept.add(new Document("key", command.keyHash())
                .append("body", command.bodyHash())
                .append("status", command.status())
                .append("at", Date.from(clock.instant())));
        return kept.size() <= MAX ? kept : kept.subList(kept.size() - MAX, kept.size());
    }

    List<Document> of(Document document) {
        Instant oldest = clock.instant().minus(KEPT);
        return document.getList("commands", Document.class, List.of()).stream()
                .filter(done -> done.getDate("at").toInstant().isAfter(oldest))
                .toList();
    }
}
