package dev.tandem.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Blocks as instances have them: each reads its compacted log, changes hands, and what a former owner has under way
/// still arrives, at some time. Reports arrive in the order of their owner, and of several in any order.
final class Blocks {
    private final List<Log> logs;
    private final Random random;

    Blocks(int blocks, Random random) {
        this.random = random;
        logs = IntStream.range(0, blocks)
                .mapToObj(block -> new Log(block, blocks))
                .toList();
        logs.forEach(Log::changeHands);
    }

    /// @param entry null for a question, which whoever asked it knows again
    private record Line(long offset, Object key, @Nullable BlockEntry entry) {}

    private static final class Owner {
        final Block block;
        final Deque<BlockReport> reports = new ArrayDeque<>();
        long next;
        long term = -1;

        Owner(Block block) {
            this.block = block;
        }
    }

    private static final class Log {
        final int number;
        final int blocks;
        final NavigableMap<Long, Line> lines = new TreeMap<>();
        final List<Owner> owners = new ArrayList<>();
        long end;

        Log(int number, int blocks) {
            this.number = number;
            this.blocks = blocks;
        }

        void append(Object key, @Nullable BlockEntry entry) {
            lines.put(end, new Line(end++, key, entry));
        }

        void changeHands() {
            var owner = new Owner(new Block(Snapshot.impartial(), number, blocks));
            owners.add(owner);
            append(owner, null);
        }

        void compact() {
            var last = new HashMap<Object, Long>();
            lines.values().forEach(line -> last.put(line.key, line.offset));
            lines.keySet().retainAll(new HashSet<>(last.values()));
        }

        /// The owner reads one line; false if there is none.
        boolean read(Owner owner) {
            var next = lines.ceilingEntry(owner.next);
            if (next != null) {
                owner.next = next.getKey() + 1;
                take(owner, next.getValue());
            }
            return next != null;
        }

        private static void take(Owner owner, Line line) {
            if (line.key.equals(owner)) {
                owner.term = line.offset;
            }
            if (line.entry == null) {
                if (owner.term >= 0) {
                    owner.block.tellAll(owner.term, owner.reports::add);
                }
            } else {
                var report = owner.block.take(line.entry, owner.term);
                if (owner.term >= 0) {
                    owner.reports.add(report);
                }
            }
        }
    }

    void send(int block, BlockEntry entry) {
        logs.get(block).append(List.of(entry.party(), entry.id()), entry);
    }

    void ask(int block) {
        logs.get(block).append("question", null);
    }

    /// Something happens somewhere.
    void step(SharedAlignment to) {
        var log = logs.get(random.nextInt(logs.size()));
        var owner = log.owners.get(random.nextInt(log.owners.size()));
        switch (random.nextInt(40)) {
            case 0 -> log.changeHands();
            case 1, 2 -> log.compact();
            case 3 -> retire(log);
            default -> {
                if (random.nextBoolean()) {
                    log.read(owner);
                } else {
                    deliver(owner, to);
                }
            }
        }
    }

    /// A former owner that is not alive any more; what it has not sent never arrives.
    private void retire(Log log) {
        if (log.owners.size() > 1) {
            log.owners.remove(random.nextInt(log.owners.size() - 1));
        }
    }

    private static boolean deliver(Owner owner, SharedAlignment to) {
        var report = owner.reports.poll();
        if (report != null) {
            to.take(report);
        }
        return report != null;
    }

    /// All that is under way arrives, in any order.
    ///
    /// @return whether anything was
    boolean drain(SharedAlignment to) {
        var any = false;
        var busy = new HashSet<Owner>();
        logs.forEach(log -> busy.addAll(log.owners));
        while (!busy.isEmpty()) {
            for (var log : logs) {
                for (var owner : log.owners) {
                    var moved = random.nextInt(3) == 0 ? log.read(owner) : deliver(owner, to);
                    if (moved) {
                        any = true;
                        busy.add(owner);
                    } else if (!log.read(owner) && owner.reports.isEmpty()) {
                        busy.remove(owner);
                    } else {
                        busy.add(owner);
                    }
                }
            }
        }
        return any;
    }
}
