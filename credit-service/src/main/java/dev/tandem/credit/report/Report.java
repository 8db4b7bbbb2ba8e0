package dev.tandem.credit.report;

import dev.tandem.credit.report.JointReport.Line;
import dev.tandem.credit.report.Names.RepName;
import java.util.List;

/// What one party pulls.
///
/// @param digest `sha256:` and the hash of the joint section's JSON: the same for all parties, so that two who compare
/// it know that they look at the same figures
/// @param names of the reps in it, as far as this party may read them now; outside the digest, since a name is not a
/// joint fact and may be erased
record Report(String digest, JointReport joint, List<RepName> names) {

    Report {
        names = List.copyOf(names);
    }

    /// The name of a line's rep, empty if this party may not read it.
    String nameOf(Line line) {
        return names.stream()
                .filter(known ->
                        known.rep().equals(line.rep()) && known.company().equals(line.company()))
                .map(RepName::name)
                .findFirst()
                .orElse("");
    }
}
