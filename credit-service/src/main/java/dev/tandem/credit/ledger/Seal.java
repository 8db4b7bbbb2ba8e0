package dev.tandem.credit.ledger;

import dev.tandem.kit.store.Hash;
import java.util.ArrayList;
import java.util.List;

/// The hash of a link: over the hash before it and its own content.
final class Seal {
    /// What the first entry of a chain is chained to.
    static final String NOTHING = "";

    private Seal() {}

    static Entry sealed(Entry entry) {
        return new Entry(
                entry.seq(),
                entry.deal(),
                entry.cause(),
                entry.knownAt(),
                entry.lines(),
                entry.points(),
                entry.prevHash(),
                hashOf(entry));
    }

    static String hashOf(Link link) {
        return switch (link) {
            case Entry entry -> hashOf(entry);
            case PeriodClosed closed -> hashOf(closed);
        };
    }

    private static String hashOf(PeriodClosed closed) {
        return Hash.hex(
                closed.prevHash(),
                Long.toString(closed.seq()),
                closed.period().toString(),
                closed.statementHash(),
                Canonical.text(closed.signatures()),
                closed.cause(),
                closed.knownAt().toString());
    }

    /// An entry without points is hashed as it was before there were any.
    private static String hashOf(Entry entry) {
        var parts = new ArrayList<>(List.of(
                entry.prevHash(),
                Long.toString(entry.seq()),
                Canonical.text(entry.deal()),
                entry.cause(),
                entry.knownAt().toString(),
                Canonical.text(entry.lines())));
        if (entry.points() != null) {
            parts.add(Canonical.text(entry.points()));
        }
        return Hash.hex(parts.toArray(String[]::new));
    }
}
