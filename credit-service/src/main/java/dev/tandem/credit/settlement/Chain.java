package dev.tandem.credit.settlement;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.settlement.Due.Place;
import dev.tandem.credit.settlement.Posted.Leg;
import dev.tandem.kit.store.Hash;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pure rules of a settlement's chain: due less posted, the next link, and whether all links
/// are as they were written.
final class Chain {
    private Chain() {}

    static Map<Place, Money> posted(Collection<? extends Link> links) {
        var posted = new TreeMap<Place, Money>();
        links.stream()
                .flatMap(link -> link instanceof Posted entry ? entry.credits() : Stream.empty())
                .forEach(leg -> posted.merge(leg.place(), leg.amount(), Money::plus));
        return posted;
    }

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

    static Optional<YearMonth> signedThrough(Collection<? extends Link> links) {
        return links.stream()
                .flatMap(link -> link instanceof Signed signed ? Stream.of(signed.period()) : Stream.empty())
                .max(YearMonth::compareTo);
    }

    static Optional<YearMonth> firstPosted(Collection<? extends Link> links) {
        return links.stream()
                .flatMap(link -> link instanceof Posted entry ? entry.legs().stream() : Stream.empty())
                .map(Leg::posting)
                .min(YearMonth::compareTo);
    }

    static Instant notBefore(List<Link> links, Instant now) {
        return links.isEmpty() || !now.isBefore(links.getLast().knownAt())
                ? now
                : links.getLast().knownAt();
    }

    static String headHash(List<Link> links) {
        return links.isEmpty() ? "" : links.getLast().hash();
    }

    static String hash(PartnershipId partnership, Link link) {
        return Hash.hex(partnership.value(), link.prevHash(), Long.toString(link.seq()), link.content());
    }

    /// Names each link that was changed, removed or put elsewhere.
    static List<String> findings(PartnershipId partnership, List<Link> links) {
        var findings = new ArrayList<String>();
        long seq = 0;
        var hash = "";
        for (var link : links) {
            if (link.seq() != seq + 1 || !link.prevHash().equals(hash)) {
                findings.add("Link " + link.seq() + " does not follow link " + seq + ".");
            }
            if (!link.hash().equals(hash(partnership, link))) {
                findings.add("Link " + link.seq() + " is not as it was written.");
            }
            seq = link.seq();
            hash = link.hash();
        }
        return findings;
    }
}
