package dev.tandem.credit.settlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.credit.CreditChange;
import dev.tandem.credit.ledger.Canonical;
import dev.tandem.kit.store.Outgoing;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

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

    /// What the world is told of it.
    Outgoing event(PartnershipId partnership, Statement statement) {
        var balances = statement.balances().stream()
                .filter(balance -> !balance.amount().isZero())
                .map(balance -> new CreditChange.Balance(
                        Objects.requireNonNull(balance.creditor()),
                        Objects.requireNonNull(balance.debtor()),
                        balance.amount()))
                .toList();
        var event = new CreditChange.SettlementSigned(partnership, seq, period, statementHash, balances);
        return Outgoing.to(Topics.CREDITS, partnership.value(), event);
    }
}
