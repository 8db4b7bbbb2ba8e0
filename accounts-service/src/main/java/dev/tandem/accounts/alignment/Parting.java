package dev.tandem.accounts.alignment;

import dev.tandem.accounts.matching.Ruling;
import dev.tandem.accounts.review.Review;
import dev.tandem.accounts.review.Reviewing;
import dev.tandem.contracts.alignment.MatchingWork.ReviewTouched;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import org.springframework.stereotype.Component;

/// Takes a match back that a party calls wrong, without the alignment that would say what comes instead.
@Component
class Parting {
    private final JointAccounts jointAccounts;
    private final Scenes scenes;
    private final Reviewing reviewing;

    Parting(JointAccounts jointAccounts, Scenes scenes, Reviewing reviewing) {
        this.jointAccounts = jointAccounts;
        this.scenes = scenes;
        this.reviewing = reviewing;
    }

    void on(PartnershipChanged partnership, ReviewTouched touched) {
        reviewing
                .find(partnership.partnership(), touched.review())
                .filter(review -> review.ruling() == Ruling.DIFFERENT)
                .ifPresent(review -> part(partnership, review));
    }

    private void part(PartnershipChanged partnership, Review review) {
        var id = partnership.partnership();
        jointAccounts
                .having(id, List.of(review.one(), review.other()))
                .forEach(joint -> jointAccounts.change(
                        id,
                        joint.id(),
                        Cause.GIVEN,
                        current -> current.map(Versioned::state)
                                .map(was -> parted(was, review, scenes.of(partnership, was)))
                                .orElseGet(Change::none)));
    }

    private static Change<JointAccount> parted(JointAccount was, Review review, Scene scene) {
        return Aligning.told(was, was.parted(review.one(), review.other()), scene);
    }
}
