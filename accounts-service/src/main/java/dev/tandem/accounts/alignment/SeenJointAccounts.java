package dev.tandem.accounts.alignment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.account.OwnRecords;
import dev.tandem.accounts.matching.Evidence;
import dev.tandem.accounts.matching.Shown;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Joint accounts as one company may see them, by the agreement in force at the moment of reading: those in which it
/// has an account and another party shows it one.
@Component
public class SeenJointAccounts {
    private static final int BATCH = 100;

    private final JointAccounts jointAccounts;
    private final Book book;
    private final OwnRecords records;

    SeenJointAccounts(JointAccounts jointAccounts, Book book, OwnRecords records) {
        this.jointAccounts = jointAccounts;
        this.book = book;
        this.records = records;
    }

    /// @param own the reader's account
    /// @param partners what the others show of theirs, each with the fields permitted only
    /// @param duplicates the reader's own further accounts of this customer
    public record Seen(JointAccount joint, Visibility.Own own, List<Partner> partners, List<CrmId> duplicates) {
        /// What speaks for it, of the fields that the reader sees.
        public List<Evidence> because() {
            return Shown.of(
                    joint.because(), partners.stream().map(Partner::permitted).toList());
        }

        public CrmId ownAccount() {
            return joint.member(own.company()).orElseThrow().account().account();
        }
    }

    /// Another party's account, as far as it shows it.
    ///
    /// @param permitted the fields that the reader may see of it, whether they have a value or not
    public record Partner(
            CompanyId company,
            Map<String, String> fields,
            @JsonIgnore Set<String> permitted) {}

    public Optional<Seen> find(CompanyId reader, PartnershipChanged partnership, JointAccountId id) {
        return jointAccounts
                .find(partnership.partnership(), id)
                .flatMap(found -> seen(reader, partnership, List.of(found.state())).stream()
                        .findFirst());
    }

    /// By id, after the one given (empty for the first); `limit` at most, fewer only at the end.
    public List<Seen> page(CompanyId reader, PartnershipChanged partnership, boolean inBook, String after, int limit) {
        var seen = new ArrayList<Seen>();
        var afterId = after;
        while (seen.size() < limit && showsAny(reader, partnership)) {
            var filter = where("state.companies").is(reader.value());
            if (inBook) {
                filter = filter.and("state.inBook").is(true);
            }
            var page = jointAccounts.page(partnership.partnership(), filter, afterId, BATCH);
            seen.addAll(seen(
                    reader, partnership, page.stream().map(Versioned::state).toList()));
            if (page.size() < BATCH) {
                break;
            }
            afterId = page.getLast().id();
        }
        return seen.subList(0, Math.min(limit, seen.size()));
    }

    /// Those of the partners' accounts that the reader sees beside its own.
    public Set<AccountRef> shown(CompanyId reader, PartnershipChanged partnership, Collection<AccountRef> accounts) {
        var joints = jointAccounts.having(partnership.partnership(), accounts);
        return seen(reader, partnership, joints).stream()
                .flatMap(seen ->
                        seen.partners().stream().flatMap(partner -> seen.joint().member(partner.company()).stream()))
                .map(JointAccount.Member::account)
                .collect(Collectors.toSet());
    }

    /// Those that have the account, as its company sees them.
    public List<Seen> having(PartnershipChanged partnership, AccountRef own) {
        return having(own.company(), partnership, List.of(own));
    }

    /// Those that have some of the reader's accounts.
    public List<Seen> having(CompanyId reader, PartnershipChanged partnership, Collection<AccountRef> own) {
        return seen(reader, partnership, jointAccounts.having(partnership.partnership(), own));
    }

    /// For one reading of counts.
    public Tally tally(PartnershipChanged partnership) {
        return new Tally(jointAccounts, partnership.partnership());
    }

    /// Those of the reader's accounts that it and a partner show each other, with these partners only.
    public List<Seen> mutual(CompanyId reader, PartnershipChanged partnership, Collection<AccountRef> accounts) {
        var joints = jointAccounts.having(partnership.partnership(), accounts);
        return seen(reader, partnership, joints).stream()
                .map(seen -> new Seen(
                        seen.joint(),
                        seen.own(),
                        seen.partners().stream()
                                .filter(partner -> Visibility.level(
                                                partnership.inForce(), seen.own(), partner.company())
                                        .showsOverlappingRows())
                                .toList(),
                        seen.duplicates()))
                .filter(seen -> !seen.partners().isEmpty())
                .toList();
    }

    /// Whether there can be anything to see at all.
    private static boolean showsAny(CompanyId reader, PartnershipChanged partnership) {
        return partnership.inForce().stream()
                .flatMap(agreement -> agreement.sharing().rules().stream())
                .anyMatch(rule -> !rule.party().equals(reader) && rule.level().showsOverlappingRows());
    }

    private List<Seen> seen(CompanyId reader, PartnershipChanged partnership, Collection<JointAccount> joints) {
        var scene = new Scene(partnership, accounts(partnership, joints), records);
        return joints.stream()
                .flatMap(joint -> seen(reader, joint, scene).stream())
                .toList();
    }

    private static Optional<Seen> seen(CompanyId reader, JointAccount joint, Scene scene) {
        var own = joint.member(reader).map(JointAccount.Member::account).filter(scene::hasPart);
        if (joint.dissolved() || own.isEmpty()) {
            return Optional.empty();
        }
        var partners = joint.members().stream()
                .map(JointAccount.Member::account)
                .filter(account -> !account.company().equals(reader) && scene.has(account))
                .flatMap(account -> partner(reader, scene, scene.own(account)).stream())
                .toList();
        var duplicates = joint.duplicates().stream()
                .filter(account -> account.company().equals(reader))
                .map(AccountRef::account)
                .toList();
        return partners.isEmpty()
                ? Optional.empty()
                : Optional.of(new Seen(joint, scene.own(own.get()), partners, duplicates));
    }

    private static Optional<Partner> partner(CompanyId reader, Scene scene, Visibility.Own own) {
        return Visibility.overlapping(scene.inForce(), own, reader)
                .map(fields -> new Partner(own.company(), fields, Visibility.permitted(scene.inForce(), own, reader)));
    }

    private static boolean isStill(Account account, Map<CrmId, JointAccount.Member> members) {
        return Optional.ofNullable(members.get(account.ref().account()))
                .filter(member -> member.isStill(account))
                .isPresent();
    }

    /// Without those that became somebody else since they were matched.
    private Map<AccountRef, Versioned<Account>> accounts(
            PartnershipChanged partnership, Collection<JointAccount> joints) {
        var accounts = new TreeMap<AccountRef, Versioned<Account>>();
        for (var party : partnership.parties()) {
            var members = new TreeMap<CrmId, JointAccount.Member>();
            joints.stream()
                    .flatMap(joint -> joint.member(party).stream())
                    .forEach(member -> members.put(member.account().account(), member));
            if (!members.isEmpty()) {
                book.find(party, members.keySet()).stream()
                        .filter(found -> isStill(found.state(), members))
                        .forEach(account -> accounts.put(account.state().ref(), account));
            }
        }
        return accounts;
    }
}
