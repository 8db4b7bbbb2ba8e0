package dev.tandem.roster.activity;

import dev.tandem.contracts.ActivityId;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.activity.ActivityChanged.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// What the other services are told of an activity: who contributed what, once it was confirmed. What was told is
/// told again with what became of it, never left standing.
record Telling(Activity activity) {

    /// Empty for what is about no joint account, and before the first confirmation.
    Optional<ActivityChanged> event() {
        var jointAccount = activity.facts().jointAccount();
        var never = activity.published().told() == null && !activity.isConfirmed();
        return jointAccount == null || never
                ? Optional.empty()
                : Optional.of(new ActivityChanged(
                        new ActivityId(activity.id()),
                        activity.partnership(),
                        jointAccount,
                        activity.facts().deal(),
                        activity.day(),
                        activity.reported().at(),
                        confirmedBy(),
                        contributions()));
    }

    private List<CompanyId> confirmedBy() {
        var companies = new TreeSet<CompanyId>();
        activity.words().stream()
                .filter(word -> word.verdict() == Verdict.CONFIRMED)
                .forEach(word -> companies.add(word.said().by()));
        if (activity.acknowledged() != null) {
            companies.add(activity.by());
        }
        return List.copyOf(companies);
    }

    private List<Contribution> contributions() {
        var all = new ArrayList<Contribution>();
        activity.present().forEach(each -> all.add(contribution(each)));
        gone().forEach(was -> all.add(new Contribution(
                was.company(), was.rep(), was.act(), false, was.retracted() || isWithdrawn(), ABSENT)));
        return all;
    }

    private static final Reason ABSENT = new Reason("DID_NOT_TAKE_PART", "By what is said now, the rep was not there.");

    private List<Contribution> gone() {
        var told = activity.published().told();
        return told == null
                ? List.of()
                : told.contributions().stream()
                        .filter(was -> activity.present().stream()
                                .noneMatch(is -> is.rep().equals(was.rep()) && is.act() == was.act()))
                        .toList();
    }

    private Contribution contribution(Activity.Present present) {
        return new Contribution(
                present.company(), present.rep(), present.act(), activity.passes(), isWithdrawn(), because(present));
    }

    private boolean isWithdrawn() {
        return activity.withdrawn() != null;
    }

    private Reason because(Activity.Present present) {
        if (activity.withdrawn() != null) {
            return new Reason("WITHDRAWN", "The company that reported the activity took it back.");
        }
        if (!activity.isConfirmed()) {
            return new Reason("NOT_CONFIRMED", "Not every other party that spoke confirms it.");
        }
        var judgement = Objects.requireNonNull(activity.published().judgement(), "what is confirmed was judged");
        return judgement.passes()
                ? new Reason(
                        present.act().name(),
                        "Took part in the %s of %d minutes on %s."
                                .formatted(
                                        activity.facts().kind(),
                                        activity.facts().minutes(),
                                        activity.day()))
                : judgement.lacking().getFirst();
    }
}
