package dev.tandem.credit.report;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import java.util.List;

/// What one party pulls.
///
/// @param digest `sha256:` and the hash of the joint section's JSON: the same for all parties, so that two who compare
/// it know that they look at the same figures
/// @param names of the reps in it, as far as this party may read them now; outside the digest, since a name is not a
/// joint fact and may be erased
public record Report(String digest, JointReport joint, List<RepName> names) {

    public record RepName(CompanyId company, RepId rep, String name) {}

    public Report {
        names = List.copyOf(names);
    }
}
