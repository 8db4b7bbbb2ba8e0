package dev.tandem.credit.settlement;

import dev.tandem.contracts.CompanyId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a period's settlement stands, the same for every party.
///
/// @param signedAt when the last party signed, null before
/// @param lines how many stand behind the balances
record SettlementView(
        YearMonth period,
        List<Statement.Balance> balances,
        int lines,
        String statementHash,
        List<Signature> signatures,
        @Nullable Instant signedAt) {

    /// @param current whether it is under the statement as it is now
    record Signature(CompanyId company, Instant at, boolean current) {}

    static SettlementView of(Statement statement, List<Signed.Signature> signatures, @Nullable Instant signedAt) {
        return new SettlementView(
                statement.period(),
                statement.balances(),
                statement.lines(),
                statement.hash(),
                signatures.stream()
                        .map(each -> new Signature(
                                each.company(), each.at(), each.statementHash().equals(statement.hash())))
                        .toList(),
                signedAt);
    }
}
