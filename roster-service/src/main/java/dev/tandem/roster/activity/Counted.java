package dev.tandem.roster.activity;

import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.RepId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An activity that counts, as far as it keeps others from counting.
record Counted(
        Kind kind, Instant start, int minutes, @Nullable JointAccountId jointAccount, List<RepId> people) {
    /// Within which the same people count once for the same account, whatever the date says in between; no activity is
    /// longer, so none that is farther away can overlap.
    static final Duration REACH = Duration.ofHours(12);

    Counted {
        people = List.copyOf(people);
    }

    /// Empty for one that does not count.
    static Optional<Counted> of(Activity activity) {
        return Optional.of(activity).filter(Activity::passes).map(Counted::facts);
    }

    static Counted facts(Activity activity) {
        var facts = activity.facts();
        return new Counted(facts.kind(), facts.start(), facts.minutes(), facts.jointAccount(), activity.people());
    }

    /// Nobody is at two places at once, and the same people meet about the same account once within the reach.
    boolean repeats(Counted other) {
        return people.stream().anyMatch(other.people::contains) && (overlaps(other) || isLike(other));
    }

    private boolean overlaps(Counted other) {
        return start.isBefore(other.end()) && other.start.isBefore(end());
    }

    private Instant end() {
        return start.plusSeconds(60L * minutes);
    }

    private boolean isLike(Counted other) {
        return kind == other.kind && Objects.equals(jointAccount, other.jointAccount) && isNear(other.start);
    }

    boolean isNear(Instant time) {
        return Duration.between(start, time).abs().compareTo(REACH) < 0;
    }
}
