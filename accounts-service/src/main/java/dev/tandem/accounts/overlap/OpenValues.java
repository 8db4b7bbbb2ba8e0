package dev.tandem.accounts.overlap;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.AccountOpportunity;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.alignment.Cell;
import dev.tandem.accounts.alignment.Cell.Segment;
import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.partnership.PartnershipChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a company's own open opportunities are worth on the accounts that it and a partner show each other. The
/// partner's do not cross, and a sum over accounts that are counted only could name them.
@Component
class OpenValues {
    private static final int BATCH = 200;
    private static final int ACCOUNTS_MAX = 20_000;

    private final Book book;
    private final SeenJointAccounts joints;

    OpenValues(Book book, SeenJointAccounts joints) {
        this.book = book;
        this.joints = joints;
    }

    /// By cell and currency.
    ///
    /// @param complete whether all accounts with open opportunities were looked at
    record ByCell(Map<Cell, Map<String, Money>> sums, boolean complete) {
        /// Nothing where the sum would not be all of it.
        @Nullable
        List<Money> of(Cell cell) {
            return complete ? List.copyOf(sums.getOrDefault(cell, Map.of()).values()) : null;
        }
    }

    ByCell of(PartnershipChanged partnership, CompanyId reader) {
        var sums = new HashMap<Cell, Map<String, Money>>();
        var after = Optional.<CrmId>empty();
        for (int looked = 0; looked < ACCOUNTS_MAX; looked += BATCH) {
            var page = book.selling(reader, after, BATCH);
            var accounts = page.stream().map(each -> each.state()).toList();
            add(partnership, accounts, sums);
            if (page.size() < BATCH) {
                return new ByCell(sums, true);
            }
            after = Optional.of(accounts.getLast().ref().account());
        }
        return new ByCell(sums, false);
    }

    private void add(PartnershipChanged partnership, List<Account> accounts, Map<Cell, Map<String, Money>> sums) {
        if (accounts.isEmpty()) {
            return;
        }
        var byRef = accounts.stream().collect(Collectors.toMap(Account::ref, each -> each));
        joints.mutual(accounts.getFirst().ref().company(), partnership, byRef.keySet())
                .forEach(seen -> add(seen, byRef, sums));
    }

    private static void add(Seen seen, Map<AccountRef, Account> accounts, Map<Cell, Map<String, Money>> sums) {
        var own = seen.joint().member(seen.own().company()).orElseThrow();
        var account = accounts.get(own.account());
        if (account == null) {
            return;
        }
        for (var partner : seen.partners()) {
            var theirs = seen.joint().member(partner.company()).orElseThrow();
            var cell = Cell.between(
                    new Segment(seen.own().company(), own.population()),
                    new Segment(partner.company(), theirs.population()));
            var sum = sums.computeIfAbsent(cell, _ -> new TreeMap<>());
            account.allOpportunities().stream()
                    .flatMap(each -> value(each).stream())
                    .forEach(money -> sum.merge(money.currencyCode(), money, Money::plus));
        }
    }

    private static Optional<Money> value(AccountOpportunity opportunity) {
        var amount = opportunity.facts().get("amount");
        var currency = opportunity.facts().get("currency");
        return !opportunity.open() || amount == null || currency == null
                ? Optional.empty()
                : Optional.of(Money.of(amount, currency));
    }
}
