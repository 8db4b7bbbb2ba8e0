package dev.tandem.accounts;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Set;
import java.util.TreeMap;

/// Counts what the thread asks of the store, and how many documents it is given: the work that an answer takes.
final class StoreReads implements CommandListener {
    private static final ThreadLocal<TreeMap<String, Long>> COUNTS = ThreadLocal.withInitial(TreeMap::new);

    /// Kept for a while, and read again whenever that is over.
    private static final Set<String> KEPT = Set.of("populations", "copy_generations");

    /// What was asked since, by command and collection; it begins anew.
    static String take() {
        var taken = COUNTS.get().toString();
        COUNTS.remove();
        return taken;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var collection = event.getCommand().get(event.getCommandName());
        if (collection != null
                && collection.isString()
                && !isKept(collection.asString().getValue())) {
            count(event.getCommandName() + " " + collection.asString().getValue(), 1);
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        var cursor = event.getResponse().get("cursor");
        if (cursor != null && !isKept(cursor.asDocument().getString("ns").getValue())) {
            var documents = cursor.asDocument();
            var batch = documents.containsKey("firstBatch") ? "firstBatch" : "nextBatch";
            count("documents", documents.getArray(batch).size());
        }
    }

    private static boolean isKept(String collection) {
        return KEPT.stream().anyMatch(collection::endsWith);
    }

    private static void count(String what, long more) {
        COUNTS.get().merge(what, more, Long::sum);
    }
}
