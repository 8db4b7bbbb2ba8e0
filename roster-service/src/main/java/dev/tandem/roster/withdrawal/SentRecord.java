package dev.tandem.roster.withdrawal;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A record that a company's systems were sent under a key, and whether it still stands.
///
/// @param since when it was sent, or taken back
/// @param because why it was taken back; null while it stands
record SentRecord(
        String key,
        PartnershipId partnership,
        Kind kind,
        boolean standing,
        Instant since,
        @Nullable Reason because) {

    /// What of a partner's a record shows.
    enum Kind {
        ACCOUNT("account/"),
        COUNTERPARTS("counterparts/"),
        REP("rep/"),
        PAIR("pair/"),
        AWARD("award/"),
        PLAYBOOK("playbook/"),
        ENGAGEMENT("engagement/");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /// Empty for what is a company's own, such as its credit.
        static Optional<Kind> of(String key) {
            for (var kind : values()) {
                if (key.startsWith(kind.prefix)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    SentRecord standing(Instant at) {
        return new SentRecord(key, partnership, kind, true, at, null);
    }

    SentRecord withdrawn(Instant at, Reason why) {
        return new SentRecord(key, partnership, kind, false, at, why);
    }
}
