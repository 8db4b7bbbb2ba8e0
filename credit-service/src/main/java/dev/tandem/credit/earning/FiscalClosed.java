package dev.tandem.credit.earning;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.ledger.Canonical;
import dev.tandem.credit.plan.FiscalPeriod;
import java.time.Instant;
import java.util.List;

/// A fiscal period closed with the statements of everybody: from here on nothing is posted in it or
/// in any before.
///
/// @param person who closed it: the token's subject
record FiscalClosed(
        long seq,
        FiscalPeriod closed,
        List<Frozen> statements,
        String person,
        Instant knownAt,
        String prevHash,
        String hash)
        implements EarningLink {

    /// A rep's statement as it was when the period was closed.
    record Frozen(RepId rep, String statementHash) {}

    FiscalClosed {
        statements = List.copyOf(statements);
    }

    @Override
    @JsonIgnore
    public String content() {
        return String.join("\n", closed.toString(), Canonical.text(statements), person, knownAt.toString());
    }
}
