package dev.tandem.engine;

import dev.tandem.engine.BlockReport.Pair;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// The pairs that blocks have found, each once, whoever found it.
final class SharedPairs {
    /// By party and account: its pairs by the other account.
    private final Map<Party, Map<String, Map<String, Shared>>> all = new EnumMap<>(Party.class);

    private final Map<Long, Integer> steps = new HashMap<>();

    /// A pair as each block that has found it told it last. Once nothing is under way all tell the same.
    private record Shared(List<Told> told) {
        private record Told(int block, Pair pair) {}

        void found(int block, Pair pair) {
            lost(block);
            told.add(new Told(block, pair));
        }

        boolean isIn(int block) {
            return told.stream().anyMatch(each -> each.block == block);
        }

        void lost(int block) {
            told.removeIf(each -> each.block == block);
        }

        Pair last() {
            return told.getLast().pair;
        }
    }

    SharedPairs() {
        List.of(Party.values()).forEach(party -> all.put(party, new HashMap<>()));
    }

    void add(int block, Party party, String id, Pair pair) {
        var shared = of(party, id).get(pair.other());
        if (shared == null) {
            shared = new Shared(new ArrayList<>(1));
            of(party).computeIfAbsent(id, _ -> new HashMap<>(2)).put(pair.other(), shared);
            of(party.other())
                    .computeIfAbsent(pair.other(), _ -> new HashMap<>(2))
                    .put(id, shared);
        }
        shared.found(block, pair);
    }

    /// Whether the block told no pair of the account.
    boolean hasNone(int block, Party party, String id) {
        return of(party, id).values().stream().noneMatch(pair -> pair.isIn(block));
    }

    /// The block finds the account's pairs no longer.
    void remove(int block, Party party, String id) {
        List.copyOf(of(party, id).entrySet()).forEach(pair -> {
            pair.getValue().lost(block);
            if (pair.getValue().told.isEmpty()) {
                drop(party, id, pair.getKey());
                drop(party.other(), pair.getKey(), id);
            }
        });
    }

    private void drop(Party party, String id, String other) {
        of(party).computeIfPresent(id, (_, pairs) -> {
            pairs.remove(other);
            return pairs.isEmpty() ? null : pairs;
        });
    }

    /// Whatever the block has found.
    Set<String> found(Party party, int block) {
        var found = new java.util.TreeSet<String>();
        of(party).forEach((id, pairs) -> {
            if (pairs.values().stream().anyMatch(pair -> pair.isIn(block))) {
                found.add(id);
            }
        });
        return found;
    }

    void count(long key, int step) {
        if (step == 0) {
            steps.remove(key);
        } else {
            steps.put(key, step);
        }
    }

    /// Forgets the steps of the keys of a block.
    void forgetCounts(int block, int blocks) {
        new ArrayList<>(steps.keySet())
                .stream().filter(key -> Places.block(key, blocks) == block).forEach(steps::remove);
    }

    int step(long key) {
        return steps.getOrDefault(key, 0);
    }

    void each(Party party, String id, BiConsumer<String, Float> taker) {
        of(party, id).forEach((other, shared) -> taker.accept(other, bits(shared.last())));
    }

    /// NaN if no block has found the pair.
    float bits(String idOfA, String idOfB) {
        var shared = of(Party.A, idOfA).get(idOfB);
        return shared == null ? Float.NaN : bits(shared.last());
    }

    private float bits(Pair pair) {
        return Counted.bits(
                pair.rest(),
                pair.name() == 0 ? 0 : Counted.name(step(pair.name())),
                pair.domain() == 0 ? 0 : Counted.domain(step(pair.domain())),
                pair.phone() == 0 ? 0 : Counted.phone(step(pair.phone())));
    }

    private Map<String, Map<String, Shared>> of(Party party) {
        return java.util.Objects.requireNonNull(all.get(party));
    }

    private Map<String, Shared> of(Party party, String id) {
        return of(party).getOrDefault(id, Map.of());
    }
}
