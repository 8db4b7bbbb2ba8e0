package dev.tandem.credit.ledger;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.credit.CreditChange;
import dev.tandem.credit.ledger.Posting.Occasion;
import dev.tandem.kit.store.Outgoing;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/// One chain per partnership, and the only door to it: posting what is missing to the target, and
/// closing a period.
@Service
public class Ledger {
    private static final int WRITERS_MAX = 100;

    private final Journal journal;
    private final Clock clock;

    Ledger(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /// Posts the difference between what `assess` says and what is posted about the deal; nothing
    /// if there is none.
    ///
    /// Safe with any number of posters: the head is read first, then the inputs, then what is
    /// posted, and the entry after that head is inserted. Whoever comes second finds it taken and
    /// looks at everything again.
    ///
    /// @param assess reads the inputs as they are now, each time it is asked
    /// @throws OptimisticLockingFailureException when others are faster again and again; a later
    /// call may succeed
    public void post(PartnershipId partnership, DealId deal, String cause, Supplier<Assessed> assess) {
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var head = journal.head(partnership);
            var assessed = assess.get();
            var ofDeal = journal.ofDeal(partnership, deal);
            var occasion = new Occasion(cause, clock.instant(), closedThrough(partnership, head));
            var next = Posting.next(head, ofDeal, assessed, occasion);
            if (next.isEmpty()
                    || journal.append(partnership, next.get(), CreditEvents.of(partnership, next.get(), ofDeal))) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("too many posters to the chain of one partnership");
    }

    /// Of the periods closed up to that head: if another was closed meanwhile, the place after the
    /// head is taken.
    private @Nullable YearMonth closedThrough(PartnershipId partnership, Optional<Link> head) {
        var seq = head.map(Link::seq).orElse(0L);
        return journal.closed(partnership).stream()
                .filter(closed -> closed.seq() <= seq)
                .map(PeriodClosed::period)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Closes a period by what `decide` says of the chain up to the head it is given; nothing if
    /// that is empty.
    ///
    /// @throws OptimisticLockingFailureException as [#post] does
    public Optional<PeriodClosed> close(
            PartnershipId partnership, Function<Link, Optional<PeriodClosed.Agreed>> decide) {
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var head = journal.head(partnership);
            var closed = head.flatMap(
                    last -> decide.apply(last).map(agreed -> PeriodClosed.after(last, agreed, clock.instant())));
            if (closed.isEmpty() || journal.append(partnership, closed.get(), closedEvent(partnership, closed.get()))) {
                return closed;
            }
        }
        throw new OptimisticLockingFailureException("too many posters to the chain of one partnership");
    }

    private static List<Outgoing> closedEvent(PartnershipId partnership, PeriodClosed closed) {
        var event = new CreditChange.PeriodClosed(partnership, closed.seq(), closed.period(), closed.statementHash());
        return List.of(Outgoing.to(Topics.CREDITS, partnership.value(), event));
    }

    /// The periods closed so far, in order.
    public List<PeriodClosed> closed(PartnershipId partnership) {
        return journal.closed(partnership);
    }

    /// The last `seq`, 0 for an empty chain.
    public long head(PartnershipId partnership) {
        return journal.head(partnership).map(Link::seq).orElse(0L);
    }

    public Optional<Link> find(PartnershipId partnership, long seq) {
        return journal.find(partnership, seq);
    }

    /// In order, after `afterSeq`.
    public List<Link> page(PartnershipId partnership, long afterSeq, int limit) {
        return journal.page(partnership, afterSeq, limit);
    }

    /// In order, up to and with `throughSeq`; close it.
    public Stream<Link> through(PartnershipId partnership, long throughSeq) {
        return journal.through(partnership, throughSeq);
    }

    public List<Entry> ofDeal(PartnershipId partnership, DealId deal) {
        return journal.ofDeal(partnership, deal);
    }

    /// Entries with a line of the rep.
    public List<Entry> ofRep(PartnershipId partnership, RepId rep) {
        return journal.ofRep(partnership, rep);
    }

    /// The deals of which the rep ever had credit or points.
    public SortedSet<DealId> dealsOf(PartnershipId partnership, RepId rep) {
        var deals = new TreeSet<DealId>();
        Stream.concat(journal.ofRep(partnership, rep).stream(), journal.withPointsOf(partnership, rep).stream())
                .forEach(entry -> deals.add(entry.deal().deal()));
        return deals;
    }

    /// All entries about deals of which the rep ever had a line, in order.
    public List<Entry> ofDealsOf(PartnershipId partnership, RepId rep) {
        return journal.ofDealsOf(partnership, rep);
    }

    /// Entries with recognition points of the rep.
    public List<Entry> withPointsOf(PartnershipId partnership, RepId rep) {
        return journal.withPointsOf(partnership, rep);
    }

    /// Reads the whole chain and names what is not as it was written.
    public Verification verify(PartnershipId partnership) {
        try (var chain = journal.through(partnership, head(partnership))) {
            return Verification.of(chain);
        }
    }
}
