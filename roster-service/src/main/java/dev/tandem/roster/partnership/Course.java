package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How long a partnership goes on, and who has stopped it for a while.
///
/// @param expiresAt when the invitation is void unless all accepted; null for one without an end
/// @param suspensions one per party that stopped all sharing
/// @param notice after which it ends; null for none
record Course(
        @Nullable Instant expiresAt,
        List<Act> suspensions,
        @Nullable Notice notice) {
    static final Course OPEN = new Course(null, List.of(), null);
    static final Reason NOT_ALL_ACCEPTED = new Reason("NOT_ACCEPTED_IN_TIME", "Not every company accepted in time.");

    /// Who gave notice, why and when, and when the partnership ends by it.
    record Notice(Act act, Instant endsAt) {}

    Course {
        suspensions = List.copyOf(suspensions);
    }

    Optional<Act> suspensionOf(CompanyId company) {
        return suspensions.stream().filter(act -> act.by().equals(company)).findFirst();
    }

    Course until(Instant expiry) {
        return new Course(expiry, suspensions, notice);
    }

    Course suspended(Act act) {
        return new Course(
                expiresAt, Stream.concat(suspensions.stream(), Stream.of(act)).toList(), notice);
    }

    Course resumed(CompanyId by) {
        var others = suspensions.stream().filter(act -> !act.by().equals(by)).toList();
        return new Course(expiresAt, others, notice);
    }

    Course with(@Nullable Notice next) {
        return new Course(expiresAt, suspensions, next);
    }
}
