package dev.tandem.engine;

import java.util.ArrayList;
import java.util.List;

/// Divides a few blocks into sets so that the weights inside the sets come to the most, by trying all ways. In a
/// set all blocks hang together by weights above 0, and no two are forbidden.
final class Partition {
    static final int MOST_BLOCKS = 10;
    private static final long NEVER = Long.MIN_VALUE / 4;

    private final int size;
    private final long[][] weight;
    private final boolean[][] forbidden;

    Partition(int size) {
        this.size = size;
        weight = new long[size][size];
        forbidden = new boolean[size][size];
    }

    void weigh(int i, int k, long by) {
        if (i != k) {
            weight[i][k] += by;
            weight[k][i] += by;
        }
    }

    void forbid(int i, int k) {
        forbidden[i][k] = true;
        forbidden[k][i] = true;
    }

    /// The sets of two or more; of several ways that are as good, always the same.
    List<List<Integer>> sets() {
        var worth = new long[1 << size];
        for (var set = 1; set < 1 << size; set++) {
            worth[set] = worth(set);
        }
        var best = new long[1 << size];
        var chosen = new int[1 << size];
        for (var all = 1; all < 1 << size; all++) {
            best[all] = NEVER;
            var first = Integer.lowestOneBit(all);
            for (var set = all; set > 0; set = set - 1 & all) {
                if ((set & first) != 0 && worth[set] + best[all ^ set] > best[all]) {
                    best[all] = worth[set] + best[all ^ set];
                    chosen[all] = set;
                }
            }
        }
        return sets(chosen);
    }

    private List<List<Integer>> sets(int[] chosen) {
        var sets = new ArrayList<List<Integer>>();
        for (var left = (1 << size) - 1; left > 0; left ^= chosen[left]) {
            var set = chosen[left];
            if (Integer.bitCount(set) > 1) {
                sets.add(members(set));
            }
        }
        return sets;
    }

    private List<Integer> members(int set) {
        var members = new ArrayList<Integer>();
        for (var n = 0; n < size; n++) {
            if ((set & 1 << n) != 0) {
                members.add(n);
            }
        }
        return members;
    }

    private long worth(int set) {
        var members = members(set);
        var sum = 0L;
        for (var i : members) {
            for (var k : members) {
                if (forbidden[i][k]) {
                    return NEVER;
                }
                sum += i < k ? weight[i][k] : 0;
            }
        }
        return hangsTogether(set) ? sum : NEVER;
    }

    private boolean hangsTogether(int set) {
        var reached = Integer.lowestOneBit(set);
        for (var before = 0; before != reached; ) {
            before = reached;
            for (var i : members(reached)) {
                for (var k : members(set)) {
                    reached |= weight[i][k] > 0 ? 1 << k : 0;
                }
            }
        }
        return reached == set;
    }
}
