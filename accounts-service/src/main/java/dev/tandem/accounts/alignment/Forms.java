package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.matching.Openness;
import dev.tandem.contracts.AccountRef;
import dev.tandem.kit.store.Versioned;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// As whom the accounts of one partnership's alignment were let in, and which of them are held back. The store may have
/// them as somebody else already, who was not: nothing is said of that one before its turn.
final class Forms {
    private static final long UNKNOWN = 0;

    private final Map<AccountRef, Form> forms = new HashMap<>();
    private final Set<AccountRef> heldBack = new HashSet<>();
    private final Terms terms;

    /// @param version of the account when it was read
    private record Form(long since, long version) {}

    Forms(Terms terms) {
        this.terms = terms;
    }

    /// Under which it is known which accounts are held back.
    Terms terms() {
        return terms;
    }

    void put(Versioned<Account> found) {
        var account = found.state();
        forms.put(account.ref(), new Form(since(account), found.version()));
        if (terms.show(account.placement())) {
            heldBack.remove(account.ref());
        } else {
            heldBack.add(account.ref());
        }
    }

    void remove(AccountRef account) {
        forms.remove(account);
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
        var known = forms.get(account);
        return known != null && known.since() == then;
    }

    /// Whether it was read in this version.
    boolean isOf(AccountRef account, long version) {
        var known = forms.get(account);
        return known != null && known.version() == version;
    }

    boolean isNewer(Account account) {
        var known = forms.get(account.ref());
        return known != null && known.since() > since(account);
    }

    private static long since(Account account) {
        return Objects.requireNonNullElse(account.since(), UNKNOWN);
    }
}
