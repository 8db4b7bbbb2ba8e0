package dev.tandem.accounts.alignment;

import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Versioned;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Writes what a party says of a joint account in the shared book, and tells whom it concerns.
@Component
public class BookEntering {
    private final JointAccounts jointAccounts;
    private final Scenes scenes;

    BookEntering(JointAccounts jointAccounts, Scenes scenes) {
        this.jointAccounts = jointAccounts;
        this.scenes = scenes;
    }

    /// @param entry makes the party's entry from the joint account as it is when it is written; refuses by throwing
    /// @return the joint account as it is then
    public JointAccount enter(
            PartnershipChanged partnership, JointAccountId id, Function<JointAccount, BookEntry> entry) {
        var outcome = jointAccounts.change(partnership.partnership(), id, Cause.GIVEN, current -> {
            var was = current.map(Versioned::state).orElseThrow();
            var next = with(was, entry.apply(was));
            return Aligning.told(was, next, scenes.of(partnership, next));
        });
        return Objects.requireNonNull(outcome.now(), "it was there").state();
    }

    private static JointAccount with(JointAccount was, BookEntry entry) {
        var others = was.entries().stream().filter(each -> !each.company().equals(entry.company()));
        return was.entered(Stream.concat(others, Stream.of(entry))
                .sorted(Comparator.comparing(BookEntry::company))
                .toList());
    }
}
