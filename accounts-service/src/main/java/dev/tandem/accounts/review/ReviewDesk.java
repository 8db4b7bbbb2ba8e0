package dev.tandem.accounts.review;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.account.OwnRecords;
import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.matching.Names;
import dev.tandem.accounts.matching.Ruling;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.MatchingWork.ReviewTouched;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Reviews as one party may see them, and what it says of them. A party sees a review only while the agreement in
/// force would show both accounts row by row if they were matched.
@Component
public class ReviewDesk {
    private static final int BATCH = 100;

    private final Reviews reviews;
    private final Book book;
    private final OwnRecords records;
    private final IssuedIds ids;
    private final Clock clock;

    ReviewDesk(Reviews reviews, Book book, OwnRecords records, IssuedIds ids, Clock clock) {
        this.reviews = reviews;
        this.book = book;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
    }

    /// A review, the reader's own account, and which fields of the other it would see.
    record Seen(Review review, Account own, java.util.Set<String> shownFields) {}

    Optional<Seen> find(CompanyId reader, PartnershipChanged partnership, String id) {
        return reviews.find(partnership.partnership(), id).flatMap(review -> seen(reader, partnership, review));
    }

    /// What people are asked about the two, if the company that has the first sees it.
    public Optional<Review> between(PartnershipChanged partnership, AccountRef own, AccountRef other) {
        var one = own.compareTo(other) < 0 ? own : other;
        var id = ids.review(partnership.partnership(), one, one.equals(own) ? other : own);
        return find(own.company(), partnership, id).map(Seen::review);
    }

    /// By id, after the one given (empty for the first); `limit` at most, fewer only at the end.
    List<Seen> page(
            CompanyId reader, PartnershipChanged partnership, Predicate<Review> asked, String after, int limit) {
        var rows = new ArrayList<Seen>();
        var afterId = after;
        while (rows.size() < limit) {
            var page = reviews.page(partnership.partnership(), reader, afterId, BATCH);
            page.stream()
                    .filter(asked)
                    .flatMap(review -> seen(reader, partnership, review).stream())
                    .forEach(rows::add);
            if (page.size() < BATCH) {
                break;
            }
            afterId = page.getLast().id();
        }
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    private Optional<Seen> seen(CompanyId reader, PartnershipChanged partnership, Review review) {
        var own = review.of(reader).flatMap(book::find).map(Versioned::state);
        var other = book.find(review.besides(reader)).map(Versioned::state);
        var partner = review.besides(reader).company();
        if (own.isEmpty()
                || other.isEmpty()
                || (partnership.offline() == null
                        && shown(partnership, own.get(), partner).isEmpty())) {
            return Optional.empty();
        }
        return shown(partnership, other.get(), reader).map(fields -> new Seen(review, own.get(), fields));
    }

    private Optional<java.util.Set<String>> shown(PartnershipChanged partnership, Account account, CompanyId to) {
        var own = records.of(account);
        return Visibility.overlapping(partnership.inForce(), own, to)
                .map(_ -> Visibility.permitted(partnership.inForce(), own, to));
    }

    /// @param verdict is asked of the review as it is when it is written; refuses by throwing
    Review say(PartnershipChanged partnership, String id, Cause cause, Function<Review, Verdict> verdict) {
        return reviews.change(partnership.partnership(), id, cause, current -> {
                    var was = current.map(Versioned::state).orElseThrow();
                    return touched(learning(said(partnership, was, verdict.apply(was))));
                })
                .orElseThrow();
    }

    /// An account that is gone meanwhile teaches nothing.
    private Review learning(Review said) {
        return said.ruling() == Ruling.SAME
                ? name(said.one())
                        .flatMap(one -> name(said.other()).map(other -> said.of(new Names(one, other))))
                        .orElse(said)
                : said;
    }

    private Optional<String> name(AccountRef account) {
        return book.find(account).map(found -> found.state().texts().getOrDefault("name", ""));
    }

    /// A match that a party calls wrong ends at once; the other party has to answer.
    public Review report(
            PartnershipChanged partnership, AccountRef own, AccountRef other, Cause cause, Verdict verdict) {
        var one = own.compareTo(other) < 0 ? own : other;
        var second = one.equals(own) ? other : own;
        var id = ids.review(partnership.partnership(), one, second);
        return reviews.change(partnership.partnership(), id, cause, current -> {
                    var was = current.map(Versioned::state)
                            .orElseGet(() -> Review.of(
                                    id,
                                    partnership.partnership(),
                                    new Review.Doubted(one, second, List.of()),
                                    clock.instant()));
                    var next = verdict.after(was.revision(verdict.company()));
                    return touched(said(partnership, was.reportedAt(clock.instant()), next));
                })
                .orElseThrow();
    }

    /// Who represents a partner speaks for it too.
    private static Review said(PartnershipChanged partnership, Review was, Verdict verdict) {
        var next = was.said(verdict);
        var offline = partnership.offline();
        return offline == null ? next : next.said(verdict.by(offline.placeholder()));
    }

    private static Change<Review> touched(Review next) {
        var work = new ReviewTouched(next.partnership(), next.id());
        return Change.to(
                next, List.of(Outgoing.to(Topics.MATCHING, next.partnership().value(), work)));
    }
}
