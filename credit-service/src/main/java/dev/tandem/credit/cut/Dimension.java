package dev.tandem.credit.cut;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line.Credit;
import dev.tandem.kit.web.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// By what credit is cut. Currency and credit type always are, since neither are ever added.
enum Dimension {
    PARTNERSHIP,
    ACCOUNT,
    PRODUCT,
    CREDIT_TYPE,
    REP,
    COMPANY,
    PERIOD,
    DEAL;

    /// What a line is of; empty for the product of a deal of which none is told.
    String of(PartnershipId partnership, Entry entry, Credit credit) {
        return switch (this) {
            case PARTNERSHIP -> partnership.value();
            case ACCOUNT -> entry.deal().jointAccount().value();
            case PRODUCT -> Objects.requireNonNullElse(entry.deal().product(), "");
            case CREDIT_TYPE -> credit.creditType().name();
            case REP -> credit.rep().value();
            case COMPANY -> credit.company().value();
            case PERIOD -> credit.periods().posting().toString();
            case DEAL -> entry.deal().deal().value();
        };
    }

    /// @param by names, separated by commas
    /// @throws dev.tandem.kit.web.ProblemException 400 naming `by`
    static List<Dimension> named(String by) {
        try {
            return List.of(by.split(",")).stream()
                    .map(each -> valueOf(each.strip().toUpperCase(Locale.ROOT)))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException unknown) {
            var known = List.of(values()).stream().map(Dimension::text).toList();
            throw Problem.invalid("by", "UNKNOWN", "must be some of " + String.join(", ", known));
        }
    }

    /// As it is named in queries, rows and files.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
