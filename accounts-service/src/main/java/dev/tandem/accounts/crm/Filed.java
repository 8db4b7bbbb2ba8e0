package dev.tandem.accounts.crm;

import dev.tandem.contracts.Violation;
import java.util.List;

/// A record of a file, and what became of it.
///
/// @param findings why it can never apply, where it is `PARKED`
public record Filed(CrmRecord sent, Receipt.Outcome outcome, List<Violation> findings) {
    public Filed {
        findings = List.copyOf(findings);
    }
}
