package dev.tandem.accounts.alignment;

import dev.tandem.contracts.PartnershipId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// What is kept of each partnership, as far as there is room: those that nobody asked for the longest go first. The one
/// that is asked for stays, however large.
///
/// @param <V> what is kept; it may grow meanwhile
final class RecentlyUsed<V> {
    private final Map<PartnershipId, V> byUse = new LinkedHashMap<>(16, 0.75f, true);
    private final long room;
    private final ToLongFunction<V> size;

    RecentlyUsed(long room, ToLongFunction<V> size) {
        this.room = room;
        this.size = size;
    }

    synchronized Optional<V> find(PartnershipId partnership) {
        var found = Optional.ofNullable(byUse.get(partnership));
        makeRoom();
        return found;
    }

    synchronized void keep(PartnershipId partnership, V value) {
        byUse.put(partnership, value);
        makeRoom();
    }

    /// The last by use is the one that is asked for.
    private void makeRoom() {
        var taken = byUse.values().stream().mapToLong(size).sum();
        var longestUnused = byUse.values().iterator();
        while (taken > room && byUse.size() > 1) {
            taken -= size.applyAsLong(longestUnused.next());
            longestUnused.remove();
        }
    }

    /// Lets those go for which there is no room beside one of this size that is about to be read.
    synchronized void makeRoomFor(long coming) {
        var taken = byUse.values().stream().mapToLong(size).sum();
        var longestUnused = byUse.values().iterator();
        while (taken + coming > room && longestUnused.hasNext()) {
            taken -= size.applyAsLong(longestUnused.next());
            longestUnused.remove();
        }
    }

    synchronized void forget(PartnershipId partnership) {
        byUse.remove(partnership);
    }

    synchronized void forgetAll() {
        byUse.clear();
    }
}
