package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.account.Proposal;
import dev.tandem.accounts.admission.Admission;
import dev.tandem.accounts.admission.Gate;
import dev.tandem.accounts.matching.Rows;
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
import org.springframework.stereotype.Component;

/// Where accounts come into a partnership's alignment: only those that its gate admits.
@Component
class Entrance {
    private static final int PAGE_SIZE = 500;

    private final Book book;
    private final Admission admission;

    Entrance(Book book, Admission admission) {
        this.book = book;
        this.admission = admission;
    }

    Gate gate(PartnershipChanged partnership) {
        return admission.gate(partnership);
    }

    private record Waiting(AccountRow row, Proposal proposal) {}

    /// A party's accounts, after as many were let in as may.
    Iterable<AccountRow> rows(PartnershipChanged partnership, Gate gate, CompanyId company) {
        var rows = new ArrayList<AccountRow>();
        var waiting = new ArrayList<Waiting>();
        book.forEach(company, account -> {
            var row = Rows.of(account.ref().account(), account.texts());
            var proposal = account.proposal();
            if (proposal == null || gate.admits(account)) {
                rows.add(row);
            } else {
                waiting.add(new Waiting(row, proposal));
            }
        });
        waiting.sort(Comparator.comparing(each -> each.proposal().order()));
        var proposals = waiting.stream().map(Waiting::proposal).toList();
        var admitted = admission.admit(partnership, gate, company, proposals);
        waiting.subList(0, admitted).forEach(each -> rows.add(each.row()));
        return rows;
    }

    /// Takes the accounts as they are now, or that they are gone, and others that were waiting before them, which fall
    /// behind.
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
                    .filter(account -> !live.gate().admits(account))
                    .toList();
            if (!waiting.isEmpty()) {
                letIn(partnership, live, company, waiting);
            }
        }
        changed.forEach(ref -> live.take(
                ref,
                Optional.ofNullable(found.get(ref)).filter(each -> live.gate().admits(each.state()))));
    }

    /// Lets in what may come in by now; it falls behind.
    void letIn(PartnershipChanged partnership, Live live) {
        partnership.parties().forEach(company -> letIn(partnership, live, company, List.of()));
    }

    /// Those that come next, until the wanted are in; all that may where none is named.
    private void letIn(PartnershipChanged partnership, Live live, CompanyId company, List<Account> wanted) {
        var more = true;
        while (more) {
            var page = book.proposed(company, live.gate().through(company), PAGE_SIZE);
            var proposals = page.stream()
                    .flatMap(each -> Optional.ofNullable(each.state().proposal()).stream())
                    .toList();
            var admitted = admission.admit(partnership, live.gate(), company, proposals);
            page.subList(0, admitted).forEach(each -> {
                live.take(each.state().ref(), Optional.of(each));
                live.fallBehind(List.of(each.state().ref()));
            });
            more = admitted == PAGE_SIZE
                    && (wanted.isEmpty()
                            || wanted.stream().anyMatch(account -> !live.gate().admits(account)));
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
            if (proposal.isPresent() && !live.gate().isVouched(proposal.get())) {
                var isNew = gone || !live.gate().admits(now.get());
                if (live.has(ref) && isNew && admission.isSoon(proposal.get(), gone)) {
                    withdrawn.merge(ref.company(), 1, Integer::sum);
                } else if (!live.has(ref) && !isNew) {
                    slipped.computeIfAbsent(ref.company(), _ -> new ArrayList<>())
                            .add(proposal.get());
                }
            }
        }
        slipped.forEach((company, proposals) -> admission.slipped(partnership, company, proposals));
        withdrawn.forEach((company, accounts) -> admission.withdrawn(partnership, company, accounts));
    }
}
