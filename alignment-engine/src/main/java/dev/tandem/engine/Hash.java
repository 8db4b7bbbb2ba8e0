package dev.tandem.engine;

/// 64-bit hashes of folded text (FNV-1a, finished by the mixer of SplitMix64). Two million keys collide with
/// a probability below one in a million; 0 stands for "none" and is never a hash.
final class Hash {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    static long of(char[] text, int from, int to) {
        var hash = OFFSET;
        for (var i = from; i < to; i++) {
            hash = (hash ^ text[i]) * PRIME;
        }
        return mix(hash);
    }

    static long of(CharSequence text) {
        var hash = OFFSET;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    /// Two hashes as one; the order matters.
    static long both(long first, long second) {
        return mix(first * 31 + second);
    }

    static long mix(long value) {
        var z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        z ^= z >>> 31;
        return z == 0 ? 1 : z;
    }
}
