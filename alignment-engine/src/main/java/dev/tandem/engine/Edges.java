package dev.tandem.engine;

import java.util.Arrays;

/// Pairs of rows of two books with the evidence for each in bits; one list a thread, put together at the end.
final class Edges {
    int[] a = new int[1 << 10];
    int[] b = new int[1 << 10];
    float[] bits = new float[1 << 10];
    int size;

    void add(int rowOfA, int rowOfB, float evidence) {
        if (size == a.length) {
            capacity(size * 2);
        }
        a[size] = rowOfA;
        b[size] = rowOfB;
        bits[size++] = evidence;
    }

    static Edges of(Edges... parts) {
        var all = new Edges();
        all.capacity(
                Math.max(1, Arrays.stream(parts).mapToInt(part -> part.size).sum()));
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private void addAll(Edges more) {
        System.arraycopy(more.a, 0, a, size, more.size);
        System.arraycopy(more.b, 0, b, size, more.size);
        System.arraycopy(more.bits, 0, bits, size, more.size);
        size += more.size;
    }

    private void capacity(int to) {
        a = Arrays.copyOf(a, to);
        b = Arrays.copyOf(b, to);
        bits = Arrays.copyOf(bits, to);
    }
}
