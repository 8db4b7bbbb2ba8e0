package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.account.Proposal;
import dev.tandem.accounts.admission.Admission;
import dev.tandem.accounts.admission.Gate;
import dev.tandem.accounts.matching.Rows;
import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.engine.AccountRow;
import dev.tandem.kit.store.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Where accounts come into a partnership's alignment: only those that its gate admits.
@Component
class Entrance {
    private static final int PAGE_SIZE = 500;

    /// More are let in later, so that other work gets its turn.
    private static final int PAGES_AT_ONCE = 2;

    private final Book book;
    private final Admission admission;
    private final OwnPopulations populations;

    Entrance(Book book, Admission admission, OwnPopulations populations) {
        this.book = book;
        this.admission = admission;
        this.populations = populations;
    }

    /// As they are now.
    Terms terms(PartnershipChanged partnership) {
        return Terms.of(partnership, party -> populations.now(party).names());
    }

    Gate gate(PartnershipChanged partnership, Terms terms) {
        var gate = admission.gate(partnership);
        terms.closed().forEach(gate::close);
        return gate;
    }

    private record Waiting(Versioned<Account> account, Proposal proposal) {}

    /// A party's accounts, after as many were let in as may.
    ///
    /// @param forms is told as whom they were let in
    Iterable<AccountRow> rows(PartnershipChanged partnership, Gate gate, CompanyId company, Forms forms) {
        var rows = new ArrayList<AccountRow>();
        var waiting = new ArrayList<Waiting>();
        Consumer<Versioned<Account>> in = account -> {
            rows.add(Rows.of(account.state().ref().account(), account.state().texts()));
            forms.put(account);
        };
        book.forEach(company, account -> {
            var proposal = account.state().proposal();
            if (gate.admits(account.state())) {
                in.accept(account);
            } else if (proposal != null && gate.mayAdmit(account.state())) {
                waiting.add(new Waiting(account, proposal));
            }
        });
        waiting.sort(Comparator.comparing(each -> each.proposal().order()));
        var proposals = waiting.stream().map(Waiting::proposal).toList();
        var admitted = admission.admit(partnership, gate, company, new Admission.Queue(proposals, false));
        waiting.subList(0, admitted).forEach(each -> in.accept(each.account()));
        return rows;
    }

    /// Takes the accounts as they are now, or that they are gone, and others that were waiting before them, which fall
    /// behind. Where there are too many before them they come next.
    ///
    /// @param found those of the accounts that are there
    void take(
            PartnershipChanged partnership,
            Live live,
            Collection<AccountRef> changed,
            Map<AccountRef, Versioned<Account>> found) {
        count(partnership, live, changed, found);
        for (var company : partnership.parties()) {
            var waiting = found.values().stream()
                    .map(Versioned::state)
                    .filter(account -> account.ref().company().equals(company))
                    .filter(account ->
                            !live.gate().admits(account) && live.gate().mayAdmit(account))
                    .toList();
            if (!waiting.isEmpty() && letIn(partnership, live, company, waiting)) {
                live.backlog()
                        .noteFirst(waiting.stream()
                                .filter(account -> !live.gate().admits(account))
                                .map(Account::ref)
                                .toList());
            }
        }
        changed.stream()
                .filter(ref ->
                        found.get(ref) == null || !live.hasNewer(found.get(ref).state()))
                .forEach(ref -> live.take(
                        ref,
                        Optional.ofNullable(found.get(ref))
                                .filter(each -> live.gate().admits(each.state()))));
    }

    /// Lets in some of what may come in by now; it falls behind.
    ///
    /// @return whether there may be more
    boolean letIn(PartnershipChanged partnership, Live live) {
        var areMore = false;
        for (var company : partnership.parties()) {
            areMore |= !live.gate().isClosed(company) && letIn(partnership, live, company, List.of());
        }
        return areMore;
    }

    /// Those that come next, until the wanted are in or it is time for other work.
    ///
    /// @param wanted all that may where none is named
    /// @return whether there may be more
    private boolean letIn(PartnershipChanged partnership, Live live, CompanyId company, List<Account> wanted) {
        for (int page = 0; page < PAGES_AT_ONCE; page++) {
            var admitted = letInPage(partnership, live, company, wanted);
            var areIn = !wanted.isEmpty() && wanted.stream().allMatch(live.gate()::admits);
            if (admitted < PAGE_SIZE || areIn) {
                return false;
            }
        }
        return true;
    }

    private int letInPage(PartnershipChanged partnership, Live live, CompanyId company, List<Account> wanted) {
        var page = book.proposed(company, live.gate().through(company), PAGE_SIZE);
        var proposals = page.stream()
                .flatMap(each -> Optional.ofNullable(each.state().proposal()).stream())
                .toList();
        var queue = new Admission.Queue(proposals, page.size() == PAGE_SIZE);
        var admitted = admission.admit(partnership, live.gate(), company, queue);
        var letIn = page.subList(0, admitted);
        becameOthers(partnership, live, company, besides(wanted, letIn));
        letIn.forEach(each -> {
            live.take(each.state().ref(), Optional.of(each));
            live.backlog().fallBehind(List.of(each.state().ref()));
        });
        return admitted;
    }

    private static List<Account> besides(List<Account> wanted, List<Versioned<Account>> letIn) {
        var refs = wanted.stream().map(Account::ref).collect(Collectors.toSet());
        var accounts = letIn.stream().map(Versioned::state);
        return accounts.filter(account -> !refs.contains(account.ref())).toList();
    }

    /// Those that were in as others until now, and not for long, are counted before their own turn comes.
    private void becameOthers(PartnershipChanged partnership, Live live, CompanyId company, List<Account> letIn) {
        var others = (int) letIn.stream()
                .filter(account -> live.has(account.ref()) && !live.hasAs(account))
                .filter(account -> account.proposal() != null && admission.isSoon(account.proposal(), false))
                .count();
        if (others > 0) {
            admission.withdrawn(partnership, company, others);
        }
    }

    private void count(
            PartnershipChanged partnership,
            Live live,
            Collection<AccountRef> changed,
            Map<AccountRef, Versioned<Account>> found) {
        var slipped = new TreeMap<CompanyId, List<Proposal>>();
        var withdrawn = new TreeMap<CompanyId, Integer>();
        for (var ref : changed) {
            var now = Optional.ofNullable(found.get(ref)).map(Versioned::state);
            var proposal = now.map(Account::proposal).or(() -> book.proposal(ref));
            var gone = now.isEmpty();
            var known = now.filter(account -> live.hasAs(account) || live.hasNewer(account))
                    .isPresent();
            if (proposal.isPresent() && !known && !live.gate().isVouched(proposal.get())) {
                if (live.has(ref) && admission.isSoon(proposal.get(), gone)) {
                    withdrawn.merge(ref.company(), 1, Integer::sum);
                }
                if (now.filter(live.gate()::admits).isPresent()) {
                    slipped.computeIfAbsent(ref.company(), _ -> new ArrayList<>())
                            .add(proposal.get());
                }
            }
        }
        slipped.forEach((company, proposals) -> admission.slipped(partnership, company, proposals));
        withdrawn.forEach((company, accounts) -> admission.withdrawn(partnership, company, accounts));
    }
}
