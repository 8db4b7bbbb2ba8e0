package dev.tandem.accounts.account;

import dev.tandem.accounts.crm.CrmRecord;
import dev.tandem.accounts.crm.Receipt;
import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.accounts.population.Populations;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Ids;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Merges what a CRM says of accounts, and has each partnership look at what changed.
@Component
public class AccountRecords {
    /// The fields of an account that a record can name.
    public static final List<String> FIELDS = Account.FIELDS;

    private final Accounts accounts;
    private final Partnerships partnerships;
    private final OwnPopulations populations;
    private final Ids ids;
    private final Clock clock;

    AccountRecords(Accounts accounts, Partnerships partnerships, OwnPopulations populations, Ids ids, Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.partnerships = partnerships;
        this.populations = populations;
        this.ids = ids;
    }

    /// Merges a record into its account; again, it says the same and changes nothing.
    ///
    /// @throws dev.tandem.kit.intake.Unprocessable when the record can never apply as it is
    public Receipt.Outcome apply(CrmRecord sent) {
        return outcome(
                sent,
                Objects.requireNonNull(applyAll(sent.company(), List.of(sent)).get(sent.id())));
    }

    /// As [#apply] for each of a company's records, in one read and one write; each account once at most.
    Map<CrmId, Outcome<Account>> applyAll(CompanyId company, List<CrmRecord> sent) {
        sent.forEach(record -> AccountRules.check(record.change()));
        var bearings = bearings(company);
        var decisions = new LinkedHashMap<CrmId, Decision<Account>>();
        sent.forEach(record -> decisions.put(record.id(), current -> merged(current, record, bearings)));
        var outcomes = accounts.changeAll(company, decisions);
        lookAgain(company, decisions.keySet(), bearings);
        return outcomes;
    }

    /// A walk over the company's accounts that came about meanwhile may have passed these before they were written.
    private void lookAgain(CompanyId company, Collection<CrmId> written, Bearings was) {
        if (!was.areStill(bearings(company))) {
            written.forEach(id -> touch(new AccountRef(company, id)));
        }
    }

    private Change<Account> merged(Optional<Versioned<Account>> current, CrmRecord sent, Bearings bearings) {
        var was = state(current, new AccountRef(sent.company(), sent.id()));
        return was.merged().outcomeOf(sent).isPresent()
                ? Change.none()
                : changed(current, was, next(was, sent).judgedBy(bearings.rules()), bearings);
    }

    private Bearings bearings(CompanyId company) {
        return new Bearings(populations.now(company), open(company));
    }

    private List<PartnershipId> open(CompanyId company) {
        return partnerships.open(company).stream()
                .map(PartnershipChanged::partnership)
                .toList();
    }

    /// Judges the account and has its partnerships look at it whether or not it has changed: what came in between may
    /// have passed it before it was there.
    void touch(AccountRef account) {
        accounts.change(account.company(), account.account(), current -> {
            var was = current.orElseThrow();
            var next = was.state().judgedBy(populations.now(account.company()));
            var news = new ArrayList<>(bearings(account.company()).touched(next, was.version() + 1));
            PopulationNews.of(was.state(), next).ifPresent(news::add);
            return Change.to(next, news);
        });
    }

    /// What became of a record that was merged.
    static Receipt.Outcome outcome(CrmRecord sent, Outcome<Account> outcome) {
        var now = Objects.requireNonNull(outcome.now(), "an account was read or written");
        return now.state().merged().outcomeOf(sent).orElseThrow();
    }

    /// As [#apply], for a record of a file: that its partnerships look at the account is left to whoever brings the
    /// file, where the record says something new.
    ///
    /// @param rules that its company has now
    Change<Account> merged(Optional<Versioned<Account>> current, CrmRecord sent, Populations rules) {
        var was = state(current, new AccountRef(sent.company(), sent.id()));
        if (was.merged().outcomeOf(sent).isPresent()) {
            return Change.none();
        }
        var next = next(was, sent).judgedBy(rules);
        var applied = next.merged().outcomeOf(sent).orElseThrow() == Receipt.Outcome.APPLIED;
        return applied
                ? Change.to(next, PopulationNews.of(was, next).stream().toList())
                : changed(current, was, next, bearings(sent.company()));
    }

    private Account next(Account was, CrmRecord sent) {
        var next = was.with(was.merged().with(sent, Account.FIELDS));
        return next.with(Proposal.of(was, next, sent.filed(), clock.instant()));
    }

    /// Every rule that the record breaks; empty when it may be applied.
    public static List<Violation> violations(CrmChange change) {
        return AccountRules.violations(change);
    }

    /// An opportunity on the account is now so; the account itself may not be known yet.
    public void opportunity(AccountRef account, AccountOpportunity opportunity) {
        change(account, was -> was.with(opportunity));
    }

    /// Judges the account by the populations that its company has now.
    void judge(AccountRef account) {
        change(account, was -> was);
    }

    /// @param check refuses by throwing, given the account's version
    Versioned<Account> keep(AccountRef account, LongConsumer check, Supplier<Privacy> privacy) {
        var bearings = bearings(account.company());
        var outcome = accounts.change(account.company(), account.account(), current -> {
            var was = current.orElseThrow();
            check.accept(was.version());
            var next = was.state().with(privacy.get());
            var proposed = next.with(Proposal.of(was.state(), next, clock.instant()));
            return changed(current, was.state(), proposed.judgedBy(bearings.rules()), bearings);
        });
        lookAgain(account.company(), List.of(account.account()), bearings);
        return Objects.requireNonNull(outcome.now(), "an account was written");
    }

    /// What is not changed is not looked at again: whatever changed meanwhile finds it as it is.
    private void change(AccountRef account, UnaryOperator<Account> step) {
        var company = account.company();
        var judgedBy = new AtomicReference<Bearings>();
        var outcome = accounts.change(company, account.account(), current -> {
            var was = state(current, account);
            var rules = populations.now(company);
            var next = step.apply(was).judgedBy(rules);
            if (next.equals(was)) {
                return Change.none();
            }
            var bearings = new Bearings(rules, open(company));
            judgedBy.set(bearings);
            return changed(current, was, next, bearings);
        });
        if (outcome instanceof Outcome.Changed) {
            lookAgain(company, List.of(account.account()), judgedBy.get());
        }
    }

    private Account state(Optional<Versioned<Account>> current, AccountRef ref) {
        return current.map(Versioned::state).orElseGet(() -> Account.unknown(ref, ids.next()));
    }

    private static Change<Account> changed(
            Optional<Versioned<Account>> current, Account was, Account next, Bearings bearings) {
        var version = current.map(Versioned::version).orElse(0L) + 1;
        var news = new ArrayList<>(was.looksLike(next) ? List.of() : bearings.touched(next, version));
        PopulationNews.of(was, next).ifPresent(news::add);
        return Change.to(next, news);
    }

    /// How a record names an account that it waits for.
    public static String reference(CrmId account) {
        return "account/" + account;
    }
}
