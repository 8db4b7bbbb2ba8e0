package dev.tandem.accounts.alignment;

import dev.tandem.accounts.review.Reviewing;
import dev.tandem.accounts.sharing.Governance;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.alignment.MatchingWork.AccountTouched;
import dev.tandem.contracts.alignment.MatchingWork.AccountsTouched;
import dev.tandem.contracts.alignment.MatchingWork.AgreementTouched;
import dev.tandem.contracts.alignment.MatchingWork.BlockReported;
import dev.tandem.contracts.alignment.MatchingWork.RepTouched;
import dev.tandem.contracts.alignment.MatchingWork.ReviewTouched;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Incoming;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The one writer of a partnership's joint accounts: takes the partnership's work in order. A long walk is done in
/// pages, each an event of its own, so that other work gets its turn.
@Component
public class Alignment {
    static final int PAGE_SIZE = 100;
    private static final String JOINTS = "joint/";
    static final String WAITING = "waiting";

    private final Partnerships partnerships;
    private final Governance governance;
    private final Aligning aligning;
    private final CatchingUp catchingUp;
    private final Unaligned unaligned;
    private final JointAccounts jointAccounts;
    private final Owned owned;
    private final Reviewing reviewing;

    Alignment(
            Partnerships partnerships,
            Governance governance,
            Aligning aligning,
            CatchingUp catchingUp,
            Unaligned unaligned,
            JointAccounts jointAccounts,
            Owned owned,
            Reviewing reviewing) {
        this.reviewing = reviewing;
        this.partnerships = partnerships;
        this.governance = governance;
        this.aligning = aligning;
        this.catchingUp = catchingUp;
        this.unaligned = unaligned;
        this.jointAccounts = jointAccounts;
        this.owned = owned;
    }

    /// Each in its order; what one partnership's work has in a row of one kind is done together. Where many accounts of
    /// a partnership come at once, as those of a first load do, they are noted only, and looked at in turns.
    public void onAll(List<Incoming<MatchingWork>> events) {
        var runs = Run.of(events);
        var loading = Run.loading(runs, PAGE_SIZE);
        runs.forEach(run -> on(run, loading.contains(run)));
    }

    /// What was parked is redriven by any instance, beside the one writer, and where a walk has come by since. So the
    /// writer looks at all of it instead: whatever it failed at is found by that.
    public void again(Incoming<MatchingWork> event) {
        governance.again(event.payload().partnership());
    }

    private void on(Run run, boolean loading) {
        partnerships.find(run.partnership()).ifPresent(partnership -> {
            if (unaligned.isSo(partnership, run.last().payload())) {
                unaligned.on(partnership, run);
                return;
            }
            switch (run.last().payload()) {
                case AccountTouched _, AccountsTouched _ -> align(partnership, run.touched(), loading);
                case AgreementTouched touched -> walk(partnership, touched, run.last());
                case RepTouched touched -> alignOwned(partnership, touched);
                case ReviewTouched touched -> rule(partnership, touched);
                case BlockReported _ -> take(partnership, run.reports());
            }
        });
    }

    /// Without an agreement nothing is matched; what changes meanwhile is found by the walk once there is one.
    private void align(PartnershipChanged partnership, Collection<AccountRef> touched, boolean loading) {
        if (partnership.inForce().isEmpty()) {
            aligning.rest(partnership);
            return;
        }
        if (loading) {
            aligning.note(partnership, touched);
        } else {
            aligning.align(partnership, touched);
        }
        catchingUp.begin(partnership);
    }

    private void take(PartnershipChanged partnership, List<BlockReported> reports) {
        if (partnership.inForce().isPresent() && aligning.take(partnership, reports)) {
            catchingUp.begin(partnership);
        }
    }

    private void rule(PartnershipChanged partnership, ReviewTouched touched) {
        if (partnership.inForce().isPresent()) {
            reviewing.find(partnership.partnership(), touched.review()).ifPresent(review -> {
                aligning.rule(partnership, review);
                catchingUp.begin(partnership);
            });
        }
    }

    private void alignOwned(PartnershipChanged partnership, RepTouched touched) {
        if (partnership.inForce().isPresent()) {
            owned.pages(partnership, touched, accounts -> aligning.settle(partnership, accounts));
            catchingUp.begin(partnership);
        }
    }

    /// After which of the joint accounts a walk goes on by this step, if it is one over these.
    static Optional<String> place(AgreementTouched step) {
        var at = step.after() == null ? JOINTS : step.after();
        return at.startsWith(JOINTS) ? Optional.of(at.substring(JOINTS.length())) : Optional.empty();
    }

    /// One page of a walk over the joint accounts that there are, then over those that are behind: after the first
    /// agreement, all. A walk for a revision that no longer governs stops, but for what is behind whoever governs.
    private void walk(PartnershipChanged partnership, AgreementTouched touched, Incoming<MatchingWork> event) {
        var at = touched.after();
        if (at != null && CatchingUp.isPlace(at)) {
            catchUp(partnership, at, event);
        } else if (touched.revision() == Governance.revision(partnership)) {
            var next =
                    place(touched).map(after -> walkJoints(partnership, after)).orElseGet(() -> letIn(partnership));
            next.ifPresent(after -> governance.walkOn(event, touched.revision(), after));
        }
    }

    private void catchUp(PartnershipChanged partnership, String walk, Incoming<MatchingWork> event) {
        if (partnership.inForce().isEmpty()) {
            aligning.rest(partnership);
        } else {
            catchingUp.goOn(partnership, walk, event);
        }
    }

    private Optional<String> walkJoints(PartnershipChanged partnership, String afterId) {
        var page = jointAccounts.page(partnership.partnership(), new Criteria(), afterId, PAGE_SIZE);
        if (partnership.inForce().isEmpty()) {
            aligning.rest(partnership);
            page.forEach(each -> aligning.tell(partnership, each.state().id()));
        } else {
            aligning.settle(partnership, accountsOf(page));
        }
        if (page.size() == PAGE_SIZE) {
            return Optional.of(JOINTS + page.getLast().id());
        }
        return partnership.inForce().map(_ -> CatchingUp.PLACE);
    }

    private static List<AccountRef> accountsOf(List<dev.tandem.kit.store.Versioned<JointAccount>> page) {
        return page.stream().flatMap(each -> each.state().accounts()).toList();
    }

    private Optional<String> letIn(PartnershipChanged partnership) {
        if (partnership.inForce().isEmpty()) {
            return Optional.empty();
        }
        var more = aligning.letIn(partnership);
        catchingUp.begin(partnership);
        return more ? Optional.of(WAITING) : Optional.empty();
    }
}
