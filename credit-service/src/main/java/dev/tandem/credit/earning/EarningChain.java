package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.dispute.Dispute;
import dev.tandem.credit.earning.EarningEntry.Accrual;
import dev.tandem.credit.earning.EarningEntry.Line;
import dev.tandem.credit.plan.Earning;
import dev.tandem.credit.plan.Earning.Place;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.kit.store.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pure rules of a company's chain: due less posted, the next link, and whether all links are
/// as they were written.
final class EarningChain {
    private EarningChain() {}

    /// The lines that turn what is posted to a rep into what is due; none when it is so already.
    static List<Line> difference(
            Collection<Earning> due, Collection<EarningEntry> posted, @Nullable FiscalPeriod closedThrough) {
        var before = posted(posted);
        var lines = new TreeMap<Place, Line>();
        once(due).forEach((place, earning) -> lines.put(place, line(earning, before, closedThrough)));
        before.forEach((place, amount) ->
                lines.computeIfAbsent(place, _ -> new Line(open(place, closedThrough), takenBack(place, amount))));
        var known = places(posted);
        return lines.values().stream()
                .filter(line -> !line.earning().amount().isZero()
                        || isNewResolution(line.earning().place(), known))
                .toList();
    }

    /// Of a deal that was credited in two currencies there may be two for one place: what was taken back of the first
    /// too late stays paid. They are one line, which says both.
    private static Map<Place, Earning> once(Collection<Earning> due) {
        var once = new TreeMap<Place, Earning>();
        due.forEach(earning -> once.merge(earning.place(), earning, Earning::and));
        return once;
    }

    /// That a disputed line was right is posted as well, once.
    private static boolean isNewResolution(Place place, Set<Place> known) {
        return Dispute.isResolution(place) && !known.contains(place);
    }

    /// Only what resolutions of disputes say and is not posted yet.
    static List<Line> settled(
            Collection<Earning> adjustments, Collection<EarningEntry> posted, @Nullable FiscalPeriod closedThrough) {
        var known = places(posted);
        return adjustments.stream()
                .filter(each -> !known.contains(each.place()))
                .map(each -> new Line(open(each.place(), closedThrough), each))
                .toList();
    }

    private static Set<Place> places(Collection<EarningEntry> posted) {
        return posted.stream()
                .flatMap(entry -> entry.lines().stream())
                .map(line -> line.earning().place())
                .collect(Collectors.toSet());
    }

    static Map<Place, Money> posted(Collection<EarningEntry> entries) {
        var posted = new TreeMap<Place, Money>();
        entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .forEach(line ->
                        posted.merge(line.earning().place(), line.earning().amount(), Money::plus));
        posted.values().removeIf(Money::isZero);
        return posted;
    }

    private static Line line(Earning due, Map<Place, Money> before, @Nullable FiscalPeriod closedThrough) {
        var posted = before.getOrDefault(due.place(), Money.zero(due.amount().currency()));
        return new Line(open(due.place(), closedThrough), posted.isZero() ? due : due.lessPosted(posted));
    }

    private static Earning takenBack(Place place, Money posted) {
        var because =
                new Reason("NOT_DUE", "Nothing is due any more; the " + posted + " posted before are taken back.");
        return new Earning(place, posted.negated(), place.earnedIn(), because, null, List.of(), List.of(), posted);
    }

    private static FiscalPeriod open(Place place, @Nullable FiscalPeriod closedThrough) {
        return closedThrough == null || place.earnedIn().compareTo(closedThrough) > 0
                ? place.earnedIn()
                : closedThrough.next();
    }

    static List<Accrual> accruals(Collection<Line> lines) {
        var sums = new TreeMap<String, Accrual>();
        lines.forEach(line -> sums.merge(
                line.posting() + line.earning().amount().currencyCode(),
                new Accrual(line.posting(), line.earning().amount().negated()),
                (one, other) -> new Accrual(one.posting(), one.amount().plus(other.amount()))));
        return sums.values().stream()
                .filter(accrual -> !accrual.amount().isZero())
                .toList();
    }

    static Instant notBefore(Optional<EarningLink> head, Instant now) {
        return head.map(EarningLink::knownAt).filter(now::isBefore).orElse(now);
    }

    static String hash(CompanyId company, EarningLink link) {
        return Hash.hex(company.value(), link.prevHash(), Long.toString(link.seq()), link.content());
    }

    /// @param findings name each link that was changed, removed or put elsewhere
    record Verified(long links, List<String> findings) {}

    static Verified verified(CompanyId company, Stream<EarningLink> chain) {
        var findings = new ArrayList<String>();
        var before = new long[] {0};
        var links = new long[] {0};
        var hash = new String[] {""};
        chain.forEachOrdered(link -> {
            if (link.seq() != before[0] + 1 || !link.prevHash().equals(hash[0])) {
                findings.add("Link " + link.seq() + " does not follow link " + before[0] + ".");
            }
            if (!link.hash().equals(hash(company, link))) {
                findings.add("Link " + link.seq() + " is not as it was written.");
            }
            links[0]++;
            before[0] = link.seq();
            hash[0] = link.hash();
        });
        return new Verified(links[0], findings);
    }
}
