package dev.tandem.accounts.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.accounts.population.Populations;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.kit.store.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// All accounts of one company, as the other features ask for them. Deleted accounts are not in it.
@Component
public class Book {
    private final Accounts accounts;
    private final OwnPopulations populations;

    Book(Accounts accounts, OwnPopulations populations) {
        this.accounts = accounts;
        this.populations = populations;
    }

    /// Each account, by id, read as it is used.
    public void forEach(CompanyId company, Consumer<Versioned<Account>> use) {
        accounts.forEach(company, use);
    }

    public Optional<Versioned<Account>> find(AccountRef account) {
        return accounts.find(account.company(), account.account())
                .filter(found -> found.state().live())
                .map(found -> judged(found, populations.recent(account.company())));
    }

    public List<Versioned<Account>> find(CompanyId company, Collection<CrmId> ids) {
        return judged(company, accounts.find(company, ids)).stream()
                .filter(found -> found.state().live())
                .toList();
    }

    /// By id, after the account given.
    public List<Versioned<Account>> page(CompanyId company, Optional<CrmId> after, int limit) {
        return judged(company, accounts.page(company, where("state.live").is(true), after, limit));
    }

    public List<Versioned<Account>> page(
            CompanyId company, Collection<Population> populations, Optional<CrmId> after, int limit) {
        var names = populations.stream().map(Population::name).toList();
        var filter = where("state.live").is(true).and("state.population").in(names);
        return names.isEmpty() ? List.of() : judged(company, accounts.page(company, filter, after, limit));
    }

    /// Those in a population of the company's own, by id, after the account given.
    public List<Versioned<Account>> page(
            CompanyId company, PopulationName population, Optional<CrmId> after, int limit) {
        var filter = where("state.live").is(true).and("state.custom").is(population.value());
        return judged(company, accounts.page(company, filter, after, limit));
    }

    /// Accounts of these populations, but for those that are in one of the others, too.
    public record Wanted(Collection<Population> populations, Collection<PopulationName> without) {}

    /// Without private ones, in an order that tells nothing of their ids: by their listing, after the one given (empty
    /// for the first).
    public List<Account> listed(CompanyId company, Wanted wanted, String afterListing, int limit) {
        var names = wanted.populations().stream().map(Population::name).toList();
        var without = wanted.without().stream().map(PopulationName::value).toList();
        var shown = where("state.live")
                .is(true)
                .and("state.population")
                .in(names)
                .and("state.proposal.order")
                .ne(Proposal.NEVER);
        var filter = without.isEmpty() ? shown : shown.and("state.custom").nin(without);
        return judged(company, accounts.listed(company, filter, afterListing, limit)).stream()
                .map(Versioned::state)
                .toList();
    }

    /// Those that nothing in the book vouches for, in the order in which they were proposed, after the one given.
    public List<Versioned<Account>> proposed(CompanyId company, String afterOrder, int limit) {
        return accounts.proposed(company, afterOrder, limit);
    }

    public long countProposed(CompanyId company, String afterOrder) {
        return accounts.countProposed(company, afterOrder);
    }

    /// Since when an account stood as it did, also one that is deleted.
    public Optional<Proposal> proposal(AccountRef account) {
        return accounts.find(account.company(), account.account())
                .map(Versioned::state)
                .map(Account::proposal);
    }

    /// Those with an open opportunity, by id, after the account given.
    public List<Versioned<Account>> selling(CompanyId company, Optional<CrmId> after, int limit) {
        var filter = where("state.live").is(true).and("state.openOpportunities").gt("");
        return accounts.page(company, filter, after, limit);
    }

    /// As the company's CRM calls the owners of its accounts, each once.
    public Set<CrmId> owners(CompanyId company) {
        var owners = new TreeSet<CrmId>();
        forEach(company, account -> {
            var owner = account.state().ownerUser();
            if (owner != null) {
                owners.add(owner);
            }
        });
        return owners;
    }

    public List<Versioned<Account>> ownedBy(CompanyId company, CrmId user, Optional<CrmId> after, int limit) {
        return judged(company, accounts.page(company, where("state.ownerUser").is(user.value()), after, limit));
    }

    public long count(CompanyId company) {
        return accounts.count(company, where("state.live").is(true));
    }

    public long count(CompanyId company, Population population) {
        return accounts.count(
                company, where("state.live").is(true).and("state.population").is(population.name()));
    }

    public long count(CompanyId company, PopulationName population) {
        return accounts.count(
                company, where("state.live").is(true).and("state.custom").is(population.value()));
    }

    public long countLacking(CompanyId company, String field) {
        return accounts.count(
                company, where("state.live").is(true).and("state.lacks").is(field));
    }

    /// By the rules of now: what is stored may be from before they changed.
    private List<Versioned<Account>> judged(CompanyId company, List<Versioned<Account>> found) {
        var rules = populations.recent(company);
        return found.stream().map(each -> judged(each, rules)).toList();
    }

    private static Versioned<Account> judged(Versioned<Account> found, Populations rules) {
        var plain = rules.names().isEmpty() && found.state().customPopulations().isEmpty();
        return plain
                ? found
                : new Versioned<>(found.id(), found.version(), found.state().judgedBy(rules));
    }
}
