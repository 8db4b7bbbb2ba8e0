package dev.tandem.credit.ledger;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.ledger.Posting.Occasion;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/// One chain of entries per partnership, and the only door to it: posting what is missing to the target.
@Service
public class Ledger {
    private static final int WRITERS_MAX = 100;

    private final Journal journal;
    private final Clock clock;

    Ledger(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /// Posts the difference between what `assess` says and what is posted about the deal; nothing if there is none.
    ///
    /// Safe with any number of posters: the head is read first, then the inputs, then what is posted, and the entry
    /// after that head is inserted. Whoever comes second finds it taken and looks at everything again.
    ///
    /// @param assess reads the inputs as they are now, each time it is asked
    /// @throws OptimisticLockingFailureException when others are faster again and again; a later call may succeed
    public void post(PartnershipId partnership, DealId deal, String cause, Supplier<Assessed> assess) {
        for (int attempt = 0; attempt < WRITERS_MAX; attempt++) {
            var head = journal.head(partnership);
            var assessed = assess.get();
            var ofDeal = journal.ofDeal(partnership, deal);
            var next = Posting.next(head, ofDeal, assessed, new Occasion(cause, clock.instant()));
            if (next.isEmpty()
                    || journal.append(partnership, next.get(), CreditEvents.of(partnership, next.get(), ofDeal))) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("too many posters to the chain of one partnership");
    }

    /// The last `seq`, 0 for an empty chain.
    public long head(PartnershipId partnership) {
        return journal.head(partnership).map(Entry::seq).orElse(0L);
    }

    public Optional<Entry> find(PartnershipId partnership, long seq) {
        return journal.find(partnership, seq);
    }

    /// In order, after `afterSeq`.
    public List<Entry> page(PartnershipId partnership, long afterSeq, int limit) {
        return journal.page(partnership, afterSeq, limit);
    }

    /// In order, up to and with `throughSeq`; close it.
    public Stream<Entry> through(PartnershipId partnership, long throughSeq) {
        return journal.through(partnership, throughSeq);
    }

    public List<Entry> ofDeal(PartnershipId partnership, DealId deal) {
        return journal.ofDeal(partnership, deal);
    }

    /// Entries with a line of the rep.
    public List<Entry> ofRep(PartnershipId partnership, RepId rep) {
        return journal.ofRep(partnership, rep);
    }

    /// Reads the whole chain and names what is not as it was written.
    public Verification verify(PartnershipId partnership) {
        try (var chain = journal.through(partnership, head(partnership))) {
            return Verification.of(chain);
        }
    }
}
