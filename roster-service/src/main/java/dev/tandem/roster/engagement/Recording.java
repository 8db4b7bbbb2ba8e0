package dev.tandem.roster.engagement;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.engagement.PartyRecord.Moved;
import dev.tandem.roster.engagement.PartyRecord.Source;
import dev.tandem.roster.engagement.PartyRecord.Told;
import dev.tandem.roster.mapping.WorkedAccounts;
import dev.tandem.roster.partnership.Agreements;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Writes what a company's own system says of an engagement into the company's record, by event and by file alike.
@Component
final class Recording {
    private final Engagements engagements;
    private final TellingEngagements telling;
    private final Agreements agreements;
    private final WorkedAccounts accounts;

    Recording(Engagements engagements, TellingEngagements telling, Agreements agreements, WorkedAccounts accounts) {
        this.engagements = engagements;
        this.telling = telling;
        this.agreements = agreements;
        this.accounts = accounts;
    }

    /// What was said, by whom, of which object, and when.
    ///
    /// @param byFile a file may be applied late: what is newer than it stays, and the same again is no news
    record Word(CompanyId company, CrmEngagement said, Source source, Instant at, boolean byFile) {
        Moved moved() {
            return new Moved(said.stage(), said.because(), at);
        }

        Told told() {
            return new Told(said.opportunity(), moved());
        }

        /// Whether it changes nothing of a record that stands.
        boolean leaves(PartyRecord was) {
            var before = was.source();
            var stale = before != null && source.stamp().compareTo(before.stamp()) <= 0;
            return stale || (byFile && (was.now().at().isAfter(at) || (before != null && saysSame(was))));
        }

        private boolean saysSame(PartyRecord was) {
            return was.now().stage() == said.stage() && Objects.equals(was.opportunity(), said.opportunity());
        }
    }

    /// @throws Unprocessable for what breaks a rule, naming its field
    Outcome<PartyRecord> take(Word word) {
        var first = first(word);
        var outcome =
                engagements.change(first.partnership(), first.id(), Cause.GIVEN, current -> step(current, first, word));
        var now = outcome.now();
        if (now != null) {
            telling.settle(now.state());
        }
        return outcome;
    }

    /// The record as taking it now would leave it; refuses as [#take] does.
    PartyRecord would(Word word) {
        var first = first(word);
        var current = engagements.record(first.partnership(), first.id());
        return Optional.ofNullable(step(current, first, word).state())
                .or(() -> current.map(Versioned::state))
                .orElse(first);
    }

    /// The record as it begins, were there none yet.
    private PartyRecord first(Word word) {
        var said = word.said();
        agreements.recordable(word.company(), said.partnership());
        var known = engagements.from(word.company(), word.source().object());
        if (known.isPresent()) {
            return known.get();
        }
        if (accounts.companiesSeen(word.company(), said.partnership(), said.jointAccount())
                .isEmpty()) {
            throw unknown("jointAccount", "send the id of a joint account, as you were told it");
        }
        var record = said.engagement() == null ? opened(word) : taking(word);
        return record.from(word.source());
    }

    private static PartyRecord opened(Word word) {
        var said = word.said();
        var id = Hash.id(
                "engagement", word.company().value(), word.source().object().value());
        return PartyRecord.opened(id, said.partnership(), said.jointAccount(), word.company(), word.told());
    }

    private PartyRecord taking(Word word) {
        var said = word.said();
        var opener = Optional.ofNullable(said.engagement())
                .flatMap(id -> engagements.find(said.partnership(), id))
                .filter(found -> found.jointAccount().equals(said.jointAccount()))
                .filter(found -> engagements.stands(found.partnership(), found.engagement()))
                .orElseThrow(() -> unknown("engagement", "send the id of an engagement on this joint account"));
        return opener.party().equals(word.company()) ? opener : opener.joined(word.company(), word.told());
    }

    private static Change<PartyRecord> step(Optional<Versioned<PartyRecord>> current, PartyRecord first, Word word) {
        return current.map(was -> next(was.state(), word)).orElseGet(() -> Change.to(first));
    }

    private static Change<PartyRecord> next(PartyRecord was, Word word) {
        requireSame(was, word);
        if (!was.stands() || word.leaves(was)) {
            return Change.none();
        }
        var about = was.about(word.said().opportunity());
        var moved = was.now().stage() == word.said().stage() ? about : moved(about, word.moved());
        return Change.to(moved.from(word.source()));
    }

    private static PartyRecord moved(PartyRecord was, Moved moved) {
        was.refused(moved.stage()).ifPresent(refusal -> {
            var fix = refusal.sentence() + " Send one of " + refusal.allowed() + ".";
            throw new Unprocessable("fields.stage", refusal.code(), fix);
        });
        return was.moved(moved);
    }

    private static void requireSame(PartyRecord was, Word word) {
        var said = word.said();
        if (!was.partnership().equals(said.partnership())) {
            throw new Unprocessable("fields.partnership", "ANOTHER", "an engagement stays in its partnership");
        }
        if (!was.jointAccount().equals(said.jointAccount())) {
            throw new Unprocessable("fields.jointAccount", "ANOTHER", "an engagement stays on its joint account");
        }
        if (said.engagement() != null && !said.engagement().equals(was.engagement())) {
            throw new Unprocessable("fields.engagement", "ANOTHER", "a record stays in its engagement");
        }
        var before = was.source();
        if (before != null && !before.object().equals(word.source().object())) {
            throw new Unprocessable("fields.engagement", "TAKEN", "another object of yours takes part in it already");
        }
    }

    private static Unprocessable unknown(String field, String fix) {
        return new Unprocessable("fields." + field, "UNKNOWN", fix);
    }
}
