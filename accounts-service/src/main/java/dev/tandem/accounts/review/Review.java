package dev.tandem.accounts.review;

import dev.tandem.accounts.matching.Evidence;
import dev.tandem.accounts.matching.Names;
import dev.tandem.accounts.matching.Ruling;
import dev.tandem.accounts.review.Verdict.Answer;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A pair of accounts of two parties, and what each says of it. Both have to say that it is one customer; one alone
/// may say that it is not, for a false match shows what it may not.
///
/// @param because what alignment found when it asked last
/// @param dueAt until when an answer is expected; without one the pair stays unmatched
/// @param asked whether alignment doubts it now
/// @param reported whether it was a match that a party called wrong
/// @param names of the two when both said last that it is one customer; null before
public record Review(
        String id,
        PartnershipId partnership,
        AccountRef one,
        AccountRef other,
        List<Evidence> because,
        Instant openedAt,
        Instant dueAt,
        boolean asked,
        boolean reported,
        List<Verdict> verdicts,
        @Nullable Names names) {
    static final Duration TIME_TO_ANSWER = Duration.ofDays(14);

    /// Where it stands.
    public enum Status {
        /// Waits for the parties.
        OPEN,
        /// Both said that it is one customer.
        CONFIRMED,
        /// A party said that it is not.
        REJECTED,
        /// The accounts changed, and there is no doubt any more.
        WITHDRAWN
    }

    public Review {
        because = List.copyOf(because);
        verdicts = List.copyOf(verdicts);
    }

    static Review of(String id, PartnershipId partnership, Doubted pair, Instant now) {
        return new Review(
                id,
                partnership,
                pair.one(),
                pair.other(),
                pair.because(),
                now,
                now.plus(TIME_TO_ANSWER),
                false,
                false,
                List.of(),
                null);
    }

    /// A pair to decide about.
    public record Doubted(AccountRef one, AccountRef other, List<Evidence> because) {}

    /// Alignment doubts it; the clock runs from when it did first.
    Review asked(List<Evidence> found, Instant now) {
        var from = asked ? openedAt : now;
        return new Review(
                id, partnership, one, other, found, from, from.plus(TIME_TO_ANSWER), true, reported, verdicts, names);
    }

    Review notAsked() {
        return new Review(id, partnership, one, other, because, openedAt, dueAt, false, reported, verdicts, names);
    }

    /// A match that a party calls wrong: the other has to answer within the same time.
    Review reportedAt(Instant now) {
        return new Review(
                id, partnership, one, other, because, now, now.plus(TIME_TO_ANSWER), asked, true, verdicts, names);
    }

    Review said(Verdict verdict) {
        var all = Stream.concat(
                        verdicts.stream().filter(each -> !each.company().equals(verdict.company())), Stream.of(verdict))
                .sorted(Comparator.comparing(Verdict::company))
                .toList();
        return new Review(id, partnership, one, other, because, openedAt, dueAt, asked, reported, all, names);
    }

    /// Both say that it is one customer, of these names.
    Review of(Names now) {
        return new Review(id, partnership, one, other, because, openedAt, dueAt, asked, reported, verdicts, now);
    }

    /// What alignment learns beyond the pair.
    public Optional<Names> taught() {
        return Optional.ofNullable(names).filter(_ -> ruling() == Ruling.SAME);
    }

    public Status status() {
        return switch (ruling()) {
            case SAME -> Status.CONFIRMED;
            case DIFFERENT -> Status.REJECTED;
            case NONE -> asked ? Status.OPEN : Status.WITHDRAWN;
        };
    }

    /// What alignment has to keep to.
    public Ruling ruling() {
        var standing = verdicts.stream().filter(Verdict::standing).toList();
        if (standing.stream().anyMatch(verdict -> verdict.answer() == Answer.DIFFERENT_CUSTOMERS)) {
            return Ruling.DIFFERENT;
        }
        return standing.size() == 2 ? Ruling.SAME : Ruling.NONE;
    }

    /// Who has yet to answer: of a doubt every party, of a reported match the one that did not report it.
    public List<CompanyId> waitsFor() {
        var waits = status() == Status.OPEN || (status() == Status.REJECTED && reported);
        return waits ? companies().filter(company -> verdict(company).isEmpty()).toList() : List.of();
    }

    public Optional<Verdict> verdict(CompanyId company) {
        return verdicts.stream()
                .filter(verdict -> verdict.company().equals(company) && verdict.standing())
                .findFirst();
    }

    /// How often the company changed its verdict.
    public long revision(CompanyId company) {
        return verdicts.stream()
                .filter(verdict -> verdict.company().equals(company))
                .mapToLong(Verdict::revision)
                .findFirst()
                .orElse(0);
    }

    /// The company's own account.
    public Optional<AccountRef> of(CompanyId company) {
        return accounts().filter(account -> account.company().equals(company)).findFirst();
    }

    /// The account that is not the company's.
    AccountRef besides(CompanyId company) {
        return one.company().equals(company) ? other : one;
    }

    Stream<AccountRef> accounts() {
        return Stream.of(one, other);
    }

    Stream<CompanyId> companies() {
        return accounts().map(AccountRef::company);
    }
}
