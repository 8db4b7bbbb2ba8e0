package dev.tandem.roster.assignment;

import java.util.Arrays;

/// Who could be paired with whom, and what each pair is worth: the edges of a bipartite graph, in the order in which
/// they were added, each pair once.
public final class Candidates {
    private final int[] leftCapacity;
    private final int[] rightCapacity;
    private int[] lefts = new int[1_024];
    private int[] rights = new int[1_024];
    private long[] weights = new long[1_024];
    private int size;

    /// @param leftCapacity with how many each of the left side may be paired; `rightCapacity` likewise
    public Candidates(int[] leftCapacity, int[] rightCapacity) {
        this.leftCapacity = leftCapacity.clone();
        this.rightCapacity = rightCapacity.clone();
    }

    /// @param weight above zero: what is worth nothing is no candidate
    /// @return the number of the pair, counted from 0
    public int add(int left, int right, long weight) {
        if (weight <= 0) {
            throw new IllegalArgumentException("a candidate is worth something");
        }
        if (size == lefts.length) {
            grow();
        }
        lefts[size] = left;
        rights[size] = right;
        weights[size] = weight;
        return size++;
    }

    private void grow() {
        lefts = Arrays.copyOf(lefts, size * 2);
        rights = Arrays.copyOf(rights, size * 2);
        weights = Arrays.copyOf(weights, size * 2);
    }

    public int size() {
        return size;
    }

    public int left(int pair) {
        return lefts[pair];
    }

    public int right(int pair) {
        return rights[pair];
    }

    public long weight(int pair) {
        return weights[pair];
    }

    public int lefts() {
        return leftCapacity.length;
    }

    public int rights() {
        return rightCapacity.length;
    }

    public int leftCapacity(int left) {
        return leftCapacity[left];
    }

    public int rightCapacity(int right) {
        return rightCapacity[right];
    }
}
