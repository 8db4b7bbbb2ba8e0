package dev.tandem.engine;

import java.util.Comparator;

/// A pair of customers that may be the same, while both are there; mostly each has one account. Stands if no
/// likelier pair of either does, or because people confirmed it.
final class Edge {
    /// The likelier first; equally likely ones, to a millionth, by their ids. No two are equal.
    static final Comparator<Edge> LIKELIER = Comparator.comparingLong((Edge edge) -> -edge.millionths)
            .thenComparing(edge -> edge.idOfA)
            .thenComparing(edge -> edge.idOfB);

    final int a;
    final int b;
    final String idOfA;
    final String idOfB;
    final float bits;
    final double odds;
    float probability;
    /// By how many bits it is better than the best other pair of either account.
    float lead;
    private long millionths;
    boolean stands;
    final boolean isConfirmed;
    /// Whether one of the customers has several accounts.
    boolean isOfSeveral;

    Edge(int a, int b, String idOfA, String idOfB, float bits) {
        this(a, b, idOfA, idOfB, bits, false);
    }

    private Edge(int a, int b, String idOfA, String idOfB, float bits, boolean isConfirmed) {
        this.a = a;
        this.b = b;
        this.idOfA = idOfA;
        this.idOfB = idOfB;
        this.bits = bits;
        this.isConfirmed = isConfirmed;
        odds = Deciding.odds(bits);
    }

    static Edge confirmed(int a, int b, String idOfA, String idOfB) {
        return new Edge(a, b, idOfA, idOfB, 0, true);
    }

    int row(Party party) {
        return party == Party.A ? a : b;
    }

    void probability(float likely) {
        probability = likely;
        millionths = Deciding.millionths(likely);
    }

    /// Whether the two say the same of their accounts. Of a confirmed pair, and of customers with several accounts,
    /// the bits do not tell.
    boolean isSameAs(Edge other) {
        return a == other.a && b == other.b && bits == other.bits && saysAll() && other.saysAll();
    }

    private boolean saysAll() {
        return !isConfirmed && !isOfSeveral;
    }

    boolean isBefore(Edge other) {
        return LIKELIER.compare(this, other) < 0;
    }
}
