package dev.tandem.roster.pairing;

import dev.tandem.contracts.Reason;
import java.util.ArrayList;
import java.util.List;

/// Why two reps would work well together, in points. Shared customers weigh most: each more than a territory. That two
/// are counterparts already weighs too, so that a small change does not part them.
///
/// @param accounts how many joint accounts they share
/// @param wanted whether somebody decided that they are a pair
record Evidence(
        int accounts,
        boolean territory,
        boolean segment,
        boolean role,
        boolean language,
        boolean current,
        boolean wanted) {
    static final Evidence DECIDED = new Evidence(0, false, false, false, false, false, true);

    private static final int ACCOUNT = 100;
    private static final int TERRITORY = 60;
    private static final int SEGMENT = 30;
    private static final int ROLE = 20;
    private static final int LANGUAGE = 10;
    private static final int CURRENT = 50;
    private static final int WANTED = 100_000_000;

    long points() {
        return (long) accounts * ACCOUNT
                + points(territory, TERRITORY)
                + points(segment, SEGMENT)
                + points(role, ROLE)
                + points(language, LANGUAGE)
                + points(current, CURRENT)
                + points(wanted, WANTED);
    }

    private static int points(boolean holds, int worth) {
        return holds ? worth : 0;
    }

    List<Reason> because() {
        var because = new ArrayList<Reason>();
        if (wanted) {
            because.add(new Reason("DECIDED", "Somebody decided that they work together."));
        }
        if (accounts > 0) {
            because.add(new Reason("SHARED_ACCOUNTS", "They share joint accounts: " + accounts + "."));
        }
        if (territory) {
            because.add(new Reason("SAME_TERRITORY", "They cover the same territory."));
        }
        if (segment) {
            because.add(new Reason("SAME_SEGMENT", "They sell to the same segment."));
        }
        if (role) {
            because.add(new Reason("SAME_ROLE", "They have the same role."));
        }
        if (language) {
            because.add(new Reason("COMMON_LANGUAGE", "They have a language in common."));
        }
        if (current) {
            because.add(new Reason("COUNTERPARTS_ALREADY", "They are counterparts already."));
        }
        return because;
    }
}
