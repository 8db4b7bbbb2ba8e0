package dev.tandem.credit.settlement;

import dev.tandem.contracts.Money;
import dev.tandem.credit.settlement.Due.Place;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a chain stands, folded link by link: running totals, and no link is kept but the last.
final class Standing {
    private final Map<Place, Money> posted = new TreeMap<>();
    private @Nullable YearMonth signedThrough;
    private @Nullable YearMonth firstPosted;
    private @Nullable Link head;

    /// Reads the links in order, to their end.
    static Standing of(Stream<? extends Link> chain) {
        var standing = new Standing();
        chain.forEachOrdered(standing::add);
        return standing;
    }

    void add(Link link) {
        head = link;
        switch (link) {
            case Posted entry -> entry.credits().forEach(this::add);
            case Signed signed -> signedThrough = signed.period();
        }
    }

    private void add(Posted.Leg leg) {
        posted.merge(leg.place(), leg.amount(), Money::plus);
        firstPosted = firstPosted == null || leg.posting().isBefore(firstPosted) ? leg.posting() : firstPosted;
    }

    Map<Place, Money> posted() {
        return Collections.unmodifiableMap(posted);
    }

    /// The last period that every party signed; they are signed in order.
    @Nullable
    YearMonth signedThrough() {
        return signedThrough;
    }

    /// The one that can be signed next; empty before anything was posted.
    Optional<YearMonth> next() {
        return signedThrough == null ? Optional.ofNullable(firstPosted) : Optional.of(signedThrough.plusMonths(1));
    }

    long nextSeq() {
        return head == null ? 1 : head.seq() + 1;
    }

    String headHash() {
        return head == null ? "" : head.hash();
    }

    Instant notBefore(Instant now) {
        return head == null || !now.isBefore(head.knownAt()) ? now : head.knownAt();
    }
}
