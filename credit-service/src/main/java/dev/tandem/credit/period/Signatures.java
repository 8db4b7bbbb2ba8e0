package dev.tandem.credit.period;

import dev.tandem.contracts.CompanyId;
import dev.tandem.credit.ledger.PeriodClosed.Signature;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who signed a period's statement, one signature per company: a later one takes the place of an
/// earlier.
record Signatures(List<Signature> all) {
    static final Signatures NONE = new Signatures(List.of());

    Signatures {
        all = List.copyOf(all);
    }

    Signatures with(Signature signature) {
        return new Signatures(Stream.concat(
                        all.stream().filter(each -> !each.company().equals(signature.company())), Stream.of(signature))
                .toList());
    }

    Optional<Signature> of(CompanyId company) {
        return all.stream().filter(each -> each.company().equals(company)).findFirst();
    }

    /// Whether every party signed this very statement.
    boolean complete(Collection<CompanyId> parties, String statementHash) {
        return parties.stream()
                .allMatch(party -> of(party)
                        .filter(signature -> signature.statementHash().equals(statementHash))
                        .isPresent());
    }
}
