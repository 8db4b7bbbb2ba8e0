package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.contracts.AccountRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// As whom the accounts of one partnership's alignment were let in. The store may have them as somebody else already,
/// who was not: nothing is said of that one before its turn.
final class Forms {
    private static final long UNKNOWN = 0;

    private final Map<AccountRef, Long> since = new HashMap<>();

    void put(Account account) {
        since.put(account.ref(), since(account));
    }

    void remove(AccountRef account) {
        since.remove(account);
    }

    boolean isAs(Account account) {
        return isAs(account.ref(), since(account));
    }

    boolean isAs(AccountRef account, long then) {
        var known = since.get(account);
        return known != null && known == then;
    }

    boolean isNewer(Account account) {
        var known = since.get(account.ref());
        return known != null && known > since(account);
    }

    private static long since(Account account) {
        return Objects.requireNonNullElse(account.since(), UNKNOWN);
    }
}
