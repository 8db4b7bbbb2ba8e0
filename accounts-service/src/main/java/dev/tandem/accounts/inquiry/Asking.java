package dev.tandem.accounts.inquiry;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.inquiry.Why.Standing;
import dev.tandem.accounts.inquiry.Why.State;
import dev.tandem.accounts.matching.Question;
import dev.tandem.accounts.matching.Rows;
import dev.tandem.accounts.review.ReviewDesk;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.engine.AccountRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
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

    Why about(PartnershipChanged partnership, Account own, Candidate candidate) {
        var theirs = Rows.of(new CrmId("theirs"), candidate.fields());
        var answered = Question.of(row(own), theirs, shown(partnership, own, candidate));
        var standing = standing(partnership, own, candidate)
                .orElseGet(() -> new Standing(State.of(answered.finding()), null, null));
        return Why.of(candidate, standing, answered.because(), answered.flips());
    }

    /// The accounts that have most in common with it, the likeliest first.
    Best best(PartnershipChanged partnership, Account own) {
        var some = visible.some(own.ref().company(), partnership);
        var byId = new LinkedHashMap<String, Candidate>();
        some.candidates().forEach(candidate -> byId.put("theirs-" + byId.size(), candidate));
        var rows = byId.entrySet().stream()
                .map(each -> Rows.of(new CrmId(each.getKey()), each.getValue().fields()))
                .toList();
        var answers = Question.best(row(own), rows, BEST_MAX).stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .map(candidate -> about(partnership, own, candidate))
                .toList();
        return new Best(answers, some.complete());
    }

    /// Nobody is shown whose parent an account has, so that of one side alone would say nothing.
    private static AccountRow row(Account own) {
        var texts = new HashMap<>(own.texts());
        texts.remove("parentId");
        return Rows.of(own.ref().account(), texts);
    }

    private static Set<String> shown(PartnershipChanged partnership, Account own, Candidate candidate) {
        return Visibility.fields(
                        partnership.inForce(), candidate.company(), own.ref().company())
                .stream()
                .map(Visibility::nameOf)
                .collect(Collectors.toSet());
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
