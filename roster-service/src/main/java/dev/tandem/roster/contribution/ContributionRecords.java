package dev.tandem.roster.contribution;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.intake.Erasure;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.kit.store.Hash;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.CrmRecords;
import dev.tandem.roster.rep.RepDirectory;
import dev.tandem.roster.rep.RepDirectory.Known;
import dev.tandem.roster.rep.Stamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes the contributions that companies' CRMs record. A newer record of the same one corrects it; one that is deleted
/// is taken back for good.
@Component
public final class ContributionRecords implements CrmRecords {
    private static final int PART = 100;

    private final ContributionStore contributions;
    private final Agreements agreements;
    private final RepDirectory reps;
    private final Clock clock;

    ContributionRecords(ContributionStore contributions, Agreements agreements, RepDirectory reps, Clock clock) {
        this.contributions = contributions;
        this.agreements = agreements;
        this.reps = reps;
        this.clock = clock;
    }

    @Override
    public String objectType() {
        return "contribution";
    }

    @Override
    public boolean take(Incoming<CrmChange> event) {
        return switch (event.payload().change()) {
            case FULL -> recorded(event);
            case DELETED -> takenBack(event.sender(), event.payload().objectId(), Stamp.of(event));
            case FIELDS -> throw new Unprocessable("change", "NOT_IN_PARTS", "send all of a contribution: FULL");
        };
    }

    private boolean recorded(Incoming<CrmChange> event) {
        var said = CrmContribution.of(event.payload());
        agreements.recordable(event.sender(), said.partnership());
        if (said.on().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw new Unprocessable("fields.on", "RANGE", "send what was done: it is in the future");
        }
        if (isErased(event.sender(), said.user())) {
            return false;
        }
        var id = id(event.sender(), event.payload().objectId());
        var news = new Contributed(
                id,
                event.sender(),
                said,
                rep(event.sender(), said.user()),
                Stamp.of(event),
                clock.instant(),
                false,
                List.of());
        var changed = contributions.change(event.sender(), id, current -> next(current, news));
        lookAgain(event.sender(), said.user());
        return changed;
    }

    /// Who became a rep, or was erased, between our reading and our writing was looked for before there was
    /// anything to be found.
    private void lookAgain(CompanyId company, CrmId user) {
        if (isErased(company, user)) {
            forget(company, user);
        }
        var known = rep(company, user);
        if (known != null) {
            resolve(company, user, known);
        }
    }

    private static Optional<Contributed> next(Optional<Contributed> current, Contributed news) {
        if (current.isEmpty()) {
            return Optional.of(news);
        }
        var was = current.get();
        if (was.isOfAnother(news)) {
            throw new Unprocessable("fields.partnership", "ANOTHER", "a contribution stays in its partnership");
        }
        var stale = news.stamp().compareTo(was.stamp()) <= 0 || was.withdrawn();
        return stale ? Optional.empty() : Optional.of(was.corrected(news));
    }

    /// Of whom nothing is stored any more.
    private boolean isErased(CompanyId company, CrmId user) {
        return reps.isErased(company, user);
    }

    private @Nullable RepId rep(CompanyId company, CrmId user) {
        return reps.person(company, user.value())
                .map(Known::rep)
                .filter(known -> known.status() == Status.ACTIVE)
                .map(RepChanged::rep)
                .orElse(null);
    }

    /// A user who was no rep yet may be one now.
    public void onRoster(Incoming<RosterChange> event) {
        if (event.payload() instanceof RepChanged known && known.status() == Status.ACTIVE) {
            resolve(known.company(), known.crmUser(), known.rep());
        }
    }

    private void resolve(CompanyId company, CrmId user, RepId rep) {
        List<Contributed> part;
        do {
            part = contributions.waitingFor(company, user, PART);
            part.forEach(waiting -> contributions.change(
                    company,
                    waiting.id(),
                    current -> current.filter(Contributed::waiting).map(was -> was.knowing(rep))));
        } while (part.size() == PART);
    }

    /// What a rep contributed stays under the rep's own id; what names a user who was never a rep is taken back, since
    /// the user's id is all that is known of them.
    @Override
    public void forget(CompanyId company, CrmId user) {
        List<Contributed> part;
        do {
            part = contributions.naming(company, user, PART);
            part.forEach(
                    named -> contributions.change(company, named.id(), current -> current.map(Contributed::forgotten)));
        } while (part.size() == PART);
    }

    @Override
    public void erase(Erasure erasure) {
        takenBack(erasure.company(), new CrmId(erasure.key()), Stamp.of(erasure));
    }

    private boolean takenBack(CompanyId sender, CrmId object, Stamp stamp) {
        var id = id(sender, object);
        return contributions.change(
                sender,
                id,
                current -> current.isEmpty()
                        ? Optional.of(Contributed.never(id, sender, stamp, clock.instant()))
                        : current.filter(was -> !was.withdrawn()).map(was -> was.takenBack(stamp)));
    }

    private static String id(CompanyId sender, CrmId object) {
        return Hash.id("contribution", sender.value(), object.value());
    }
}
