package dev.tandem.credit.export;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.Link;
import dev.tandem.kit.web.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A pair of effective date and entry of a partnership's journal: what is read as of any pair is the same for ever.
///
/// @param entry the last that is read
/// @param asked whether an entry was asked for, and so what was known then
/// @param effectiveThrough what is of a later date is left out; null for every date there is
public record AsOf(
        Ledger ledger,
        PartnershipId partnership,
        long entry,
        boolean asked,
        @Nullable LocalDate effectiveThrough) {

    /// @param asOf null for the last entry
    /// @throws dev.tandem.kit.web.ProblemException 400 naming `asOf`, when there is none such
    public static AsOf of(
            Ledger ledger, PartnershipId partnership, @Nullable String asOf, @Nullable LocalDate effectiveThrough) {
        return new AsOf(ledger, partnership, entry(ledger, partnership, asOf), asOf != null, effectiveThrough);
    }

    static long entry(Ledger ledger, PartnershipId partnership, @Nullable String asOf) {
        var head = ledger.head(partnership);
        if (asOf == null) {
            return head;
        }
        try {
            var seq = Long.parseLong(asOf);
            if (seq >= 0 && seq <= head) {
                return seq;
            }
        } catch (NumberFormatException malformed) {
            // is no entry either
        }
        throw Problem.invalid("asOf", "RANGE", "must be an entry from 0 to the last one, " + head);
    }

    public boolean takes(LocalDate date) {
        return effectiveThrough == null || !date.isAfter(effectiveThrough);
    }

    /// When the entry became known that was asked for; empty for now. Entry 0 is before all that ever was.
    public Optional<Instant> knownAt() {
        return asked
                ? Optional.of(ledger.find(partnership, entry).map(Link::knownAt).orElse(Instant.EPOCH))
                : Optional.empty();
    }

    /// What was agreed by then.
    public PartnershipChanged agreed(PartnershipChanged now) {
        return knownAt().map(now::asOf).orElse(now);
    }

    /// The journal in order, without the deals of a later date.
    public void each(Consumer<Link> use) {
        var later = effectiveThrough == null ? Set.<DealId>of() : later();
        try (var chain = ledger.through(partnership, entry)) {
            chain.filter(link -> !(link instanceof Entry of
                            && later.contains(of.deal().deal())))
                    .forEachOrdered(use);
        }
    }

    /// A deal's date may change: the last one that was known counts.
    private Set<DealId> later() {
        var later = new HashSet<DealId>();
        try (var chain = ledger.through(partnership, entry)) {
            chain.forEachOrdered(link -> {
                if (link instanceof Entry of) {
                    later.remove(of.deal().deal());
                    if (!takes(of.deal().effectiveDate())) {
                        later.add(of.deal().deal());
                    }
                }
            });
        }
        return later;
    }
}
