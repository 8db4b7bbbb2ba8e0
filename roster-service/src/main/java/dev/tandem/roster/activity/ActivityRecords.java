package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.intake.Erasure;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.activity.Facts.Unknown;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.CrmRecords;
import dev.tandem.roster.rep.RepDirectory;
import dev.tandem.roster.rep.RepDirectory.Known;
import dev.tandem.roster.rep.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Takes the activities that companies' CRMs record. A newer record of the same activity corrects it, and what was
/// confirmed is to be confirmed anew; one that is deleted is withdrawn for good.
@Component
public final class ActivityRecords implements CrmRecords {
    private static final int PART = 100;
    private static final Reason RECORDED = new Reason("RECORDED_IN_CRM", "The company's CRM recorded it.");
    private static final Reason DELETED = new Reason("DELETED_IN_CRM", "The company's CRM no longer has it.");

    private final Activities activities;
    private final Reporting reporting;
    private final Agreements agreements;
    private final RepDirectory reps;

    ActivityRecords(Activities activities, Reporting reporting, Agreements agreements, RepDirectory reps) {
        this.activities = activities;
        this.reporting = reporting;
        this.agreements = agreements;
        this.reps = reps;
    }

    @Override
    public String objectType() {
        return "activity";
    }

    @Override
    public boolean take(Incoming<CrmChange> event) {
        return switch (event.payload().change()) {
            case FULL -> recorded(event);
            case DELETED -> withdrawn(event.sender(), event.payload().objectId(), Stamp.of(event));
            case FIELDS -> throw new Unprocessable("change", "NOT_IN_PARTS", "send all of an activity: FULL");
        };
    }

    private boolean recorded(Incoming<CrmChange> event) {
        var said = CrmActivity.of(event.payload().fields());
        var partnership = agreements.recordable(event.sender(), said.partnership());
        var facts = known(event.sender(), said);
        var findings = reporting.violations(partnership, event.sender(), facts);
        if (!findings.isEmpty()) {
            throw new Unprocessable(findings);
        }
        var id = id(event.sender(), event.payload().objectId());
        var reported = new Said(event.sender(), RECORDED, reporting.now());
        var news = Activity.reported(id, said.partnership(), facts, reported, reporting.confirmBy())
                .stamped(Stamp.of(event));
        var outcome = activities.record(said.partnership(), id, current -> step(current, news));
        facts.unknown().forEach(each -> lookAgain(event.sender(), each.user()));
        return outcome instanceof Outcome.Changed<Activity>;
    }

    /// Who became a rep, or was erased, between our reading and our writing was looked for before there was
    /// anything to be found.
    private void lookAgain(CompanyId company, CrmId user) {
        if (reps.isErased(company, user)) {
            forget(company, user);
        }
        reps.person(company, user.value())
                .map(Known::rep)
                .filter(rep -> rep.status() == Status.ACTIVE && rep.crmUser().equals(user))
                .ifPresent(this::resolve);
    }

    static Change<Activity> step(Optional<Versioned<Activity>> current, Activity news) {
        if (current.isEmpty()) {
            return Change.to(news);
        }
        var was = current.get().state();
        if (!was.partnership().equals(news.partnership())) {
            throw new Unprocessable("fields.partnership", "ANOTHER", "an activity stays in its partnership");
        }
        var stamp = Objects.requireNonNull(news.stamp(), "a CRM's record has one");
        if (stamp.isOlderThan(was.stamp()) || stamp.equals(was.stamp()) || was.withdrawn() != null) {
            return Change.none();
        }
        return news.facts().equals(was.facts()) ? Change.to(was.stamped(stamp)) : Change.to(was.corrected(news));
    }

    Facts known(CompanyId sender, CrmActivity said) {
        var attended = new ArrayList<Attendee>();
        var unknown = new ArrayList<Unknown>();
        for (var user : said.users()) {
            var known = reps.person(sender, user.user().value()).map(Known::rep);
            if (known.filter(rep -> rep.status() == Status.ACTIVE).isPresent()) {
                attended.add(new Attendee(known.get().rep(), user.act()));
            } else if (!reps.isErased(sender, user.user())) {
                unknown.add(user);
            }
        }
        return said.facts().attendedBy(attended, unknown);
    }

    /// A user who was no rep yet may be one now.
    public void onRoster(Incoming<RosterChange> event) {
        if (event.payload() instanceof RepChanged rep) {
            resolve(rep);
        }
    }

    private void resolve(RepChanged rep) {
        List<Activity> part;
        do {
            part = activities.waitingFor(rep.company(), rep.crmUser(), PART);
            part.forEach(activity -> resolve(activity, rep));
        } while (part.size() == PART);
    }

    @Override
    public void forget(CompanyId company, CrmId user) {
        List<Activity> part;
        do {
            part = activities.waitingFor(company, user, PART);
            part.forEach(activity -> activities.change(activity.partnership(), activity.id(), Cause.GIVEN, current -> {
                var was = current.orElseThrow().state();
                var others = was.facts().unknown().stream()
                        .filter(named -> !named.user().equals(user))
                        .toList();
                return Change.to(was.knowing(was.facts().attendedBy(was.facts().attended(), others)));
            }));
        } while (part.size() == PART);
    }

    private void resolve(Activity waiting, RepChanged rep) {
        activities.change(waiting.partnership(), waiting.id(), Cause.GIVEN, current -> {
            var was = current.orElseThrow().state();
            var attended = new ArrayList<>(was.facts().attended());
            var unknown = new ArrayList<Unknown>();
            was.facts().unknown().forEach(user -> {
                if (!user.user().equals(rep.crmUser())) {
                    unknown.add(user);
                } else if (rep.status() == Status.ACTIVE) {
                    attended.add(new Attendee(rep.rep(), user.act()));
                }
            });
            var facts = was.facts().attendedBy(attended, unknown);
            return facts.equals(was.facts()) ? Change.none() : Change.to(was.knowing(facts));
        });
    }

    @Override
    public void erase(Erasure erasure) {
        withdrawn(erasure.company(), new CrmId(erasure.key()), Stamp.of(erasure));
    }

    /// Wherever it was recorded; what is not there any more is no change.
    private boolean withdrawn(CompanyId sender, CrmId object, Stamp stamp) {
        var id = id(sender, object);
        return activities
                .recordedBy(sender, id)
                .map(found -> activities.change(found.partnership(), id, Cause.GIVEN, current -> {
                    var was = current.orElseThrow().state();
                    return was.withdrawn() == null
                            ? Change.to(was.withdrawn(new Said(sender, DELETED, reporting.now()))
                                    .stamped(stamp))
                            : Change.none();
                }))
                .filter(outcome -> outcome instanceof Outcome.Changed<Activity>)
                .isPresent();
    }

    static String id(CompanyId sender, CrmId object) {
        return Hash.id("activity", sender.value(), object.value());
    }
}
