package dev.tandem.engine;

/// The bits of a pair from what is known of the two alone and from what they share with others. Always added in one
/// order, so that whoever adds them comes to the same to the last digit.
final class Counted {
    private static final float[] WEIGHTS = Weights.shipped();

    private Counted() {}

    /// Whether scores depend on how many have a key of this type.
    static boolean isCounted(int type) {
        return type == Keys.NAME || type == Keys.DOMAIN || type == Keys.PHONE;
    }

    static float bits(float rest, float name, float domain, float phone) {
        return rest + name + domain + phone;
    }

    /// The most that a pair can come to, whatever the counts.
    static float most(float rest, boolean sameName, boolean sameDomain, boolean samePhone) {
        return bits(
                rest,
                sameName ? most(Clue.NAME_SAME_UNIQUE) : 0,
                sameDomain ? most(Clue.DOMAIN_SAME_UNIQUE) : 0,
                samePhone ? Math.max(WEIGHTS[Clue.PHONE_SAME.index], WEIGHTS[Clue.PHONE_SHARED.index]) : 0);
    }

    static float name(int step) {
        return WEIGHTS[Clue.NAME_SAME_UNIQUE.index + step];
    }

    static float domain(int step) {
        return WEIGHTS[Clue.DOMAIN_SAME_UNIQUE.index + step];
    }

    static float phone(int step) {
        return WEIGHTS[Comparison.phone(step).index];
    }

    private static float most(Clue unique) {
        var most = WEIGHTS[unique.index];
        for (var step = 1; step < Commonness.LEVELS; step++) {
            most = Math.max(most, WEIGHTS[unique.index + step]);
        }
        return most;
    }
}
