package dev.tandem.accounts.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Since when an account stands in its company's book as who it is, and what vouches for it: whoever invents accounts
/// to see which of them a partner has can give them any name, but no history.
///
/// @param order by when, and by chance among those of one instant; unique in a book
/// @param filed whether only files have named it
/// @param vouched whether its CRM sells on it
/// @param before the order that it had as who it was before; null for one that was nobody else
/// @param movedAt when it was given another address last without being another for it, in milliseconds; null for never
public record Proposal(
        String order,
        boolean filed,
        boolean vouched,
        @Nullable String before,
        @Nullable Long movedAt) {
    private static final List<String> WHO = List.of("name", "website", "registrationId", "phone");
    private static final List<String> WHERE = List.of("street", "city", "postcode", "country");
    private static final Duration STAYS = Duration.ofDays(30);
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int DIGITS = 15;

    /// Before every account.
    public static final String FIRST = "";

    /// Behind every account; the place of those that are private.
    public static final String NEVER = "~";

    /// Of what its company's people said, and no CRM or file.
    static Proposal of(Account was, Account next, Instant now) {
        return of(was, next, was.proposal() == null || was.proposal().filed(), now);
    }

    static Proposal of(Account was, Account next, boolean filed, Instant now) {
        var current = was.proposal();
        var vouched = !next.allOpportunities().isEmpty();
        if (current == null) {
            return new Proposal(next.withheld() ? NEVER : from(now) + next.listing(), filed, vouched, null, null);
        }
        if (!next.live()) {
            return current;
        }
        if (next.withheld()) {
            return new Proposal(NEVER, filed && current.filed(), vouched, current.last(), null);
        }
        var moves = isMoved(was, next);
        return isAnother(was, next) || (moves && !current.mayMove(now))
                ? new Proposal(from(current.later(now)) + next.listing(), filed, vouched, current.last(), null)
                : new Proposal(
                        current.order(),
                        filed && current.filed(),
                        vouched,
                        current.before(),
                        moves ? Long.valueOf(now.toEpochMilli()) : current.movedAt());
    }

    /// Whether it stood as it is for so long that another address is an update: otherwise one name could be moved about
    /// until it meets the partner's.
    private boolean mayMove(Instant now) {
        var last = movedAt == null ? since() : Math.max(since(), movedAt);
        return now.toEpochMilli() - last >= STAYS.toMillis();
    }

    /// The place that it had last; one that is private has none.
    private @Nullable String last() {
        return isPrivate() ? before : order;
    }

    /// Two places that an account has one after the other are never the same, whatever the clocks.
    private Instant later(Instant now) {
        var last = last();
        var next = last == null ? now : Instant.ofEpochMilli(millis(last) + 1);
        return now.isBefore(next) ? next : now;
    }

    private static long millis(String order) {
        return Long.parseLong(order.substring(0, DIGITS));
    }

    private boolean isPrivate() {
        return order.equals(NEVER);
    }

    /// Names who the account is, among all that it was: a later number is a later one.
    public long since() {
        return isPrivate() ? Long.MAX_VALUE : millis(order);
    }

    /// Whether it is proposed as somebody else than before. What was not known of it may be added. One that was private
    /// was nobody: otherwise any number could come in where nobody sees them, and be shown at once.
    private static boolean isAnother(Account was, Account next) {
        return !was.live()
                || was.withheld()
                || WHO.stream()
                        .anyMatch(field ->
                                replaced(was.texts().get(field), next.texts().get(field)));
    }

    private static boolean isMoved(Account was, Account next) {
        return WHERE.stream()
                .anyMatch(field -> replaced(
                        plain(was.texts().get(field)), plain(next.texts().get(field))));
    }

    /// How an address is punctuated is no address.
    private static @Nullable String plain(@Nullable String text) {
        var plain = text == null ? "" : NO_LETTERS.matcher(text).replaceAll("");
        return plain.isEmpty() ? null : plain;
    }

    private static boolean replaced(@Nullable String was, @Nullable String is) {
        return was != null && !folded(was).equals(folded(Objects.requireNonNullElse(is, "")));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// Comes before the order of everything that is proposed at the instant or later.
    public static String from(Instant at) {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d/", Math.max(0, at.toEpochMilli()));
    }

    Proposal vouched(boolean now) {
        return new Proposal(order, filed, now, before, movedAt);
    }

    /// Whether as much vouches for the one as for the other: an account that waits is let in once its CRM sells on it.
    static boolean vouchAlike(@Nullable Proposal one, @Nullable Proposal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.filed == other.filed && one.vouched == other.vouched;
    }

    /// Whether it stands so, or stood as who it was before, only since then.
    public boolean isSince(Instant at) {
        return from(at).compareTo(order) <= 0;
    }

    /// Whether it was somebody else, and that only since then.
    public boolean wasAnotherSince(Instant at) {
        return before != null && from(at).compareTo(before) <= 0;
    }
}
