package dev.tandem.roster.assignment;

import java.util.Arrays;

/// The nodes that a search has reached, nearest first; of the same distance, the lowest number first, so that a search
/// always goes the same way. A binary heap over an array, with each node's place in it.
final class Distances {
    static final long UNREACHED = Long.MAX_VALUE;

    private final long[] distance;
    private final int[] place;
    private final int[] heap;
    private final int[] reached;
    private int heaped;
    private int touched;

    Distances(int nodes) {
        distance = new long[nodes];
        place = new int[nodes];
        heap = new int[nodes];
        reached = new int[nodes];
        Arrays.fill(distance, UNREACHED);
        Arrays.fill(place, -1);
    }

    /// Forgets the last search.
    void clear() {
        for (int i = 0; i < touched; i++) {
            distance[reached[i]] = UNREACHED;
            place[reached[i]] = -1;
        }
        touched = 0;
        heaped = 0;
    }

    long of(int node) {
        return distance[node];
    }

    int touched() {
        return touched;
    }

    int reached(int index) {
        return reached[index];
    }

    boolean isEmpty() {
        return heaped == 0;
    }

    int nearest() {
        return heap[0];
    }

    /// True when the node is nearer than was known.
    boolean reach(int node, long at) {
        if (at >= distance[node]) {
            return false;
        }
        if (distance[node] == UNREACHED) {
            reached[touched++] = node;
            place[node] = heaped;
            heap[heaped++] = node;
        }
        distance[node] = at;
        up(place[node]);
        return true;
    }

    int takeNearest() {
        int nearest = heap[0];
        place[nearest] = -1;
        int last = heap[--heaped];
        if (heaped > 0) {
            heap[0] = last;
            place[last] = 0;
            down(0);
        }
        return nearest;
    }

    private void up(int from) {
        int at = from;
        while (at > 0 && before(heap[at], heap[(at - 1) / 2])) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void down(int from) {
        int at = from;
        int least = lesserChild(at);
        while (least < heaped && before(heap[least], heap[at])) {
            swap(at, least);
            at = least;
            least = lesserChild(at);
        }
    }

    private int lesserChild(int at) {
        int child = 2 * at + 1;
        return child + 1 < heaped && before(heap[child + 1], heap[child]) ? child + 1 : child;
    }

    private boolean before(int one, int other) {
        return distance[one] < distance[other] || (distance[one] == distance[other] && one < other);
    }

    private void swap(int one, int other) {
        int node = heap[one];
        heap[one] = heap[other];
        heap[other] = node;
        place[heap[one]] = one;
        place[heap[other]] = other;
    }
}
