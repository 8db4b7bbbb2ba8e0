package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.block.Blocks;
import dev.tandem.accounts.capacity.Capacity;
import dev.tandem.accounts.matching.Group;
import dev.tandem.accounts.matching.LiveMatching;
import dev.tandem.accounts.review.Review;
import dev.tandem.accounts.review.Reviewing;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.alignment.MatchingWork.BlockReported;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Versioned;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The alignments that this instance keeps in memory, read from the store when they are needed. One thread at a
/// time asks for one partnership's: that of the partition that has its work.
@Component
class Lives {
    private final RecentlyUsed<Live> lives = new RecentlyUsed<>(Capacity.ofHeap(), Live::accounts);
    private final Entrance entrance;
    private final Reviewing reviewing;
    private final JointAccounts jointAccounts;
    private final Blocks blocks;

    Lives(Entrance entrance, JointAccounts jointAccounts, Reviewing reviewing, Blocks blocks) {
        this.blocks = blocks;
        this.reviewing = reviewing;
        this.entrance = entrance;
        this.jointAccounts = jointAccounts;
    }

    Live of(PartnershipChanged partnership) {
        var terms = entrance.terms(partnership);
        var found = lives.find(partnership.partnership()).filter(live -> !live.isWornOut(terms));
        return found.orElseGet(() -> {
            var read = read(partnership, terms);
            lives.keep(partnership.partnership(), read);
            return read;
        });
    }

    /// Takes the accounts as they are now, those of them that are `found`, as far as they are let in.
    void take(
            PartnershipChanged partnership,
            Live live,
            Collection<AccountRef> changed,
            Map<AccountRef, Versioned<Account>> found) {
        entrance.take(partnership, live, changed, found);
    }

    /// Whether other instances help to align.
    boolean areShared() {
        return blocks.areUsed();
    }

    /// Takes what blocks have found. Once it is all, it is compared with what is stored.
    void take(PartnershipId partnership, Live live, List<BlockReported> reports) {
        reports.forEach(reported -> blocks.read(reported).ifPresent(report -> live.take(reported.books(), report)));
        compareOnce(partnership, live);
    }

    /// Lets in some of what waited and may come in by now; it is behind then.
    ///
    /// @return whether there may be more
    boolean letIn(PartnershipChanged partnership, Live live) {
        return entrance.letIn(partnership, live);
    }

    /// Asks people what the alignment doubts of the accounts.
    void ask(PartnershipId partnership, Live live, Collection<AccountRef> accounts) {
        if (live.knowsAll()) {
            reviewing.ask(partnership, accounts, live.doubts(accounts));
        }
    }

    /// Whether it is in memory with so many accounts at most.
    boolean has(PartnershipId partnership, long accountsMax) {
        return lives.find(partnership)
                .filter(live -> live.accounts() <= accountsMax)
                .isPresent();
    }

    /// Before a partnership of so many accounts is read.
    void makeRoomFor(long accounts) {
        lives.makeRoomFor(accounts);
    }

    /// Has it read anew when it is needed next.
    void forget(PartnershipId partnership) {
        lives.forget(partnership);
    }

    /// Whose work comes to which instance has changed: others may have done some that is not known here.
    void forgetAll() {
        lives.forgetAll();
    }

    private Live read(PartnershipChanged partnership, Terms terms) {
        var gate = entrance.gate(partnership, terms);
        var forms = new Forms(terms);
        var post = blocks.post();
        var matching = LiveMatching.of(
                partnership.parties(),
                company -> entrance.rows(partnership, gate, company, forms),
                blocks.pairing(partnership.partnership(), post),
                forms::openness);
        var live = new Live(matching, gate, forms, post);
        reviewing.forEachRuled(partnership.partnership(), live::rule);
        compareOnce(partnership.partnership(), live);
        return live;
    }

    private void compareOnce(PartnershipId partnership, Live live) {
        if (live.isToBeCompared()) {
            live.takeChanges();
            compare(partnership, live);
            compareDoubts(partnership, live);
            live.compared();
        }
    }

    /// What a writer that died left undone, and what was never stored, is behind.
    private void compare(PartnershipId partnership, Live live) {
        var groupOf = new HashMap<AccountRef, Group>();
        var missing = new HashSet<Group>(live.groups());
        missing.forEach(group -> groupOf.put(group.members().getFirst(), group));
        jointAccounts.forEach(partnership, joint -> {
            var group = groupOf.get(joint.members().getFirst().account());
            if (group != null
                    && isAsStored(joint, group)
                    && joint.members().stream().allMatch(live::isStoredAs)) {
                missing.remove(group);
            } else {
                live.backlog().fallBehind(joint.accounts().toList());
            }
        });
        missing.forEach(group -> live.backlog().fallBehind(group.members()));
    }

    /// What accounts said while their blocks did not know it yet may have changed why they are matched.
    private boolean isAsStored(JointAccount joint, Group group) {
        return joint.isOf(group) && (!areShared() || joint.because().equals(group.because()));
    }

    private void compareDoubts(PartnershipId partnership, Live live) {
        var doubts = new HashSet<>(live.doubts());
        reviewing.forEachAsked(partnership, review -> {
            var asked = new Review.Doubted(review.one(), review.other(), review.because());
            if (!doubts.remove(asked)) {
                live.backlog().fallBehind(List.of(review.one(), review.other()));
            }
        });
        doubts.forEach(doubt -> live.backlog().fallBehind(List.of(doubt.one())));
    }
}
