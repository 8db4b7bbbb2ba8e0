package dev.tandem.accounts.account;

import dev.tandem.accounts.crm.CrmRecord;
import dev.tandem.accounts.crm.Filed;
import dev.tandem.accounts.crm.Pending;
import dev.tandem.accounts.crm.Receipt;
import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.accounts.population.Populations;
import dev.tandem.accounts.rep.Reps;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.alignment.MatchingWork.AccountsTouched;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Merges what a file says of accounts, some hundred at a time: the store is asked and written once for all of them.
/// Every list has each account once at most.
@Component
public class AccountFiles {
    private final Accounts accounts;
    private final AccountRecords records;
    private final Partnerships partnerships;
    private final OwnPopulations populations;
    private final Reps reps;

    AccountFiles(
            Accounts accounts,
            AccountRecords records,
            Partnerships partnerships,
            OwnPopulations populations,
            Reps reps) {
        this.accounts = accounts;
        this.records = records;
        this.partnerships = partnerships;
        this.populations = populations;
        this.reps = reps;
    }

    /// Merges each record into its account; again, it says the same and changes nothing. Whoever brings the file has
    /// to raise [#touched] for those that are `APPLIED`; what else there is to tell is told here.
    public Applied apply(CompanyId company, List<CrmRecord> sent) {
        var rules = populations.now(company);
        var decisions = new LinkedHashMap<CrmId, Decision<Account>>();
        var broken = new LinkedHashMap<CrmId, List<Violation>>();
        sent.forEach(record -> {
            var violations = AccountRules.violations(record.change());
            if (violations.isEmpty()) {
                decisions.put(record.id(), current -> records.merged(current, record, rules));
            } else {
                broken.put(record.id(), violations);
            }
        });
        var outcomes = accounts.changeAll(company, decisions);
        judgeAgain(company, rules, decisions.keySet());
        var filed = sent.stream()
                .map(record -> filed(record, outcomes, broken.getOrDefault(record.id(), List.of())))
                .toList();
        return new Applied(filed, outcomes);
    }

    /// What became of some rows, and the accounts as they are since.
    public record Applied(List<Filed> filed, Map<CrmId, Outcome<Account>> outcomes) {
        private List<Account> live(Collection<CrmId> asked) {
            return asked.stream()
                    .map(outcomes::get)
                    .filter(Objects::nonNull)
                    .map(Outcome::now)
                    .filter(Objects::nonNull)
                    .map(Versioned::state)
                    .filter(Account::live)
                    .toList();
        }
    }

    /// By populations that changed meanwhile: the walk that judges all accounts again may have passed these before.
    private void judgeAgain(CompanyId company, Populations rules, Collection<CrmId> written) {
        if (populations.now(company).revision() != rules.revision()) {
            written.forEach(id -> records.judge(new AccountRef(company, id)));
        }
    }

    private static Filed filed(CrmRecord sent, Map<CrmId, Outcome<Account>> outcomes, List<Violation> broken) {
        var outcome = outcomes.get(sent.id());
        return outcome == null
                ? new Filed(sent, Receipt.Outcome.PARKED, broken)
                : new Filed(sent, AccountRecords.outcome(sent, outcome), List.of());
    }

    /// Has each partnership of the company look at the accounts; a repeat is harmless.
    public List<Outgoing> touched(CompanyId company, Collection<CrmId> changed) {
        var all = List.copyOf(changed);
        return all.isEmpty()
                ? List.of()
                : partnerships.open(company).stream()
                        .map(each -> each.partnership())
                        .map(id -> Outgoing.to(Topics.MATCHING, id.value(), new AccountsTouched(id, company, all)))
                        .toList();
    }

    /// What each of these accounts waits for now; those that wait for nothing are left out.
    public Map<CrmId, List<Pending>> pending(CompanyId company, Applied applied, Collection<CrmId> asked) {
        var live = applied.live(asked);
        var owners = reps.known(
                company,
                live.stream().map(Account::ownerUser).filter(Objects::nonNull).collect(Collectors.toSet()));
        var parents = live(
                        company,
                        live.stream()
                                .map(Account::parent)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                .stream()
                .map(parent -> parent.ref().account())
                .collect(Collectors.toSet());
        var pending = new LinkedHashMap<CrmId, List<Pending>>();
        live.forEach(account -> {
            var waits = pending(account, owners, parents);
            if (!waits.isEmpty()) {
                pending.put(account.ref().account(), waits);
            }
        });
        return pending;
    }

    private static List<Pending> pending(Account account, Set<CrmId> owners, Set<CrmId> parents) {
        var pending = new ArrayList<Pending>();
        var owner = account.ownerUser();
        if (owner != null && !owners.contains(owner)) {
            pending.add(Pending.unknown("ownerUser", Reps.reference(owner)));
        }
        var parent = account.parent();
        if (parent != null && !parents.contains(parent)) {
            pending.add(Pending.unknown("parentId", AccountRecords.reference(parent)));
        }
        return pending;
    }

    /// What applying each of these now would come to: `NEW`, `CHANGED` or `UNCHANGED`, in their order.
    public List<String> would(CompanyId company, List<CrmChange> changes) {
        var known = live(company, changes.stream().map(CrmChange::objectId).toList()).stream()
                .collect(Collectors.toMap(account -> account.ref().account(), Account::texts));
        return changes.stream()
                .map(change -> would(Optional.ofNullable(known.get(change.objectId())), change.fields()))
                .toList();
    }

    private static String would(Optional<Map<String, String>> known, Map<String, ? extends @Nullable String> next) {
        if (known.isEmpty()) {
            return "NEW";
        }
        var same = next.entrySet().stream()
                .allMatch(field -> known.get()
                        .getOrDefault(field.getKey(), "")
                        .equals(Objects.requireNonNullElse(field.getValue(), "")));
        return same ? "UNCHANGED" : "CHANGED";
    }

    private List<Account> live(CompanyId company, Collection<CrmId> asked) {
        return asked.isEmpty()
                ? List.of()
                : accounts.find(company, asked).stream()
                        .map(Versioned::state)
                        .filter(Account::live)
                        .toList();
    }
}
