package dev.tandem.engine;

import dev.tandem.engine.LiveAlignment.Changes;
import dev.tandem.engine.LiveAlignment.Standing;
import java.util.List;
import java.util.Optional;

/// Two books that stay aligned while their accounts come, change and go: by whoever has them, or by blocks that may be
/// anywhere. What is asked of either is described at [LiveAlignment].
public sealed interface OngoingAlignment permits LiveAlignment, SharedAlignment {
    void put(Party party, AccountRow account);

    void remove(Party party, String id);

    void confirm(String idOfA, String idOfB);

    void reject(String idOfA, String idOfB);

    void withdraw(String idOfA, String idOfB);

    void alias(Party party, String name, String other);

    void withoutAlias(Party party, String name, String other);

    List<Standing> matches();

    List<Standing> standings(Party party, String id);

    Changes takeChanges();

    Optional<Explanation> explain(String idOfA, String idOfB);

    /// How many accounts were put in all of which memory is kept here.
    int rowsEver();
}
