package dev.tandem.roster.engagement;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.Erasure;
import dev.tandem.kit.intake.Incoming;
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
import dev.tandem.roster.rep.CrmRecords;
import dev.tandem.roster.rep.Stamp;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Takes the engagements that companies' CRMs record: each opens one, or takes part in one, and moves the company's own
/// record. One that is deleted is taken back for good.
@Component
public final class EngagementRecords implements CrmRecords {
    private static final Reason DELETED = new Reason("DELETED_IN_CRM", "The company's CRM no longer has it.");

    private final Engagements engagements;
    private final TellingEngagements telling;
    private final Agreements agreements;
    private final WorkedAccounts accounts;

    EngagementRecords(
            Engagements engagements, TellingEngagements telling, Agreements agreements, WorkedAccounts accounts) {
        this.engagements = engagements;
        this.telling = telling;
        this.agreements = agreements;
        this.accounts = accounts;
    }

    @Override
    public String objectType() {
        return "engagement";
    }

    @Override
    public boolean take(Incoming<CrmChange> event) {
        return switch (event.payload().change()) {
            case FULL -> recorded(event);
            case DELETED -> withdrawn(event.sender(), event.payload().objectId(), Stamp.of(event));
            case FIELDS -> throw new Unprocessable("change", "NOT_IN_PARTS", "send all of an engagement: FULL");
        };
    }

    private boolean recorded(Incoming<CrmChange> event) {
        var sender = event.sender();
        var said = CrmEngagement.of(event.payload());
        agreements.recordable(sender, said.partnership());
        var source = new Source(event.payload().objectId(), Stamp.of(event));
        var moved = new Moved(said.stage(), said.because(), event.time());
        var first = first(sender, said, source, new Told(said.opportunity(), moved));
        return isChanged(engagements.change(
                first.partnership(),
                first.id(),
                Cause.GIVEN,
                current -> current.map(was -> next(was.state(), said, source, moved))
                        .orElseGet(() -> Change.to(first))));
    }

    /// The record as it begins, were there none yet.
    private PartyRecord first(CompanyId sender, CrmEngagement said, Source source, Told told) {
        var known = engagements.from(sender, source.object());
        if (known.isPresent()) {
            return known.get();
        }
        if (accounts.companiesSeen(sender, said.partnership(), said.jointAccount())
                .isEmpty()) {
            throw unknown("jointAccount", "send the id of a joint account, as you were told it");
        }
        var id = Hash.id("engagement", sender.value(), source.object().value());
        var record = said.engagement() == null
                ? PartyRecord.opened(id, said.partnership(), said.jointAccount(), sender, told)
                : taking(sender, said, told);
        return record.from(source);
    }

    private PartyRecord taking(CompanyId sender, CrmEngagement said, Told told) {
        var opener = Optional.ofNullable(said.engagement())
                .flatMap(id -> engagements.find(said.partnership(), id))
                .filter(found -> found.jointAccount().equals(said.jointAccount()))
                .filter(found -> engagements.stands(found.partnership(), found.engagement()))
                .orElseThrow(() -> unknown("engagement", "send the id of an engagement on this joint account"));
        return opener.party().equals(sender) ? opener : opener.joined(sender, told);
    }

    private static Change<PartyRecord> next(PartyRecord was, CrmEngagement said, Source source, Moved moved) {
        requireSame(was, said, source);
        var before = was.source();
        var stale = before != null && source.stamp().compareTo(before.stamp()) <= 0;
        if (stale || !was.stands()) {
            return Change.none();
        }
        var about = was.about(said.opportunity());
        return Change.to((was.now().stage() == moved.stage() ? about : moved(about, moved)).from(source));
    }

    private static PartyRecord moved(PartyRecord was, Moved moved) {
        was.refused(moved.stage()).ifPresent(refusal -> {
            var fix = refusal.sentence() + " Send one of " + refusal.allowed() + ".";
            throw new Unprocessable("fields.stage", refusal.code(), fix);
        });
        return was.moved(moved);
    }

    private static void requireSame(PartyRecord was, CrmEngagement said, Source source) {
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
        if (before != null && !before.object().equals(source.object())) {
            throw new Unprocessable("fields.engagement", "TAKEN", "another object of yours takes part in it already");
        }
    }

    private static Unprocessable unknown(String field, String fix) {
        return new Unprocessable("fields." + field, "UNKNOWN", fix);
    }

    /// Its records name nobody; what is written in them goes with their key.
    @Override
    public void forget(CompanyId company, CrmId user) {}

    @Override
    public void erase(Erasure erasure) {
        withdrawn(erasure.company(), new CrmId(erasure.key()), Stamp.of(erasure));
    }

    /// What is not there, or no longer, is no change.
    private boolean withdrawn(CompanyId sender, CrmId object, Stamp stamp) {
        return engagements
                .from(sender, object)
                .filter(PartyRecord::stands)
                .map(found -> engagements.change(found.partnership(), found.id(), Cause.GIVEN, current -> {
                    var was = current.map(Versioned::state).orElseThrow();
                    return was.stands()
                            ? Change.to(was.withdrawn(DELETED).from(new Source(object, stamp)))
                            : Change.none();
                }))
                .filter(this::isChanged)
                .isPresent();
    }

    private boolean isChanged(Outcome<PartyRecord> outcome) {
        var now = outcome.now();
        if (now != null) {
            telling.settle(now.state());
        }
        return outcome instanceof Outcome.Changed<PartyRecord>;
    }
}
