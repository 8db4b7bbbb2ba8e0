package dev.tandem.roster.partnership;

import java.util.List;

/// What a party said of the partnership before it signs: what it will measure, what the customer gains, and whether it
/// fits, or why it walks away.
///
/// @param act who said so, why and when
record Fit(Verdict verdict, List<String> measures, List<String> customerGains, Act act) {

    /// Whether to go on.
    enum Verdict {
        FIT,
        WALK_AWAY
    }

    Fit {
        measures = List.copyOf(measures);
        customerGains = List.copyOf(customerGains);
    }
}
