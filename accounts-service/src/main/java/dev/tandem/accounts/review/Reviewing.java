package dev.tandem.accounts.review;

import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.review.Review.Doubted;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What the one writer of a partnership's alignment asks people, and what they answered.
@Component
public class Reviewing {
    private final Reviews reviews;
    private final IssuedIds ids;
    private final Clock clock;

    Reviewing(Reviews reviews, IssuedIds ids, Clock clock) {
        this.reviews = reviews;
        this.ids = ids;
        this.clock = clock;
    }

    /// Asks of the accounts what is doubted of them now, and nothing else.
    ///
    /// @param doubts all that have one of the accounts
    public void ask(PartnershipId partnership, Collection<AccountRef> accounts, List<Doubted> doubts) {
        var now = doubts.stream().map(pair -> id(partnership, pair)).collect(Collectors.toSet());
        var asking = new LinkedHashMap<String, Decision<Review>>();
        doubts.forEach(pair -> asking.put(id(partnership, pair), asking(partnership, pair)));
        reviews.changeAll(partnership, asking);
        reviews.asked(partnership, accounts).stream()
                .filter(review -> !now.contains(review.id()))
                .forEach(review -> stopAsking(partnership, review.id()));
    }

    public Optional<Review> find(PartnershipId partnership, String id) {
        return reviews.find(partnership, id);
    }

    public void forEachAsked(PartnershipId partnership, Consumer<Review> use) {
        reviews.forEachAsked(partnership, use);
    }

    /// Each that people decided.
    public void forEachRuled(PartnershipId partnership, Consumer<Review> use) {
        reviews.forEachRuled(partnership, use);
    }

    String id(PartnershipId partnership, Doubted pair) {
        return ids.review(partnership, pair.one(), pair.other());
    }

    private Decision<Review> asking(PartnershipId partnership, Doubted pair) {
        var id = id(partnership, pair);
        return current -> {
            var was = current.map(Versioned::state).orElseGet(() -> Review.of(id, partnership, pair, clock.instant()));
            var next = was.asked(pair.because(), clock.instant());
            return next.equals(was) ? Change.none() : Change.to(next);
        };
    }

    private void stopAsking(PartnershipId partnership, String id) {
        reviews.change(
                partnership,
                id,
                Cause.GIVEN,
                current -> current.map(Versioned::state)
                        .filter(Review::asked)
                        .map(was -> Change.to(was.notAsked()))
                        .orElseGet(Change::none));
    }
}
