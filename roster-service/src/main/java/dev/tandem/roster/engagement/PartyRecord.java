package dev.tandem.roster.engagement;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.store.Hash;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one party says of an engagement; it alone moves it.
///
/// @param engagement the same for all parties
/// @param opened whether this party opened it: then its record has the engagement's id
/// @param opportunity of its own CRM, which the others are not shown; null where it named none
/// @param moves the stages, in the order in which it said them; the last holds
record PartyRecord(
        String engagement,
        PartnershipId partnership,
        JointAccountId jointAccount,
        CompanyId party,
        boolean opened,
        @Nullable CrmId opportunity,
        List<Moved> moves) {
    static final int MOVES_MAX = 100;

    /// To which stage, why and when.
    record Moved(Stage stage, Reason because, Instant at) {}

    PartyRecord {
        moves = List.copyOf(moves);
    }

    static PartyRecord opened(
            String id, PartnershipId partnership, JointAccountId account, CompanyId party, Told told) {
        return new PartyRecord(id, partnership, account, party, true, told.opportunity(), List.of(told.moved()));
    }

    /// What a party tells when it takes part.
    record Told(@Nullable CrmId opportunity, Moved moved) {}

    PartyRecord joined(CompanyId other, Told told) {
        return new PartyRecord(
                engagement, partnership, jointAccount, other, false, told.opportunity(), List.of(told.moved()));
    }

    PartyRecord moved(Moved next) {
        var all = Stream.concat(moves.stream(), Stream.of(next)).toList();
        return new PartyRecord(engagement, partnership, jointAccount, party, opened, opportunity, all);
    }

    Moved now() {
        return moves.getLast();
    }

    String id() {
        return opened ? engagement : id(engagement, party);
    }

    /// Of a party that did not open it.
    static String id(String engagement, CompanyId party) {
        return Hash.id("engagement", engagement, party.value());
    }
}
