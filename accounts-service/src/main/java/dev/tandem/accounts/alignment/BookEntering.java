package dev.tandem.accounts.alignment;

import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
        var entered = write(partnership, id, was -> with(was, entry.apply(was)));
        // What was read for it may have been withdrawn before it was written, and whoever looked at that found nothing.
        var again = write(partnership, id, was -> was);
        while (again instanceof Outcome.Changed<JointAccount>) {
            again = write(partnership, id, was -> was);
        }
        return Objects.requireNonNull(entered.now(), "it was there").state();
    }

    private Outcome<JointAccount> write(
            PartnershipChanged partnership, JointAccountId id, UnaryOperator<JointAccount> step) {
        return jointAccounts.change(partnership.partnership(), id, Cause.GIVEN, current -> {
            var was = current.map(Versioned::state).orElseThrow();
            var next = step.apply(was);
            return Aligning.told(was, next, scenes.of(partnership, next));
        });
    }

    private static JointAccount with(JointAccount was, BookEntry entry) {
        var others = was.entries().stream().filter(each -> !each.company().equals(entry.company()));
        return was.entered(Stream.concat(others, Stream.of(entry))
                .sorted(Comparator.comparing(BookEntry::company))
                .toList());
    }
}
