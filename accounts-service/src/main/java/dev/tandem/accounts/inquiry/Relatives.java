package dev.tandem.accounts.inquiry;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.SeenJointAccounts.Partner;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.inquiry.Relative.Kind;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.engine.Hierarchy;
import dev.tandem.engine.Hierarchy.Kinship;
import dev.tandem.engine.Hierarchy.Relation;
import dev.tandem.engine.Party;
import dev.tandem.kit.store.Versioned;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which of a company's accounts a partner has the parent or a subsidiary of: from the company's own parents, and from
/// the joint accounts that it sees.
@Component
class Relatives {
    private static final int BATCH = 200;
    private static final int LEVELS_MAX = 32;
    private static final String JOINTS = "joint/";
    private static final String OWN = "own/";

    private final Book book;
    private final SeenJointAccounts joints;

    Relatives(Book book, SeenJointAccounts joints) {
        this.book = book;
        this.joints = joints;
    }

    /// @param next where the list goes on, if it does
    record Found(List<Relative> lines, Optional<String> next) {
        /// As many as there is room for; the list goes on behind the last of them.
        Found cut(int room) {
            return lines.size() <= room
                    ? this
                    : new Found(lines.subList(0, room), Optional.of(place(lines.get(room - 1))));
        }
    }

    private static String place(Relative line) {
        return switch (line.kind()) {
            case SUBSIDIARY -> JOINTS + line.jointAccount();
            case PARENT -> OWN + line.ownAccount();
        };
    }

    /// Some of those that come after a place in the list (empty for the first): first what partners have the
    /// subsidiaries of, joint account by joint account, then what they have the parents of.
    Found after(CompanyId reader, PartnershipChanged partnership, String place) {
        return place.startsWith(OWN)
                ? parents(
                        reader,
                        partnership,
                        Optional.of(place.substring(OWN.length())).filter(id -> !id.isEmpty()))
                : subsidiaries(reader, partnership, place.isEmpty() ? "" : place.substring(JOINTS.length()));
    }

    private Found subsidiaries(CompanyId reader, PartnershipChanged partnership, String afterId) {
        var seen = joints.page(reader, partnership, false, afterId, BATCH);
        var family =
                family(reader, partnership, seen.stream().map(Seen::ownAccount).toList());
        var lines = seen.stream().flatMap(each -> family.above(each).stream()).toList();
        var next = seen.size() < BATCH ? OWN : JOINTS + seen.getLast().joint().id();
        return new Found(lines, Optional.of(next));
    }

    private Found parents(CompanyId reader, PartnershipChanged partnership, Optional<String> after) {
        var page = book.page(reader, after.map(CrmId::new), BATCH);
        var ids = page.stream().map(each -> each.state().ref().account()).toList();
        var lines = family(reader, partnership, ids).below(ids);
        return new Found(lines, page.size() < BATCH ? Optional.empty() : Optional.of(OWN + ids.getLast()));
    }

    private Family family(CompanyId reader, PartnershipChanged partnership, Collection<CrmId> accounts) {
        var parents = parents(reader, accounts);
        var refs = Stream.concat(parents.keySet().stream(), parents.values().stream())
                .distinct()
                .map(id -> new AccountRef(reader, id))
                .toList();
        return new Family(parents, joints.having(reader, partnership, refs));
    }

    /// Of the accounts and all that are above them, the parent, where the book has it.
    private Map<CrmId, CrmId> parents(CompanyId reader, Collection<CrmId> accounts) {
        var parents = new HashMap<CrmId, CrmId>();
        var level = Set.copyOf(accounts);
        for (int n = 0; n < LEVELS_MAX && !level.isEmpty(); n++) {
            var next = new HashSet<CrmId>();
            for (var account :
                    book.find(reader, level).stream().map(Versioned::state).toList()) {
                parent(account).ifPresent(parent -> {
                    parents.put(account.ref().account(), parent);
                    next.add(parent);
                });
            }
            next.removeAll(parents.keySet());
            level = next;
        }
        return parents;
    }

    private static Optional<CrmId> parent(Account account) {
        return Optional.ofNullable(account.texts().get("parentId")).map(CrmId::new);
    }

    /// Some accounts, their parents, and which of them a partner has too.
    private static final class Family {
        private final Map<CrmId, CrmId> parents;
        private final Map<CrmId, Seen> seen;
        private final Hierarchy hierarchy;

        Family(Map<CrmId, CrmId> parents, Collection<Seen> joints) {
            this.parents = parents;
            this.seen = new HashMap<>();
            joints.forEach(joint -> Stream.concat(Stream.of(joint.ownAccount()), joint.duplicates().stream())
                    .forEach(own -> seen.put(own, joint)));
            var texts = new HashMap<String, String>();
            parents.forEach((child, parent) -> texts.put(child.value(), parent.value()));
            hierarchy = new Hierarchy(
                    texts,
                    Map.of(),
                    seen.entrySet().stream()
                            .map(own -> new Hierarchy.Pair(own.getKey().value(), id(own.getValue())))
                            .toList());
        }

        private static String id(Seen joint) {
            return joint.joint().id().value();
        }

        /// Those of the accounts that no partner has while it has one above them, in the order given.
        List<Relative> below(List<CrmId> accounts) {
            var through = seen.values().stream().collect(toMap(Family::id, identity(), (one, _) -> one));
            var joints = hierarchy.partnersParents().stream()
                    .filter(relation -> relation.party() == Party.A)
                    .collect(toMap(Relation::id, Relation::idOfPartner));
            return accounts.stream()
                    .filter(account -> joints.containsKey(account.value()))
                    .map(account -> relative(account, Kind.PARENT, through.get(joints.get(account.value()))))
                    .toList();
        }

        /// The account right above it, if no partner has that.
        Optional<Relative> above(Seen joint) {
            return Optional.ofNullable(parents.get(joint.ownAccount()))
                    .filter(parent -> !seen.containsKey(parent))
                    .filter(parent -> hierarchy.kinship(parent.value(), id(joint)) == Kinship.PARENT)
                    .map(parent -> relative(parent, Kind.SUBSIDIARY, joint));
        }

        private static Relative relative(CrmId own, Kind kind, @Nullable Seen through) {
            var joint = Objects.requireNonNull(through, "a relation leads through a joint account");
            return new Relative(
                    own,
                    kind,
                    joint.ownAccount(),
                    joint.joint().id(),
                    joint.partners().stream().map(Partner::company).toList(),
                    kind.because());
        }
    }
}
