package dev.tandem.accounts.deal;

import dev.tandem.accounts.account.AccountOpportunity;
import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.crm.CrmObjects;
import dev.tandem.accounts.crm.CrmRecord;
import dev.tandem.accounts.crm.Pending;
import dev.tandem.accounts.crm.Receipt;
import dev.tandem.accounts.rep.Reps;
import dev.tandem.accounts.sale.Recorded;
import dev.tandem.accounts.sale.Recorded.Standing;
import dev.tandem.accounts.sale.SaleDesk;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Merges what a CRM says of opportunities, and tells their accounts which of them are open.
@Component
class OpportunityRecords implements CrmObjects {
    private final Opportunities opportunities;
    private final Deals deals;
    private final AccountRecords accounts;
    private final Book book;
    private final Reps reps;

    OpportunityRecords(Opportunities opportunities, Deals deals, AccountRecords accounts, Book book, Reps reps) {
        this.opportunities = opportunities;
        this.deals = deals;
        this.accounts = accounts;
        this.book = book;
        this.reps = reps;
    }

    @Override
    public String objectType() {
        return "opportunity";
    }

    @Override
    public Receipt.Outcome apply(CrmRecord sent) {
        var outcome = opportunities.change(sent.company(), sent.id(), current -> merge(sent, state(current, sent)));
        var now = deals.follow(outcome).state();
        now.accountRef().ifPresent(account -> accounts.opportunity(account, now.onItsAccount()));
        return now.merged().outcomeOf(sent).orElseThrow();
    }

    private Change<Opportunity> merge(CrmRecord sent, Opportunity was) {
        if (was.merged().outcomeOf(sent).isPresent()) {
            return Change.none();
        }
        var merged = was.merged().with(sent, Opportunity.FIELDS);
        DealRules.check(merged);
        var next = was.merged(merged);
        var standing = deals.standing(next);
        leave(was, next);
        return Change.to(next.as(standing));
    }

    /// Before the record moves it to another account, or to none, so that a crash in between leaves no trace on the
    /// former one; what is refused moves nothing.
    private void leave(Opportunity was, Opportunity next) {
        was.accountRef()
                .filter(account -> !account.account().equals(next.account()))
                .ifPresent(account -> accounts.opportunity(account, new AccountOpportunity(was.id(), false, Map.of())));
    }

    private static Opportunity state(Optional<Versioned<Opportunity>> current, CrmRecord sent) {
        return current.map(Versioned::state).orElseGet(() -> Opportunity.unknown(sent.company(), sent.id()));
    }

    @Override
    public List<Pending> pending(CompanyId company, CrmId id) {
        var pending = new ArrayList<Pending>();
        opportunities
                .find(company, id)
                .map(Versioned::state)
                .filter(each -> each.merged().live())
                .ifPresent(each -> {
                    var account = each.account();
                    if (account != null
                            && book.find(new AccountRef(company, account)).isEmpty()) {
                        pending.add(Pending.unknown("accountId", AccountRecords.reference(account)));
                    }
                    var owner = each.ownerUser();
                    if (owner != null && reps.byUser(company, owner).isEmpty()) {
                        pending.add(Pending.unknown("ownerUser", Reps.reference(owner)));
                    }
                    if (each.undecided()) {
                        pending.add(undecided(id));
                    }
                    deals.recorded(each)
                            .filter(deal -> deal.standing() == Standing.WAITING)
                            .ifPresent(deal -> pending.add(waiting(deal)));
                });
        return pending;
    }

    /// That another party's deal stands for the same sale.
    @Override
    public List<Violation> remarks(CrmRecord sent) {
        var company = sent.company();
        var id = sent.id();
        return opportunities
                .find(company, id)
                .map(Versioned::state)
                .flatMap(deals::recorded)
                .filter(deal -> deal.standing() == Standing.NOT_OF_RECORD)
                .map(deal -> List.of(
                        new Violation("deal", "NOT_OF_RECORD", deal.because().sentence())))
                .orElse(List.of());
    }

    private static Pending waiting(Recorded deal) {
        var finding = new Violation(
                "deal", "POSSIBLY_SAME_SALE", deal.because().sentence() + " Say so under the joint account's sales.");
        return new Pending(SaleDesk.reference(deal.said().deal()), finding);
    }

    private static Pending undecided(CrmId id) {
        var message = "the account is in the shared book of several partnerships; name one on the opportunity";
        return new Pending(Opportunity.reference(id), new Violation("partnership", "AMBIGUOUS", message));
    }
}
