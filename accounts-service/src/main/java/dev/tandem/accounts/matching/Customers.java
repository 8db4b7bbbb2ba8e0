package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.engine.AccountRow;
import dev.tandem.engine.LiveDuplicates;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The customers of one party: its accounts, where those that are the same customer twice count as one.
final class Customers {
    private final CompanyId company;
    private final LiveDuplicates duplicates = new LiveDuplicates();

    Customers(CompanyId company) {
        this.company = company;
    }

    LiveDuplicates.Change put(AccountRow row) {
        return duplicates.put(row);
    }

    LiveDuplicates.Change remove(AccountRef account) {
        return duplicates.remove(account.account().value());
    }

    /// Those of the accounts that are there, as they are compared.
    List<AccountRow> compared(Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> duplicates.row(id).stream())
                .map(Disguise::compared)
                .toList();
    }

    int size() {
        return duplicates.size();
    }

    /// The accounts that stand for a customer.
    List<AccountRow> first() {
        return duplicates.first().toList();
    }

    boolean has(AccountRef account) {
        return customer(account).findFirst().isPresent();
    }

    /// The account that stands for the customer; an account that is not there, for itself.
    AccountRef first(AccountRef account) {
        return customer(account).findFirst().orElse(account);
    }

    /// The further accounts of the customer.
    Stream<AccountRef> besides(AccountRef first) {
        return customer(first).filter(account -> !account.equals(first));
    }

    private Stream<AccountRef> customer(AccountRef account) {
        return duplicates.customer(account.account().value()).stream()
                .map(id -> new AccountRef(company, new CrmId(id)));
    }
}
