package dev.tandem.credit.cut;

import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line.Credit;
import java.util.Locale;
import java.util.Objects;

/// By what credit is cut. Currency and credit type always are, since neither are ever added.
enum Dimension {
    ACCOUNT,
    PRODUCT,
    CREDIT_TYPE,
    REP,
    COMPANY,
    PERIOD,
    DEAL;

    /// What a line is of; empty for the product of a deal of which none is told.
    String of(Entry entry, Credit credit) {
        return switch (this) {
            case ACCOUNT -> entry.deal().jointAccount().value();
            case PRODUCT -> Objects.requireNonNullElse(entry.deal().product(), "");
            case CREDIT_TYPE -> credit.creditType().name();
            case REP -> credit.rep().value();
            case COMPANY -> credit.company().value();
            case PERIOD -> credit.periods().posting().toString();
            case DEAL -> entry.deal().deal().value();
        };
    }

    /// As it is named in queries, rows and files.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
