package dev.tandem.accounts.alignment;

import dev.tandem.contracts.AccountRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one partnership's alignment has yet to look at. It is not stored: whoever reads the alignment anew finds all of
/// it by comparing.
final class Backlog {
    private final SequencedSet<AccountRef> noted = new LinkedHashSet<>();
    private final SequencedSet<AccountRef> next = new LinkedHashSet<>();
    private final Set<AccountRef> behind = new TreeSet<>();
    private @Nullable String walk;

    /// Accounts that may have changed, in the order in which that was heard.
    void note(Collection<AccountRef> accounts) {
        noted.addAll(accounts);
    }

    /// Accounts that are to be looked at before all that is noted.
    void noteFirst(Collection<AccountRef> accounts) {
        next.addAll(accounts);
    }

    /// Those whose joint account is not yet what the alignment says.
    void fallBehind(Collection<AccountRef> accounts) {
        behind.addAll(accounts);
    }

    List<AccountRef> takeNoted(int limit) {
        return take(next.isEmpty() ? noted : next, limit);
    }

    List<AccountRef> takeBehind(int limit) {
        return take(behind, limit);
    }

    private static List<AccountRef> take(Set<AccountRef> from, int limit) {
        var taken = new ArrayList<>(from.stream().limit(limit).toList());
        taken.forEach(from::remove);
        return taken;
    }

    /// They were looked at just now, whoever asked for it.
    void taken(Collection<AccountRef> accounts) {
        accounts.forEach(account -> {
            noted.remove(account);
            next.remove(account);
        });
    }

    /// Their joint accounts are what the alignment says.
    void settled(Collection<AccountRef> accounts) {
        accounts.forEach(behind::remove);
    }

    boolean hasNoted() {
        return !noted.isEmpty() || !next.isEmpty();
    }

    boolean hasBehind() {
        return !behind.isEmpty();
    }

    /// The one walk that is on its way to look at all of this, if there is any.
    Optional<String> walk() {
        return Optional.ofNullable(walk);
    }

    void walkedBy(@Nullable String one) {
        walk = one;
    }
}
