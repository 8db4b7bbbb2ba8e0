package dev.tandem.accounts.inquiry;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.inquiry.Why.Standing;
import dev.tandem.accounts.inquiry.Why.State;
import dev.tandem.accounts.matching.Question;
import dev.tandem.accounts.matching.Question.Answered;
import dev.tandem.accounts.matching.Question.Finding;
import dev.tandem.accounts.matching.Rows;
import dev.tandem.accounts.review.ReviewDesk;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Answers why an account of the asker's is no partner's customer too. The evidence is weighed anew from the asker's
/// account and from what it sees of the partner's, and how it stands is what the overlap and the review queue say
/// anyway: an account or a field that is not shown has no part in it.
@Component
class Asking {
    private static final int BEST_MAX = 5;

    private final VisibleAccounts visible;
    private final SeenJointAccounts joints;
    private final ReviewDesk reviews;

    Asking(VisibleAccounts visible, SeenJointAccounts joints, ReviewDesk reviews) {
        this.visible = visible;
        this.joints = joints;
        this.reviews = reviews;
    }

    /// @param complete whether all accounts that the asker sees were looked at
    record Best(List<Why> answers, boolean complete) {}

    private record Weighed(Candidate candidate, Answered answered) {}

    Why about(PartnershipChanged partnership, Account own, Candidate candidate) {
        return why(partnership, own, weigh(partnership, own, candidate));
    }

    /// The accounts that have most in common with it, the likeliest first.
    Best best(PartnershipChanged partnership, Account own) {
        var some = visible.some(own.ref().company(), partnership);
        var answers = some.candidates().stream()
                .map(candidate -> weigh(partnership, own, candidate))
                .filter(each -> each.answered().finding() != Finding.NOTHING_IN_COMMON)
                .sorted(Comparator.comparingDouble(
                        (Weighed each) -> -each.answered().weight()))
                .limit(BEST_MAX)
                .map(each -> why(partnership, own, each))
                .toList();
        return new Best(answers, some.complete());
    }

    private static Weighed weigh(PartnershipChanged partnership, Account own, Candidate candidate) {
        var texts = new HashMap<>(own.texts());
        // Nobody is shown whose parent an account has, so that of one side alone would say nothing.
        texts.remove("parentId");
        var row = Rows.of(own.ref().account(), texts);
        var theirs = Rows.of(new CrmId("theirs"), candidate.fields());
        return new Weighed(candidate, Question.of(row, theirs, shown(partnership, own, candidate)));
    }

    private static Set<String> shown(PartnershipChanged partnership, Account own, Candidate candidate) {
        return Visibility.fields(
                        partnership.inForce(), candidate.company(), own.ref().company())
                .stream()
                .map(Visibility::nameOf)
                .collect(Collectors.toSet());
    }

    private Why why(PartnershipChanged partnership, Account own, Weighed weighed) {
        var candidate = weighed.candidate();
        var answered = weighed.answered();
        var standing = standing(partnership, own, candidate)
                .orElseGet(() -> new Standing(State.of(answered.finding()), null, null));
        return Why.of(candidate, standing, answered.because(), answered.flips());
    }

    private Optional<Standing> standing(PartnershipChanged partnership, Account own, Candidate candidate) {
        var ownJoint = ownJoint(partnership, own, candidate);
        if (ownJoint.isPresent() && ownJoint.get().joint().id().equals(candidate.jointAccount())) {
            return Optional.of(new Standing(State.SAME_CUSTOMER, candidate.jointAccount(), null));
        }
        return reviewed(partnership, own, candidate)
                .or(() -> ownJoint.map(seen ->
                        new Standing(State.OWN_ACCOUNT_MATCHED, seen.joint().id(), null)))
                .or(() -> Optional.ofNullable(candidate.jointAccount())
                        .map(joint -> new Standing(State.PARTNER_ACCOUNT_MATCHED, joint, null)));
    }

    private Optional<Seen> ownJoint(PartnershipChanged partnership, Account own, Candidate candidate) {
        return joints.having(partnership, own.ref()).stream()
                .filter(seen -> seen.partners().stream()
                        .anyMatch(partner -> partner.company().equals(candidate.company())))
                .findFirst();
    }

    private Optional<Standing> reviewed(PartnershipChanged partnership, Account own, Candidate candidate) {
        return reviews.between(partnership, own.ref(), candidate.account()).flatMap(review -> switch (review.status()) {
            case OPEN -> Optional.of(new Standing(State.WAITS_FOR_REVIEW, null, review.id()));
            case REJECTED -> Optional.of(new Standing(State.CALLED_DIFFERENT, null, review.id()));
            case CONFIRMED, WITHDRAWN -> Optional.empty();
        });
    }
}
