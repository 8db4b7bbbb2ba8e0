package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.review.Review;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.alignment.MatchingWork.BlockReported;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Brings the joint accounts around some accounts to what matching says, and tells whom it concerns. Each step is one
/// write that can be done again; whoever is stopped in between is continued by doing all of it again.
@Component
class Aligning {
    /// Those that came in with the accounts that changed are settled with them; more have a step of their own.
    private static final int LET_IN_ALONG_MAX = 100;

    private final Lives lives;
    private final JointAccounts jointAccounts;
    private final Scenes scenes;
    private final IssuedIds ids;
    private final Clock clock;

    Aligning(Lives lives, JointAccounts jointAccounts, Scenes scenes, IssuedIds ids, Clock clock) {
        this.lives = lives;
        this.scenes = scenes;
        this.jointAccounts = jointAccounts;
        this.ids = ids;
        this.clock = clock;
    }

    /// Has the accounts taken later, by [#catchUp].
    void note(PartnershipChanged partnership, Collection<AccountRef> changed) {
        lives.of(partnership).backlog().note(changed);
    }

    /// Takes the accounts as they are now, and settles whatever changes by it.
    ///
    /// @return whether something is left that is behind, for [#catchUp]
    boolean align(PartnershipChanged partnership, Collection<AccountRef> changed) {
        return with(partnership, live -> {
            live.backlog().taken(changed);
            var found = scenes.accounts(partnership, changed, Map.of());
            lives.take(partnership, live, changed, found);
            var seeds = new TreeSet<>(changed);
            seeds.addAll(live.takeAlong(LET_IN_ALONG_MAX));
            return settle(partnership, live, seeds, found);
        });
    }

    /// Takes what blocks have found, and settles some of what changes by it.
    ///
    /// @return whether something is behind, for [#catchUp]
    boolean take(PartnershipChanged partnership, List<BlockReported> reports) {
        if (!lives.areShared()) {
            return false;
        }
        return with(partnership, live -> {
            lives.take(partnership.partnership(), live, reports);
            live.backlog().fallBehind(live.takeChanges());
            return settle(partnership, live, live.takeBehind(LET_IN_ALONG_MAX), Map.of());
        });
    }

    /// Keeps to what people decided of a pair.
    void rule(PartnershipChanged partnership, Review review) {
        with(partnership, live -> {
            live.rule(review);
            var seeds = new TreeSet<>(List.of(review.one(), review.other()));
            seeds.addAll(live.takeChanges());
            return settle(partnership, live, seeds, Map.of());
        });
    }

    /// Lets in some of the accounts that waited and may come in by now, which are behind then.
    ///
    /// @return whether there may be more
    boolean letIn(PartnershipChanged partnership) {
        return with(partnership, live -> {
            var more = lives.letIn(partnership, live);
            live.arrived();
            return more;
        });
    }

    /// Takes some of the accounts that were noted, or settles some whose joint account is behind.
    ///
    /// @return whether there are more
    boolean catchUp(PartnershipChanged partnership, int limit) {
        var noted = lives.of(partnership).backlog().takeNoted(limit);
        if (!noted.isEmpty()) {
            return align(partnership, noted);
        }
        return with(partnership, live -> settle(partnership, live, live.takeBehind(limit), Map.of()));
    }

    /// Brings the joint accounts of the accounts to what is known of them.
    void settle(PartnershipChanged partnership, Collection<AccountRef> accounts) {
        with(partnership, live -> settle(partnership, live, accounts, Map.of()));
    }

    /// Without an agreement nothing is matched, and nothing need be remembered.
    void rest(PartnershipChanged partnership) {
        lives.forget(partnership.partnership());
    }

    /// Whoever fails in between leaves it to be read anew, so that what was not done is found again, and whoever helps
    /// to align is told all anew.
    private boolean with(PartnershipChanged partnership, Predicate<Live> work) {
        var live = lives.of(partnership);
        try {
            return work.test(live);
        } catch (RuntimeException failed) {
            lives.forget(partnership.partnership());
            throw failed;
        }
    }

    private boolean settle(
            PartnershipChanged partnership,
            Live live,
            Collection<AccountRef> seeds,
            Map<AccountRef, Versioned<Account>> known) {
        live.arrived();
        var around = Surroundings.of(partnership.partnership(), jointAccounts, live, seeds);
        var accounts = scenes.accounts(partnership, around.accounts(), known);
        accounts.values().removeIf(account -> !isToldOf(account.state(), live, around));
        var scene = scenes.of(partnership, accounts);
        var issuing = Plan.Issuing.of(ids, jointAccounts, partnership.partnership());
        Plan.of(issuing, around.joints(), around.groups()).forEach(steps -> take(steps, scene));
        live.settled(around.accounts());
        lives.ask(partnership.partnership(), live, around.accounts());
        return live.isBehind();
    }

    /// Whoever was matched as somebody else is nobody's counterpart before it is matched as who it is.
    private static boolean isToldOf(Account account, Live live, Surroundings around) {
        return live.hasAs(account) && (live.isUpToDate(account.ref()) || around.isStill(account));
    }

    private void take(List<Step> steps, Scene scene) {
        var decisions = new LinkedHashMap<JointAccountId, Decision<JointAccount>>();
        steps.forEach(step -> decisions.put(step.id(), current -> {
            var was = current.map(Versioned::state).orElseGet(() -> founded(step, scene));
            return told(was, after(was, step, scene), scene);
        }));
        jointAccounts.changeAll(scene.partnership().partnership(), decisions);
    }

    private JointAccount founded(Step step, Scene scene) {
        return JointAccount.founded(step.id(), scene.partnership().partnership(), clock.instant());
    }

    private static JointAccount after(JointAccount was, Step step, Scene scene) {
        return new JointAccount(
                was.id(),
                was.partnership(),
                was.foundedAt(),
                step.members().stream().filter(scene::has).map(scene::member).toList(),
                step.duplicates(),
                step.because(),
                was.entries(),
                was.told());
    }

    /// Tells what the agreement in force shows of a joint account now, its members as they are.
    void tell(PartnershipChanged partnership, JointAccountId id) {
        jointAccounts.change(
                partnership.partnership(),
                id,
                Cause.GIVEN,
                current -> current.map(Versioned::state)
                        .map(joint -> told(joint, joint, scenes.of(partnership, joint)))
                        .orElseGet(Change::none));
    }

    /// What the joint account comes to with `next`, for a change that its own party makes.
    static Change<JointAccount> told(JointAccount was, JointAccount next, Scene scene) {
        var result = Telling.of(next, scene);
        return result.told().equals(was) ? Change.none() : Change.to(result.told(), result.news());
    }
}
