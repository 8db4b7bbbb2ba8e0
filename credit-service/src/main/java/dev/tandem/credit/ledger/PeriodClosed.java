package dev.tandem.credit.ledger;

import dev.tandem.contracts.CompanyId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// All parties signed the statement of a period: from here on nothing is posted in it or in any
/// before.
///
/// @param statementHash of the statement as all of them signed it
public record PeriodClosed(
        long seq,
        YearMonth period,
        String statementHash,
        List<Signature> signatures,
        String cause,
        Instant knownAt,
        String prevHash,
        String hash)
        implements Link {

    /// @param person the token's subject: who signed for the company
    public record Signature(CompanyId company, String person, Instant at, String statementHash) {}

    public PeriodClosed {
        signatures = List.copyOf(signatures);
    }

    /// A close as its parties agreed on it, before it has its place in the chain.
    public record Agreed(YearMonth period, String statementHash, List<Signature> signatures, String cause) {}

    static PeriodClosed after(Link head, Agreed agreed, Instant now) {
        var unsealed = new PeriodClosed(
                head.seq() + 1,
                agreed.period(),
                agreed.statementHash(),
                agreed.signatures(),
                agreed.cause(),
                now.isBefore(head.knownAt()) ? head.knownAt() : now,
                head.hash(),
                Seal.NOTHING);
        return new PeriodClosed(
                unsealed.seq,
                unsealed.period,
                unsealed.statementHash,
                unsealed.signatures,
                unsealed.cause,
                unsealed.knownAt,
                unsealed.prevHash,
                Seal.hashOf(unsealed));
    }
}
