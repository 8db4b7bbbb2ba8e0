package dev.tandem.roster.activity;

import dev.tandem.contracts.ActivityId;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.activity.ActivityChanged.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the other services are told of an activity: who contributed what, once it was confirmed. What was told is
/// told again with what became of it, never left standing.
record Telling(Activity activity) {

    /// Empty for what was never about a joint account, and before the first confirmation. What was told of one that it
    /// is not about any more is told of that one again: nothing of it counts.
    Optional<ActivityChanged> event() {
        var facts = activity.facts();
        var told = activity.published().told();
        if (facts.jointAccount() == null) {
            return Optional.ofNullable(told)
                    .map(was -> event(
                            was.jointAccount(),
                            was.deal(),
                            was.contributions().stream()
                                    .map(each -> gone(each, NOWHERE))
                                    .toList()));
        }
        return told == null && !activity.isConfirmed()
                ? Optional.empty()
                : Optional.of(event(facts.jointAccount(), facts.deal(), contributions()));
    }

    private ActivityChanged event(
            JointAccountId jointAccount, @Nullable DealId deal, List<Contribution> contributions) {
        return new ActivityChanged(
                new ActivityId(activity.id()),
                activity.partnership(),
                jointAccount,
                deal,
                activity.day(),
                activity.reported().at(),
                confirmedBy(),
                contributions);
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
        gone().forEach(was -> all.add(gone(was, ABSENT)));
        return all;
    }

    private static final Reason ABSENT = new Reason("DID_NOT_TAKE_PART", "By what is said now, the rep was not there.");
    private static final Reason NOWHERE =
            new Reason("NO_JOINT_ACCOUNT", "By what is said now, it was about no joint account.");

    private Contribution gone(Contribution was, Reason because) {
        return new Contribution(was.company(), was.rep(), was.act(), false, was.retracted() || isWithdrawn(), because);
    }

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
