package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.engine.AccountRow;
import dev.tandem.engine.LiveDuplicates;
import dev.tandem.engine.Party;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// The books of all parties, what they show and what they hold back, and the alignments that their accounts are in.
final class Books {
    private final Map<CompanyId, Shelves> shelves = new TreeMap<>();
    private final List<CompanyId> parties;
    private final Set<AccountRef> changed = new TreeSet<>();
    private final Function<AccountRef, Openness> openness;
    private final Pairing pairing;
    final Duos duos = new Duos();

    Books(List<CompanyId> parties, Pairing pairing, Function<AccountRef, Openness> openness) {
        this.parties = List.copyOf(parties);
        this.pairing = pairing;
        this.openness = openness;
    }

    void load(Function<CompanyId, Iterable<AccountRow>> book) {
        parties.forEach(party -> shelves.put(party, Shelves.of(party, book.apply(party), openness)));
        for (var party : parties) {
            Stream.of(Openness.values()).forEach(each -> open(new Half(party, each)));
        }
    }

    /// Each alignment that the half has a part in and that is not there yet.
    private void open(Half half) {
        var others = parties.stream().filter(party -> !party.equals(half.company()));
        others.flatMap(party -> Stream.of(Openness.values()).map(each -> new Half(party, each)))
                .forEach(other -> {
                    if (isBefore(half, other)) {
                        open(half, other);
                    } else {
                        open(other, half);
                    }
                });
    }

    private boolean isBefore(Half one, Half other) {
        return parties.indexOf(one.company()) < parties.indexOf(other.company());
    }

    /// Others help with what both show. What is held back is compared here, once there is some.
    private void open(Half one, Half other) {
        var areShown = one.isShown() && other.isShown();
        var isNeeded = areShown || (of(one).size() > 0 && of(other).size() > 0);
        if (isNeeded && duos.between(one, other).isEmpty()) {
            var by = areShown ? pairing : Pairing.HERE;
            var alignment = by.of(
                    one.company(),
                    other.company(),
                    (party, ids) -> of(party == Party.A ? one : other).compared(ids));
            var duo = new Duo(one, other, alignment);
            duo.load(of(one).first(), of(other).first());
            duos.add(duo);
        }
    }

    void put(CompanyId company, AccountRow row) {
        var account = new AccountRef(company, new CrmId(row.id()));
        var now = openness.apply(account);
        Stream.of(Openness.values()).filter(each -> each != now).forEach(was -> remove(account, was));
        var half = new Half(company, now);
        apply(half, of(half).put(row));
    }

    void remove(AccountRef account) {
        Stream.of(Openness.values()).forEach(each -> remove(account, each));
    }

    private void remove(AccountRef account, Openness from) {
        var half = new Half(account.company(), from);
        if (of(half).has(account)) {
            apply(half, of(half).remove(account));
        }
    }

    private void apply(Half half, LiveDuplicates.Change change) {
        duos.of(half).forEach(duo -> {
            change.gone().forEach(id -> duo.remove(new AccountRef(half.company(), new CrmId(id))));
            change.come().forEach(row -> duo.put(half.company(), row));
        });
        open(half);
        change.touched().forEach(id -> changed.add(new AccountRef(half.company(), new CrmId(id))));
    }

    /// The accounts whose customer or whose pairs may be others than when this was asked last.
    Set<AccountRef> takeChanges() {
        var taken = new TreeSet<>(changed);
        duos.stream().flatMap(Duo::takeChanges).forEach(taken::add);
        changed.clear();
        return duos.around(taken);
    }

    private Customers of(Half half) {
        return of(half.company()).of(half.openness());
    }

    Shelves of(CompanyId company) {
        return Objects.requireNonNull(shelves.get(company), "a party");
    }

    /// How many accounts there are, each as often as it is aligned with others.
    int rows() {
        return duos.stream()
                .flatMap(duo -> duo.halves().stream())
                .mapToInt(half -> of(half).size())
                .sum();
    }
}
