package dev.tandem.engine;

/// How near two words are written. Holds what it reckons with, so that it leaves nothing to collect; one a
/// thread.
final class Spelling {
    private static final int LONGEST = 48;
    private static final int FIRST = 4;
    private static final int FIRST_AT = 38;
    private static final long THREE_LETTERS = 0x7fff;
    private int[] before = new int[LONGEST + 1];
    private int[] last = new int[LONGEST + 1];
    private int[] row = new int[LONGEST + 1];

    /// A word at a glance: which letters it has in 32 bits, how long it is in 6, its first four letters in
    /// 20. Most words that are far apart are told apart by this, without reading them.
    static long shape(String word) {
        var letters = 0;
        var first = 0L;
        for (var i = 0; i < word.length(); i++) {
            letters |= 1 << word.charAt(i);
            first |= i < FIRST ? (long) (word.charAt(i) & 31) << (5 * i) : 0;
        }
        return (letters & 0xffff_ffffL) | ((long) Math.min(word.length(), LONGEST) << 32) | (first << FIRST_AT);
    }

    /// The first four letters, five bits each.
    static long beginning(String word) {
        return shape(word) >>> FIRST_AT;
    }

    /// Whether [#nearness] could be above 0.
    static boolean mayBeNear(long one, long other) {
        var differ = one ^ other;
        var sameStart = (differ >>> FIRST_AT & THREE_LETTERS) == 0;
        return sameStart || mayBeSlip(one, other);
    }

    /// Words `n` slips apart differ in at most `2 n` letters and `n` in length.
    private static boolean mayBeSlip(long one, long other) {
        var slips = 2;
        return Integer.bitCount((int) one ^ (int) other) <= 2 * slips && Math.abs(length(one) - length(other)) <= slips;
    }

    static int length(long shape) {
        return (int) (shape >>> 32) & 63;
    }

    /// Damerau-Levenshtein distance (optimal string alignment), or some number above `most` if it is above.
    int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most || one.length() > LONGEST || other.length() > LONGEST) {
            return one.equals(other) ? 0 : most + 1;
        }
        var prefix = commonPrefix(one, other);
        var shorter = Math.min(one.length(), other.length());
        var suffix = 0;
        while (suffix < shorter - prefix
                && one.charAt(one.length() - 1 - suffix) == other.charAt(other.length() - 1 - suffix)) {
            suffix++;
        }
        return middle(one, prefix, one.length() - suffix - prefix, other, other.length() - suffix - prefix);
    }

    static int commonPrefix(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        var prefix = 0;
        while (prefix < shorter && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return prefix;
    }

    /// The distance of what is left when the common ends are off: `m` letters of one, `n` of the other.
    private int middle(String one, int from, int m, String other, int n) {
        if (m <= 1 && n <= 1) {
            return Math.max(m, n);
        }
        return m == 0 || n == 0 ? Math.max(m, n) : full(one, from, m, other, n);
    }

    private int full(String one, int from, int m, String other, int n) {
        for (var k = 0; k <= n; k++) {
            last[k] = k;
        }
        for (var i = 1; i <= m; i++) {
            row[0] = i;
            for (var k = 1; k <= n; k++) {
                step(one, from + i - 1, other, from + k - 1, i, k);
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[n];
    }

    private void step(String one, int x, String other, int y, int i, int k) {
        var change = one.charAt(x) == other.charAt(y) ? 0 : 1;
        var least = Math.min(Math.min(row[k - 1], last[k]) + 1, last[k - 1] + change);
        if (i > 1 && k > 1 && one.charAt(x) == other.charAt(y - 1) && one.charAt(x - 1) == other.charAt(y)) {
            least = Math.min(least, before[k - 2] + 1);
        }
        row[k] = least;
    }

    /// 1 for the same word, less for one that is written nearly so, is its beginning, or has its stem; 0 for
    /// another.
    float nearness(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        var longer = Math.max(one.length(), other.length());
        var slips = shorter >= 8 ? 2 : 1;
        if (shorter >= 5 && longer - shorter <= slips && distance(one, other, slips) <= slips) {
            return 0.85f;
        }
        if (one.charAt(0) != other.charAt(0)) {
            return 0;
        }
        var prefix = commonPrefix(one, other);
        if (prefix == shorter && shorter >= 3) {
            return 0.7f;
        }
        return prefix >= 4 && prefix * 5 >= longer * 3 ? 0.6f : 0;
    }
}
