package dev.tandem.accounts.sharing;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.alignment.MatchingWork.AgreementTouched;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Notices when another revision governs a partnership, or none, and has the partnership's writer look at all of it.
@Component
public class Governance {
    private final Partnerships partnerships;
    private final Governings governings;

    Governance(Partnerships partnerships, Governings governings) {
        this.partnerships = partnerships;
        this.governings = governings;
    }

    /// Decides by the newest state known, not by the event's, so that a late one changes nothing.
    public void on(Incoming<PartnershipChanged> event) {
        partnerships.keep(event);
        var id = event.payload().partnership();
        int revision = partnerships.find(id).map(Governance::revision).orElse(0);
        governings.change(id, Cause.GIVEN, current -> {
            var same = current.filter(was -> was.state().revision() == revision).isPresent()
                    || (current.isEmpty() && revision == 0);
            return same ? Change.none() : Change.to(new Governing(id, revision), touched(id, revision, null));
        });
    }

    /// Which revision governs now; zero for none.
    public static int revision(PartnershipChanged partnership) {
        return partnership.inForce().map(Agreement::number).orElse(0);
    }

    /// Has the partnership's writer look at all of it again.
    public void walk(PartnershipId id) {
        walk(id, null);
    }

    /// Has the partnership's writer begin a walk at the place given; null for the first.
    ///
    /// @return whether it does: not where nothing governs now
    public boolean walk(PartnershipId id, @Nullable String place) {
        var governed = partnerships.find(id).filter(found -> revision(found) > 0);
        governed.ifPresent(found -> {
            int revision = revision(found);
            governings.change(
                    id,
                    Cause.GIVEN,
                    current -> Change.to(
                            current.map(was -> was.state()).orElseGet(() -> new Governing(id, revision)),
                            touched(id, revision, place)));
        });
        return governed.isPresent();
    }

    /// Has the partnership's writer look at all of it again, by whatever governs it now: also by nothing, so that what
    /// is to be withdrawn is.
    public void again(PartnershipId id) {
        int revision = partnerships.find(id).map(Governance::revision).orElse(0);
        governings.change(
                id,
                Cause.GIVEN,
                current -> Change.to(
                        current.map(was -> was.state()).orElseGet(() -> new Governing(id, revision)),
                        touched(id, revision, null)));
    }

    /// Has the walk that `step` is a part of go on after the place given.
    public void walkOn(Incoming<MatchingWork> step, int revision, String after) {
        var id = step.payload().partnership();
        governings.change(
                id,
                step.cause(),
                current -> Change.to(
                        current.map(was -> was.state()).orElseGet(() -> new Governing(id, revision)),
                        touched(id, revision, after)));
    }

    private static Outgoing touched(PartnershipId id, int revision, @Nullable String after) {
        return Outgoing.to(Topics.MATCHING, id.value(), new AgreementTouched(id, revision, after));
    }
}
