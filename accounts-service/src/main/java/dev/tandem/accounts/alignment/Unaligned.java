package dev.tandem.accounts.alignment;

import dev.tandem.accounts.capacity.Capacity;
import dev.tandem.accounts.sharing.Governance;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.alignment.MatchingWork.AccountTouched;
import dev.tandem.contracts.alignment.MatchingWork.AccountsTouched;
import dev.tandem.contracts.alignment.MatchingWork.AgreementTouched;
import dev.tandem.contracts.alignment.MatchingWork.BlockReported;
import dev.tandem.contracts.alignment.MatchingWork.RepTouched;
import dev.tandem.contracts.alignment.MatchingWork.ReviewTouched;
import dev.tandem.contracts.partnership.PartnershipChanged;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The work of a partnership whose books are too large to be aligned: nothing new is matched, but what its joint
/// accounts tell goes with its accounts and its agreement, and what is withdrawn is withdrawn. Once it fits again all
/// of it is looked at.
@Component
class Unaligned {
    private static final int PAGE_SIZE = 100;
    private static final String JOINTS = "joint/";
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Lives lives;
    private final Capacity capacity;
    private final Aligning aligning;
    private final JointAccounts jointAccounts;
    private final Governance governance;
    private final Owned owned;
    private final Parting parting;
    private final Map<PartnershipId, Long> refusedAtNanos = new ConcurrentHashMap<>();

    Unaligned(
            Lives lives,
            Capacity capacity,
            Aligning aligning,
            JointAccounts jointAccounts,
            Governance governance,
            Owned owned,
            Parting parting) {
        this.owned = owned;
        this.parting = parting;
        this.lives = lives;
        this.capacity = capacity;
        this.aligning = aligning;
        this.jointAccounts = jointAccounts;
        this.governance = governance;
    }

    /// Whether it is too large now. What is in memory is counted there; before it is read, in the store, each time that
    /// a walk comes, which may do so because it fits by now, and otherwise every so often.
    boolean isSo(PartnershipChanged partnership, MatchingWork work) {
        var id = partnership.partnership();
        if (partnership.inForce().isEmpty() || lives.has(id, capacity.accountsMax())) {
            return false;
        }
        if (!(work instanceof AgreementTouched) && wasSoJustNow(id)) {
            return true;
        }
        lives.forget(id);
        var accounts = capacity.accounts(partnership);
        if (capacity.admits(partnership, accounts)) {
            lives.makeRoomFor(accounts);
            refusedAtNanos.remove(id);
            return false;
        }
        refusedAtNanos.put(id, System.nanoTime());
        return true;
    }

    private boolean wasSoJustNow(PartnershipId id) {
        var refusedAt = refusedAtNanos.get(id);
        return refusedAt != null && System.nanoTime() - refusedAt < LOOK_AGAIN_NANOS;
    }

    void on(PartnershipChanged partnership, Run run) {
        switch (run.last().payload()) {
            case AccountTouched _, AccountsTouched _ -> tellOf(partnership, run.touched());
            case AgreementTouched touched -> walk(partnership, touched, run);
            case RepTouched touched -> owned.pages(partnership, touched, accounts -> tellOf(partnership, accounts));
            case ReviewTouched touched -> parting.on(partnership, touched);
            case BlockReported _ -> {}
        }
    }

    /// A page of the joint accounts that there are; of other walks nothing is left to do.
    private void walk(PartnershipChanged partnership, AgreementTouched touched, Run run) {
        var at = touched.after() == null ? JOINTS : touched.after();
        if (!at.startsWith(JOINTS) || touched.revision() != Governance.revision(partnership)) {
            return;
        }
        var page =
                jointAccounts.page(partnership.partnership(), new Criteria(), at.substring(JOINTS.length()), PAGE_SIZE);
        tell(partnership, page.stream().map(each -> each.state()).toList());
        if (page.size() == PAGE_SIZE) {
            governance.walkOn(
                    run.last(), touched.revision(), JOINTS + page.getLast().id());
        }
    }

    private void tellOf(PartnershipChanged partnership, Collection<AccountRef> accounts) {
        tell(partnership, jointAccounts.having(partnership.partnership(), accounts));
    }

    private void tell(PartnershipChanged partnership, List<JointAccount> joints) {
        joints.stream().map(JointAccount::id).forEach((JointAccountId id) -> aligning.tell(partnership, id));
    }
}
