package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.matching.Openness;
import dev.tandem.contracts.AccountRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// As whom the accounts of one partnership's alignment were let in, and which of them are held back. The store may have
/// them as somebody else already, who was not: nothing is said of that one before its turn.
final class Forms {
    private static final long UNKNOWN = 0;

    private final Map<AccountRef, Long> since = new HashMap<>();
    private final Set<AccountRef> heldBack = new HashSet<>();
    private final Terms terms;

    Forms(Terms terms) {
        this.terms = terms;
    }

    /// Under which it is known which accounts are held back.
    Terms terms() {
        return terms;
    }

    void put(Account account) {
        since.put(account.ref(), since(account));
        if (terms.show(account.placement())) {
            heldBack.remove(account.ref());
        } else {
            heldBack.add(account.ref());
        }
    }

    void remove(AccountRef account) {
        since.remove(account);
        heldBack.remove(account);
    }

    /// Of one that was let in.
    Openness openness(AccountRef account) {
        return heldBack.contains(account) ? Openness.HELD_BACK : Openness.SHOWN;
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
