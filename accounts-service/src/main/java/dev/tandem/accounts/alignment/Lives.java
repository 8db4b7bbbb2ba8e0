package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.matching.Group;
import dev.tandem.accounts.matching.LiveMatching;
import dev.tandem.accounts.review.Review;
import dev.tandem.accounts.review.Reviewing;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Versioned;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The alignments that this instance keeps in memory, read from the store when they are first needed. One thread at a
/// time asks for one partnership's: that of the partition that has its work.
@Component
class Lives {
    private final Map<PartnershipId, Live> lives = new ConcurrentHashMap<>();
    private final Entrance entrance;
    private final Reviewing reviewing;
    private final JointAccounts jointAccounts;

    Lives(Entrance entrance, JointAccounts jointAccounts, Reviewing reviewing) {
        this.reviewing = reviewing;
        this.entrance = entrance;
        this.jointAccounts = jointAccounts;
    }

    Live of(PartnershipChanged partnership) {
        var found = lives.get(partnership.partnership());
        if (found != null && !found.isWornOut()) {
            return found;
        }
        var read = read(partnership);
        lives.put(partnership.partnership(), read);
        return read;
    }

    /// Takes the accounts as they are now, those of them that are `found`, as far as they are let in.
    void take(
            PartnershipChanged partnership,
            Live live,
            Collection<AccountRef> changed,
            Map<AccountRef, Versioned<Account>> found) {
        entrance.take(partnership, live, changed, found);
    }

    /// Lets in what waited and may come in by now; it is behind then.
    void letIn(PartnershipChanged partnership, Live live) {
        entrance.letIn(partnership, live);
    }

    /// Asks people what the alignment doubts of the accounts.
    void ask(PartnershipId partnership, Live live, Collection<AccountRef> accounts) {
        reviewing.ask(partnership, accounts, live.doubts(accounts));
    }

    /// Has it read anew when it is needed next.
    void forget(PartnershipId partnership) {
        lives.remove(partnership);
    }

    /// Whose work comes to which instance has changed: others may have done some that is not known here.
    void forgetAll() {
        lives.clear();
    }

    private Live read(PartnershipChanged partnership) {
        var gate = entrance.gate(partnership);
        var forms = new Forms();
        var matching =
                LiveMatching.of(partnership.parties(), company -> entrance.rows(partnership, gate, company, forms));
        var live = new Live(matching, gate, forms);
        reviewing.forEachRuled(partnership.partnership(), live::rule);
        live.takeChanges();
        compare(partnership.partnership(), live);
        compareDoubts(partnership.partnership(), live);
        return live;
    }

    /// What a writer that died left undone, and what was never stored, is behind.
    private void compare(PartnershipId partnership, Live live) {
        var groupOf = new HashMap<AccountRef, Group>();
        var missing = new HashSet<Group>(live.groups());
        missing.forEach(group -> groupOf.put(group.members().getFirst(), group));
        jointAccounts.forEach(partnership, joint -> {
            var group = groupOf.get(joint.members().getFirst().account());
            if (group != null && joint.isOf(group) && joint.members().stream().allMatch(live::hasAs)) {
                missing.remove(group);
            } else {
                live.fallBehind(joint.accounts().toList());
            }
        });
        missing.forEach(group -> live.fallBehind(group.members()));
    }

    private void compareDoubts(PartnershipId partnership, Live live) {
        var doubts = new HashSet<>(live.doubts());
        reviewing.forEachAsked(partnership, review -> {
            var asked = new Review.Doubted(review.one(), review.other(), review.because());
            if (!doubts.remove(asked)) {
                live.fallBehind(List.of(review.one(), review.other()));
            }
        });
        doubts.forEach(doubt -> live.fallBehind(List.of(doubt.one())));
    }
}
