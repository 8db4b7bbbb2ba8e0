package dev.tandem.engine;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The accounts that blocks were told of anew and of which not all of these have answered.
final class Awaited {
    /// By party and account: a bit for each block.
    private final Map<Party, Map<String, Long>> blocks = new EnumMap<>(Party.class);

    private final Map<Party, Set<String>> answered = new EnumMap<>(Party.class);

    Awaited() {
        for (var party : Party.values()) {
            blocks.put(party, new HashMap<>());
            answered.put(party, new TreeSet<>());
        }
    }

    boolean has(Party party, String id) {
        return blocks(party).containsKey(id);
    }

    void told(Party party, String id, long mask) {
        if (mask != 0) {
            blocks(party).merge(id, mask, (one, other) -> one | other);
        }
    }

    /// Those that a block has not answered for.
    List<String> of(int block, Party party) {
        return blocks(party).entrySet().stream()
                .filter(each -> (each.getValue() >>> block & 1) == 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// A block has the account as it was told.
    void answered(int block, Party party, String id) {
        var left = blocks(party).computeIfPresent(id, (_, mask) -> mask & ~(1L << block));
        if (left != null && left == 0) {
            blocks(party).remove(id);
            answered(party).add(id);
        }
    }

    /// Of which the last block has answered since this was asked last.
    Set<String> takeAnswered(Party party) {
        var taken = new TreeSet<>(answered(party));
        answered(party).clear();
        return taken;
    }

    private Map<String, Long> blocks(Party party) {
        return Objects.requireNonNull(blocks.get(party));
    }

    private Set<String> answered(Party party) {
        return Objects.requireNonNull(answered.get(party));
    }
}
