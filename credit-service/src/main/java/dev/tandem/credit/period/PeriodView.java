package dev.tandem.credit.period;

import dev.tandem.contracts.CompanyId;
import dev.tandem.credit.ledger.PeriodClosed;
import dev.tandem.credit.report.Statements.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a period stands, the same for every party.
///
/// @param asOf the entry at which it was read; of a closed one, that by which it was closed
/// @param closedAt null while it is open
/// @param checklist what is still open; nothing any more once it is closed
record PeriodView(
        YearMonth period,
        Status status,
        long asOf,
        String statementHash,
        List<Signed> signatures,
        List<Checklist.Item> checklist,
        @Nullable Instant closedAt) {

    /// Closed stays closed.
    enum Status {
        OPEN,
        CLOSED
    }

    /// @param current whether it is under the statement as it is now
    record Signed(CompanyId company, Instant at, boolean current) {
        private static Signed of(PeriodClosed.Signature signature, String statementHash) {
            return new Signed(
                    signature.company(),
                    signature.at(),
                    signature.statementHash().equals(statementHash));
        }
    }

    static PeriodView open(Statement statement, Signatures signatures, Checklist checklist) {
        return new PeriodView(
                statement.period(),
                Status.OPEN,
                statement.asOf(),
                statement.hash(),
                signatures.all().stream()
                        .map(each -> Signed.of(each, statement.hash()))
                        .toList(),
                checklist.items(),
                null);
    }

    /// @param statement as of the close
    static PeriodView closed(PeriodClosed closed, Statement statement) {
        return new PeriodView(
                closed.period(),
                Status.CLOSED,
                closed.seq(),
                statement.hash(),
                closed.signatures().stream()
                        .map(each -> Signed.of(each, statement.hash()))
                        .toList(),
                List.of(),
                closed.knownAt());
    }
}
