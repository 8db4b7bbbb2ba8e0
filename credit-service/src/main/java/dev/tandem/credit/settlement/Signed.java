package dev.tandem.credit.settlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tandem.contracts.CompanyId;
import dev.tandem.credit.ledger.Canonical;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// Every party signed the statement of a period: from here on nothing is posted in it or in any
/// before.
record Signed(
        long seq,
        YearMonth period,
        String statementHash,
        List<Signature> signatures,
        Instant knownAt,
        String prevHash,
        String hash)
        implements Link {

    /// @param person the token's subject
    record Signature(CompanyId company, String person, Instant at, String statementHash) {}

    Signed {
        signatures = List.copyOf(signatures);
    }

    @Override
    @JsonIgnore
    public String content() {
        return String.join(
                "\n", "signed", period.toString(), statementHash, Canonical.text(signatures), knownAt.toString());
    }
}
