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
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.engagement.PartyRecord.Source;
import dev.tandem.roster.engagement.Recording.Word;
import dev.tandem.roster.rep.CrmRecords;
import dev.tandem.roster.rep.Stamp;
import org.springframework.stereotype.Component;

/// Takes the engagements that companies' CRMs record: each opens one, or takes part in one, and moves the company's own
/// record. One that is deleted is taken back for good.
@Component
public final class EngagementRecords implements CrmRecords {
    private static final Reason RECORDED = new Reason("RECORDED_IN_CRM", "The company's CRM recorded it.");
    private static final Reason DELETED = new Reason("DELETED_IN_CRM", "The company's CRM no longer has it.");

    private final Recording recording;
    private final Engagements engagements;
    private final TellingEngagements telling;

    EngagementRecords(Recording recording, Engagements engagements, TellingEngagements telling) {
        this.recording = recording;
        this.engagements = engagements;
        this.telling = telling;
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
        var said = CrmEngagement.of(event.payload().fields(), RECORDED);
        var source = new Source(event.payload().objectId(), Stamp.of(event));
        return recording.take(new Word(event.sender(), said, source, event.time(), false))
                instanceof Outcome.Changed<PartyRecord>;
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
