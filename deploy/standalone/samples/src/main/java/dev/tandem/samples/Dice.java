package dev.tandem.samples;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Chance with a memory: each purpose and index has its own sequence, so that a change in one part of the world leaves
/// the other parts as they were.
final class Dice {
    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    static Dice of(long seed, String purpose, long index) {
        return new Dice(mix(mix(seed ^ mix(purpose.hashCode())) + index));
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /// Both ends included.
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String digits(int count) {
        return filled("#".repeat(count));
    }

    /// The pattern with a digit for each `#`.
    String filled(String pattern) {
        var text = new StringBuilder(pattern);
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '#') {
                text.setCharAt(at, (char) ('0' + random.nextInt(10)));
            }
        }
        return text.toString();
    }

    /// Lower numbers are likelier, as with the sizes of deals.
    int skewed(int low, int high) {
        return low
                + (int) ((long) random.nextInt(high - low)
                        * random.nextInt(1, 1000)
                        / 1000
                        * random.nextInt(1, 1000)
                        / 1000);
    }

    String uuid() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (2L << 62))
                .toString();
    }

    void shuffle(List<?> list) {
        for (int at = list.size() - 1; at > 0; at--) {
            Collections.swap(list, at, random.nextInt(at + 1));
        }
    }
}
