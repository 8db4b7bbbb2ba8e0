package dev.tandem.accounts.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.store.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// All accounts of one company, as the other features ask for them. Deleted accounts are not in it.
@Component
public class Book {
    private final Accounts accounts;

    Book(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Each account, by id, read as it is used.
    public void forEach(CompanyId company, Consumer<Account> use) {
        accounts.forEach(company, use);
    }

    public Optional<Versioned<Account>> find(AccountRef account) {
        return accounts.find(account.company(), account.account())
                .filter(found -> found.state().live());
    }

    public List<Versioned<Account>> find(CompanyId company, Collection<CrmId> ids) {
        return accounts.find(company, ids).stream()
                .filter(found -> found.state().live())
                .toList();
    }

    /// By id, after the account given.
    public List<Versioned<Account>> page(CompanyId company, Optional<CrmId> after, int limit) {
        return accounts.page(company, where("state.live").is(true), after, limit);
    }

    public List<Versioned<Account>> page(
            CompanyId company, Collection<Population> populations, Optional<CrmId> after, int limit) {
        var names = populations.stream().map(Population::name).toList();
        var filter = where("state.live").is(true).and("state.population").in(names);
        return names.isEmpty() ? List.of() : accounts.page(company, filter, after, limit);
    }

    /// In an order that tells nothing of their ids: by their listing, after the one given (empty for the first).
    public List<Account> listed(CompanyId company, Collection<Population> populations, String afterListing, int limit) {
        var names = populations.stream().map(Population::name).toList();
        var filter = where("state.live").is(true).and("state.population").in(names);
        return accounts.listed(company, filter, afterListing, limit).stream()
                .map(Versioned::state)
                .toList();
    }

    public List<Versioned<Account>> ownedBy(CompanyId company, CrmId user, Optional<CrmId> after, int limit) {
        return accounts.page(company, where("state.ownerUser").is(user.value()), after, limit);
    }

    public long count(CompanyId company) {
        return accounts.count(company, where("state.live").is(true));
    }

    public long count(CompanyId company, Population population) {
        return accounts.count(
                company, where("state.live").is(true).and("state.population").is(population.name()));
    }

    public long countLacking(CompanyId company, String field) {
        return accounts.count(
                company, where("state.live").is(true).and("state.lacks").is(field));
    }
}
