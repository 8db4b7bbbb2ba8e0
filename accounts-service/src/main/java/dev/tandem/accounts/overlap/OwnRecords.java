package dev.tandem.accounts.overlap;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.rep.Reps;
import dev.tandem.accounts.sharing.Visibility.Own;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// An account as its owner has it, with the owning rep's name, before anything is taken from it for others.
@Component
class OwnRecords {
    private final Reps reps;

    OwnRecords(Reps reps) {
        this.reps = reps;
    }

    Own of(Account account) {
        var texts = new TreeMap<>(account.texts());
        Optional.ofNullable(account.ownerUser())
                .flatMap(user -> reps.byUser(account.ref().company(), user))
                .ifPresent(rep -> texts.put("owner", rep.name()));
        return new Own(account.ref().company(), account.population(), texts);
    }
}
