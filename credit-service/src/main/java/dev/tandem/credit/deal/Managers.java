package dev.tandem.credit.deal;

import dev.tandem.contracts.roster.RosterChange.Spell;
import dev.tandem.credit.crediting.Recipient;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/// Who reported to whom, as the rosters say.
@Service
class Managers {
    private final Reps reps;

    Managers(Reps reps) {
        this.reps = reps;
    }

    /// The manager of each of these on that day, and of each of those, as far up as it goes.
    SortedMap<Recipient, Recipient> above(Collection<Recipient> people, LocalDate day) {
        var above = new TreeMap<Recipient, Recipient>();
        var open = new ArrayDeque<>(people);
        while (!open.isEmpty()) {
            var each = open.remove();
            if (!above.containsKey(each)) {
                manager(each, day).ifPresent(manager -> {
                    above.put(each, manager);
                    open.add(manager);
                });
            }
        }
        return above;
    }

    private Optional<Recipient> manager(Recipient who, LocalDate day) {
        return reps.find(who.company(), who.rep())
                .flatMap(rep -> rep.on(day))
                .map(Spell::manager)
                .map(manager -> new Recipient(who.company(), manager));
    }
}
