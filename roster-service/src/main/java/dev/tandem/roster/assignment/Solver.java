package dev.tandem.roster.assignment;

import java.util.BitSet;

/// The pairing of greatest worth within all capacities: successive shortest augmenting paths with prices (the
/// primal-dual method of Kuhn, Jonker and Volgenant for assignment, as min-cost flow with capacities; Ahuja, Magnanti,
/// Orlin, *Network Flows*, chapters 9 and 12). Each place of a left is filled in turn: along the cheapest chain of
/// re-pairings that ends at a free place of a right, or at a left that is better off giving its place up. Prices keep
/// all costs at zero or above, so each chain is found by Dijkstra, and prove the result.
///
/// Nodes: lefts first, then rights. All numbers are whole, so that the proof is exact.
public final class Solver {
    private final Candidates candidates;
    private final Adjacency byLeft;
    private final int lefts;
    private final Prices prices;
    private final Places places;
    private final Distances distances;
    private final int[] via;
    private final BitSet paired = new BitSet();

    private Solver(Candidates candidates) {
        this.candidates = candidates;
        this.byLeft = new Adjacency(candidates);
        this.lefts = candidates.lefts();
        this.prices = new Prices(candidates);
        this.places = new Places(candidates);
        this.distances = new Distances(lefts + candidates.rights());
        this.via = new int[lefts + candidates.rights()];
    }

    public static Pairing solve(Candidates candidates) {
        var solver = new Solver(candidates);
        for (int left = 0; left < solver.lefts; left++) {
            solver.fill(left);
        }
        return Pairing.of(candidates, solver.paired, solver.prices);
    }

    private void fill(int left) {
        prices.left(left, best(left));
        for (int place = 0; place < candidates.leftCapacity(left); place++) {
            augment(left);
        }
    }

    /// What the best candidate leaves after the price of its right; nothing if that is below zero.
    private long best(int left) {
        long best = 0;
        for (int at = byLeft.first(left); at < byLeft.first(left + 1); at++) {
            int pair = byLeft.pair(at);
            best = Math.max(best, candidates.weight(pair) - prices.right(candidates.right(pair)));
        }
        return best;
    }

    /// Dijkstra from the left until nothing nearer than the nearest end can come.
    private void augment(int from) {
        distances.clear();
        distances.reach(from, 0);
        via[from] = -1;
        long end = Distances.UNREACHED;
        int last = -1;
        while (!distances.isEmpty() && distances.of(distances.nearest()) < end) {
            int node = distances.takeNearest();
            long at = distances.of(node);
            long ending = at + ending(node);
            if (node < lefts ? ending < end : places.isFree(node - lefts)) {
                end = ending;
                last = node;
            }
            if (node < lefts || !places.isFree(node - lefts)) {
                relax(node, at);
            }
        }
        reprice(end);
        repair(from, last);
    }

    /// What it costs to end a chain here: a left gives up what a place is worth to it.
    private long ending(int node) {
        return node < lefts ? prices.left(node) : 0;
    }

    private void relax(int node, long at) {
        if (node < lefts) {
            relaxLeft(node, at);
        } else {
            relaxRight(node - lefts, at);
        }
    }

    /// To each right with which it is not paired yet.
    private void relaxLeft(int left, long at) {
        for (int i = byLeft.first(left); i < byLeft.first(left + 1); i++) {
            int pair = byLeft.pair(i);
            int right = candidates.right(pair);
            if (!paired.get(pair) && distances.reach(lefts + right, at - prices.gain(pair))) {
                via[lefts + right] = pair;
            }
        }
    }

    /// To each left that holds one of its places.
    private void relaxRight(int right, long at) {
        for (int i = 0; i < places.taken(right); i++) {
            int pair = places.pair(right, i);
            if (distances.reach(candidates.left(pair), at + prices.gain(pair))) {
                via[candidates.left(pair)] = pair;
            }
        }
    }

    private void reprice(long end) {
        for (int i = 0; i < distances.touched(); i++) {
            int node = distances.reached(i);
            long nearer = end - distances.of(node);
            if (nearer > 0 && node < lefts) {
                prices.left(node, prices.left(node) - nearer);
            } else if (nearer > 0) {
                prices.right(node - lefts, prices.right(node - lefts) + nearer);
            }
        }
    }

    /// Turns the chain over, from its end: what was paired on it no longer is, and what was not is.
    private void repair(int from, int last) {
        int node = last;
        while (node != from) {
            int pair = via[node];
            paired.flip(pair);
            if (node < lefts) {
                places.leave(candidates.right(pair), pair);
                node = lefts + candidates.right(pair);
            } else {
                places.take(candidates.right(pair), pair);
                node = candidates.left(pair);
            }
        }
    }
}
