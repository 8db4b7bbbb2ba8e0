package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.engine.AccountRow;
import dev.tandem.engine.BlockReport;
import dev.tandem.engine.LiveAlignment;
import dev.tandem.engine.LiveAlignment.Standing;
import dev.tandem.engine.Match;
import dev.tandem.engine.OngoingAlignment;
import dev.tandem.engine.Party;
import dev.tandem.engine.SharedAlignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Of the books of two parties what each shows or holds back, aligned. Scores never depend on how common words are in
/// either book, so that none tells of accounts that the other party may not see.
final class Duo {
    private final Half ofOne;
    private final Half ofOther;
    private final CompanyId one;
    private final CompanyId other;
    private final OngoingAlignment alignment;
    private final Map<List<AccountRef>, Names> taught = new HashMap<>();
    private final Map<AccountRef, AccountRow> disguised = new HashMap<>();
    private final Set<Confirmed> confirmed = new HashSet<>();

    /// A pair that people called one customer.
    private record Confirmed(AccountRef one, AccountRef other) {}

    Duo(Half ofOne, Half ofOther, OngoingAlignment alignment) {
        this.ofOne = ofOne;
        this.ofOther = ofOther;
        this.one = ofOne.company();
        this.other = ofOther.company();
        this.alignment = alignment;
    }

    void load(Iterable<AccountRow> rowsOfOne, Iterable<AccountRow> rowsOfOther) {
        switch (alignment) {
            case LiveAlignment here -> here.load(compared(one, rowsOfOne), compared(other, rowsOfOther));
            case SharedAlignment shared -> shared.begin(compared(one, rowsOfOne), compared(other, rowsOfOther));
        }
    }

    /// As [Link#rank].
    int rank() {
        return Link.rank(ofOne.openness(), ofOther.openness());
    }

    List<Half> halves() {
        return List.of(ofOne, ofOther);
    }

    /// What a block has found; nobody reports anything to an alignment that is all here.
    void take(BlockReport report) {
        if (alignment instanceof SharedAlignment shared) {
            shared.take(report);
        }
    }

    /// Whether what it says of the account is of the account as it is now.
    boolean isUpToDate(AccountRef account) {
        return !(alignment instanceof SharedAlignment shared)
                || !shared.isAwaited(party(account.company()), account.account().value());
    }

    boolean isComplete() {
        return !(alignment instanceof SharedAlignment shared) || shared.isComplete();
    }

    boolean has(CompanyId company) {
        return company.equals(one) || company.equals(other);
    }

    void put(CompanyId company, AccountRow row) {
        alignment.put(party(company), compared(company, row));
    }

    private List<AccountRow> compared(CompanyId company, Iterable<AccountRow> rows) {
        var all = new ArrayList<AccountRow>();
        rows.forEach(row -> all.add(compared(company, row)));
        return all;
    }

    private AccountRow compared(CompanyId company, AccountRow row) {
        if (Disguise.isOf(row)) {
            disguised.put(ref(company, row.id()), row);
        } else {
            disguised.remove(ref(company, row.id()));
        }
        return Disguise.compared(row);
    }

    void remove(AccountRef account) {
        disguised.remove(account);
        alignment.remove(party(account.company()), account.account().value());
    }

    /// The pairs that the account is in, likely enough to be looked at: one, unless people confirmed several.
    Stream<Link> links(AccountRef account) {
        return alignment.standings(party(account.company()), account.account().value()).stream()
                .map(this::link);
    }

    boolean isOf(AccountRef account, AccountRef another) {
        return !account.company().equals(another.company()) && has(account.company()) && has(another.company());
    }

    /// Keeps to what people decided, from now on.
    void rule(AccountRef account, AccountRef another, Ruling ruling) {
        var first = account.company().equals(one) ? account : another;
        var idOfOne = first.account().value();
        var idOfOther = (first.equals(account) ? another : account).account().value();
        var pair = new Confirmed(ref(one, idOfOne), ref(other, idOfOther));
        if (ruling == Ruling.SAME) {
            confirmed.add(pair);
        } else {
            confirmed.remove(pair);
        }
        switch (ruling) {
            case SAME -> alignment.confirm(idOfOne, idOfOther);
            case DIFFERENT -> alignment.reject(idOfOne, idOfOther);
            case NONE -> alignment.withdraw(idOfOne, idOfOther);
        }
    }

    /// Keeps to what the pair teaches, from now on; nothing, if people no longer say that it is one customer.
    void teach(AccountRef account, AccountRef another, Optional<Names> names) {
        var pair = List.of(account, another);
        var was = Optional.ofNullable(taught.get(pair));
        if (!was.equals(names)) {
            var party = party(account.company());
            was.ifPresent(old -> alignment.withoutAlias(party, old.one(), old.other()));
            names.ifPresent(now -> alignment.alias(party, now.one(), now.other()));
            names.ifPresentOrElse(now -> taught.put(pair, now), () -> taught.remove(pair));
        }
    }

    Stream<Link> links() {
        return alignment.matches().stream().map(this::link);
    }

    Stream<AccountRef> takeChanges() {
        var changes = alignment.takeChanges();
        return Stream.concat(
                changes.ofA().stream().map(id -> ref(one, id)),
                changes.ofB().stream().map(id -> ref(other, id)));
    }

    List<Evidence> evidence(Link link) {
        var found = alignment
                .explain(link.one().account().value(), link.other().account().value())
                .map(Wording::of)
                .orElse(List.of());
        var letters = Disguise.of(Stream.of(link.one(), link.other()).flatMap(this::disguised));
        return Stream.concat(letters, found.stream()).toList();
    }

    private Stream<AccountRow> disguised(AccountRef account) {
        return Stream.ofNullable(disguised.get(account));
    }

    int rowsEver() {
        return alignment.rowsEver();
    }

    /// What is disguised is a match only once people say so.
    private Link link(Standing standing) {
        var first = ref(one, standing.idOfA());
        var second = ref(other, standing.idOfB());
        var trusted = (!disguised.containsKey(first) && !disguised.containsKey(second))
                || confirmed.contains(new Confirmed(first, second));
        var match = standing.decision() == Match.Decision.MATCH && trusted;
        return new Link(first, second, standing.probability(), match, ofOne.openness(), ofOther.openness());
    }

    private static AccountRef ref(CompanyId company, String id) {
        return new AccountRef(company, new CrmId(id));
    }

    private Party party(CompanyId company) {
        return company.equals(one) ? Party.A : Party.B;
    }
}
