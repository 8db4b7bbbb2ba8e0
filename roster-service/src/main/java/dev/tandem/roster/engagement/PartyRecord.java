package dev.tandem.roster.engagement;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.store.Hash;
import dev.tandem.roster.rep.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one party says of an engagement; it alone moves it.
///
/// @param engagement the same for all parties
/// @param opened whether this party opened it: then its record has the engagement's id
/// @param opportunity of its own CRM, which the others are not shown; null where it named none
/// @param moves the stages, in the order in which it said them; the last holds
/// @param source in its CRM; null where it is moved here alone
/// @param withdrawn why the party took it back, for good; null while it stands
/// @param told whose systems hold it; `settled` whether they hold what they should
record PartyRecord(
        String engagement,
        PartnershipId partnership,
        JointAccountId jointAccount,
        CompanyId party,
        boolean opened,
        @Nullable CrmId opportunity,
        List<Moved> moves,
        @Nullable Source source,
        @Nullable Reason withdrawn,
        List<CompanyId> told,
        boolean settled) {
    static final int MOVES_MAX = 100;

    /// To which stage, why and when.
    record Moved(Stage stage, Reason because, Instant at) {}

    /// The object of the party's CRM that it comes from, and how new its word is.
    record Source(CrmId object, Stamp stamp) {}

    PartyRecord {
        moves = List.copyOf(moves);
        told = List.copyOf(told);
    }

    static PartyRecord opened(
            String id, PartnershipId partnership, JointAccountId account, CompanyId party, Told told) {
        var moves = List.of(told.moved());
        return new PartyRecord(
                id, partnership, account, party, true, told.opportunity(), moves, null, null, List.of(), false);
    }

    /// What a party tells when it takes part.
    record Told(@Nullable CrmId opportunity, Moved moved) {}

    PartyRecord joined(CompanyId other, Told first) {
        var moves = List.of(first.moved());
        return new PartyRecord(
                engagement,
                partnership,
                jointAccount,
                other,
                false,
                first.opportunity(),
                moves,
                null,
                null,
                List.of(),
                false);
    }

    PartyRecord moved(Moved next) {
        return with(opportunity, Stream.concat(moves.stream(), Stream.of(next)).toList());
    }

    PartyRecord about(@Nullable CrmId other) {
        return with(other, moves);
    }

    private PartyRecord with(@Nullable CrmId deal, List<Moved> all) {
        return new PartyRecord(
                engagement, partnership, jointAccount, party, opened, deal, all, source, withdrawn, told, false);
    }

    PartyRecord from(Source crm) {
        return new PartyRecord(
                engagement,
                partnership,
                jointAccount,
                party,
                opened,
                opportunity,
                moves,
                crm,
                withdrawn,
                told,
                settled);
    }

    /// Nothing of what was said stays, but that it was said.
    PartyRecord withdrawn(Reason why) {
        var last = List.of(new Moved(now().stage(), why, now().at()));
        return new PartyRecord(
                engagement, partnership, jointAccount, party, opened, null, last, source, why, told, false);
    }

    PartyRecord toldTo(List<CompanyId> holders) {
        return new PartyRecord(
                engagement,
                partnership,
                jointAccount,
                party,
                opened,
                opportunity,
                moves,
                source,
                withdrawn,
                holders,
                true);
    }

    /// Why it cannot go on to a stage, and to which it can.
    record Refusal(String code, String sentence, List<String> allowed) {}

    /// Empty where it can.
    Optional<Refusal> refused(Stage next) {
        if (!stands()) {
            return Optional.of(new Refusal("WITHDRAWN", "It was taken back, for good.", List.of()));
        }
        var from = now().stage();
        if (!from.allowed().contains(next)) {
            var sentence = "It is " + from + ": it cannot become that.";
            return Optional.of(new Refusal("NOT_ALLOWED_NOW", sentence, from.allowedWords()));
        }
        return moves.size() < MOVES_MAX
                ? Optional.empty()
                : Optional.of(new Refusal("TOO_MANY", "A record moves 100 times at most.", List.of()));
    }

    boolean stands() {
        return withdrawn == null;
    }

    /// Stored, so that what is to be told is found.
    @JsonProperty
    boolean unsettled() {
        return !settled;
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
