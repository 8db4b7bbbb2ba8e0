package dev.tandem.credit.settlement;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.settlement.Due.Place;
import dev.tandem.kit.store.Hash;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pure rules of a settlement's chain: due less posted, the next link, and whether all links
/// are as they were written.
final class Chain {
    private Chain() {}

    /// What turns what is posted into what is due; nothing when it is so already.
    ///
    /// @param through what belongs to later months is left for later
    static List<Due> difference(Collection<Due> dues, Map<Place, Money> posted, YearMonth through) {
        var differences = new TreeMap<Place, Due>();
        for (var due : dues) {
            var before =
                    posted.getOrDefault(due.place(), Money.zero(due.amount().currency()));
            differences.put(due.place(), new Due(due.place(), due.amount().minus(before), because(due, before)));
        }
        posted.forEach((place, amount) -> differences.putIfAbsent(place, takenBack(place, amount)));
        return differences.values().stream()
                .filter(due -> !due.amount().isZero() && !due.place().origin().isAfter(through))
                .toList();
    }

    private static Reason because(Due due, Money before) {
        return before.isZero()
                ? due.because()
                : new Reason(
                        due.because().code(),
                        "%s %s were posted before, so %s is posted now."
                                .formatted(
                                        due.because().sentence(),
                                        before,
                                        due.amount().minus(before)));
    }

    private static Due takenBack(Place place, Money before) {
        return new Due(
                place,
                before.negated(),
                new Reason("NOT_DUE", "Nothing is due any more; the " + before + " posted before are taken back."));
    }

    /// In the month that it belongs to while that is not signed, else in the first that is not: a
    /// true-up.
    static YearMonth posting(Due due, @Nullable YearMonth signedThrough) {
        var origin = due.place().origin();
        return signedThrough == null || origin.isAfter(signedThrough) ? origin : signedThrough.plusMonths(1);
    }

    static String hash(PartnershipId partnership, Link link) {
        return Hash.hex(partnership.value(), link.prevHash(), Long.toString(link.seq()), link.content());
    }

    /// @param findings name each link that was changed, removed or put elsewhere
    record Verified(long links, List<String> findings) {}

    static Verified verified(PartnershipId partnership, Stream<? extends Link> chain) {
        var findings = new ArrayList<String>();
        var links = new long[] {0};
        var before = new long[] {0};
        var hash = new String[] {""};
        chain.forEachOrdered(link -> {
            if (link.seq() != before[0] + 1 || !link.prevHash().equals(hash[0])) {
                findings.add("Link " + link.seq() + " does not follow link " + before[0] + ".");
            }
            if (!link.hash().equals(hash(partnership, link))) {
                findings.add("Link " + link.seq() + " is not as it was written.");
            }
            links[0]++;
            before[0] = link.seq();
            hash[0] = link.hash();
        });
        return new Verified(links[0], findings);
    }
}
