package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.engine.AccountRow;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// The customers of one party, those that it holds back apart: of two accounts of one customer, the one that is shown
/// stands for it whatever else there is.
final class Shelves {
    private final Map<Openness, Customers> shelves = new EnumMap<>(Openness.class);

    static Shelves of(CompanyId company, Iterable<AccountRow> book, Function<AccountRef, Openness> openness) {
        var all = new Shelves();
        for (var each : Openness.values()) {
            all.shelves.put(each, new Customers(company));
        }
        book.forEach(row -> all.of(openness.apply(new AccountRef(company, new CrmId(row.id()))))
                .put(row));
        return all;
    }

    Customers of(Openness openness) {
        return Objects.requireNonNull(shelves.get(openness), "made with it");
    }

    boolean has(AccountRef account) {
        return shelves.values().stream().anyMatch(shelf -> shelf.has(account));
    }

    /// The account that stands for the customer; an account that is not there, for itself.
    AccountRef first(AccountRef account) {
        return with(account).first(account);
    }

    /// The further accounts of the customer.
    Stream<AccountRef> besides(AccountRef first) {
        return with(first).besides(first);
    }

    private Customers with(AccountRef account) {
        var held = of(Openness.HELD_BACK);
        return held.has(account) ? held : of(Openness.SHOWN);
    }
}
