package dev.tandem.accounts.alignment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// All joint accounts, one document each. An account is a member of one of a partnership at most: the store refuses a
/// second.
@Component
class JointAccounts {
    private final Aggregates<Stored> aggregates;

    JointAccounts(Stores stores) {
        aggregates = stores.aggregates("joint_accounts", Stored.class)
                .unique("state.taken")
                .indexed("state.accounts")
                .indexed("state.tallies")
                .indexed("state.companies", "_id")
                .indexed("state.inBook", "_id");
    }

    /// A joint account with what it is asked for by.
    ///
    /// @param taken its members; itself when it has none, since the index needs one
    /// @param accounts its members and duplicates
    /// @param companies whose members it has, while not dissolved
    /// @param tallies what it is counted by in the overlap matrix, as [Tally] has it
    private record Stored(
            JointAccount joint,
            List<String> taken,
            List<String> accounts,
            List<String> companies,
            boolean inBook,
            @Nullable List<String> tallies) {
        static Stored of(JointAccount joint) {
            var members = joint.members().stream()
                    .map(member -> member.account().toString())
                    .toList();
            return new Stored(
                    joint,
                    members.isEmpty() ? List.of("none/" + joint.id()) : members,
                    joint.accounts().map(AccountRef::toString).toList(),
                    joint.dissolved()
                            ? List.of()
                            : joint.members().stream()
                                    .map(member -> member.account().company().value())
                                    .toList(),
                    joint.book().agreed(),
                    joint.dissolved()
                            ? List.of()
                            : Tally.of(
                                    Cell.of(joint),
                                    joint.members().stream().flatMap(Mark::of).toList()));
        }
    }

    Outcome<JointAccount> change(
            PartnershipId partnership, JointAccountId id, Cause cause, Decision<JointAccount> decision) {
        var outcome = aggregates.change(Tenant.of(partnership), id.value(), cause, stored(decision));
        return switch (outcome) {
            case Outcome.Changed<Stored> changed -> new Outcome.Changed<>(joint(changed.now()));
            case Outcome.Repeated<Stored> repeated -> new Outcome.Repeated<>(joint(repeated.now()), repeated.status());
            case Outcome.Unchanged<Stored> same -> {
                var now = same.now();
                yield new Outcome.Unchanged<>(now == null ? null : joint(now));
            }
        };
    }

    /// Several joint accounts, none of which takes what another lets go.
    void changeAll(PartnershipId partnership, Map<JointAccountId, Decision<JointAccount>> decisions) {
        var byDocument = new LinkedHashMap<String, Decision<Stored>>();
        decisions.forEach((id, decision) -> byDocument.put(id.value(), stored(decision)));
        aggregates.changeAll(Tenant.of(partnership), byDocument);
    }

    private static Decision<Stored> stored(Decision<JointAccount> decision) {
        return current -> {
            var change = decision.on(current.map(JointAccounts::joint));
            var state = change.state();
            return new Change<>(state == null ? null : Stored.of(state), change.events());
        };
    }

    Optional<Versioned<JointAccount>> find(PartnershipId partnership, JointAccountId id) {
        return aggregates.find(Tenant.of(partnership), id.value()).map(JointAccounts::joint);
    }

    List<JointAccount> find(PartnershipId partnership, Collection<JointAccountId> ids) {
        var documents = ids.stream().map(JointAccountId::value).toList();
        return aggregates.find(Tenant.of(partnership), where("_id").in(documents), documents.size()).stream()
                .map(found -> found.state().joint())
                .toList();
    }

    /// Those that have one of the accounts, as a member or as a duplicate.
    List<JointAccount> having(PartnershipId partnership, Collection<AccountRef> accounts) {
        var names = accounts.stream().map(AccountRef::toString).toList();
        try (Stream<Versioned<Stored>> found = aggregates.stream(
                Tenant.of(partnership), where("state.accounts").in(names))) {
            return found.map(each -> each.state().joint()).collect(Collectors.toList());
        }
    }

    /// Each that is not dissolved.
    void forEach(PartnershipId partnership, Consumer<JointAccount> use) {
        try (Stream<Versioned<Stored>> all = aggregates.stream(Tenant.of(partnership), new Criteria())) {
            all.map(each -> each.state().joint())
                    .filter(joint -> !joint.members().isEmpty())
                    .forEach(use);
        }
    }

    /// By id, after the one given.
    List<Versioned<JointAccount>> page(PartnershipId partnership, Criteria filter, String afterId, int limit) {
        var after = afterId.isEmpty() ? filter : filter.and("_id").gt(afterId);
        return aggregates.find(Tenant.of(partnership), after, limit).stream()
                .map(JointAccounts::joint)
                .toList();
    }

    /// How many are counted by any of these.
    long count(PartnershipId partnership, Collection<String> tallies) {
        return aggregates.count(Tenant.of(partnership), where("state.tallies").in(List.copyOf(tallies)));
    }

    private static Versioned<JointAccount> joint(Versioned<Stored> stored) {
        return new Versioned<>(stored.id(), stored.version(), stored.state().joint());
    }
}
