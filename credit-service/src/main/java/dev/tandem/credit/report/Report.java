package dev.tandem.credit.report;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.ledger.PeriodClosed;
import dev.tandem.credit.report.Names.RepName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one party pulls.
///
/// @param digest `sha256:` and the hash of the joint section's JSON: the same for all parties, so
/// that two who compare it know that they look at the same figures
/// @param closing null while the period is open
/// @param names of the reps in it, as far as this party may read them now; outside the digest,
/// since a name is not a joint fact and may be erased
record Report(String digest, JointReport joint, @Nullable Closing closing, List<RepName> names) {

    /// @param seq the link of the chain by which it was closed
    /// @param statementHash of what all parties signed
    record Closing(long seq, Instant closedAt, String statementHash) {
        static Closing of(PeriodClosed closed) {
            return new Closing(closed.seq(), closed.knownAt(), closed.statementHash());
        }
    }

    Report {
        names = List.copyOf(names);
    }

    /// The name of a rep, empty if this party may not read it.
    String nameOf(CompanyId company, RepId rep) {
        return names.stream()
                .filter(known -> known.rep().equals(rep) && known.company().equals(company))
                .map(RepName::name)
                .findFirst()
                .orElse("");
    }
}
