package dev.tandem.contracts.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One revision of a partnership's agreement. In force only when every party signed it; a later one that comes into
/// force supersedes it from then on.
///
/// @param number from 1, without gaps
/// @param expenses null where no expenses are shared; `goals` null where none are set
/// @param inForceFrom when the last party signed, null before; `inForceUntil` when it was superseded, null before
public record Agreement(
        int number,
        Status status,
        CompanyId proposedBy,
        Instant proposedAt,
        Reason reason,
        SharingPolicy sharing,
        CreditingPolicy crediting,
        List<Signature> signatures,
        @Nullable Instant inForceFrom,
        @Nullable Instant inForceUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ExpensePolicy expenses,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JointGoals goals) {

    /// Where a revision stands.
    public enum Status {
        PROPOSED,
        IN_FORCE,
        SUPERSEDED,
        /// A party said no, with a reason.
        REFUSED,
        /// A newer revision was proposed before this one was signed by all.
        REPLACED
    }

    /// @param person the token's subject: who signed for the company
    public record Signature(CompanyId company, String person, Instant signedAt) {}

    /// One by which no expenses are shared and no goals are set.
    public Agreement(
            int number,
            Status status,
            CompanyId proposedBy,
            Instant proposedAt,
            Reason reason,
            SharingPolicy sharing,
            CreditingPolicy crediting,
            List<Signature> signatures,
            @Nullable Instant inForceFrom,
            @Nullable Instant inForceUntil) {
        this(
                number,
                status,
                proposedBy,
                proposedAt,
                reason,
                sharing,
                crediting,
                signatures,
                inForceFrom,
                inForceUntil,
                null,
                null);
    }

    public Agreement {
        signatures = List.copyOf(signatures);
    }

    /// The same revision with another standing.
    public Agreement as(Status next) {
        return new Agreement(
                number,
                next,
                proposedBy,
                proposedAt,
                reason,
                sharing,
                crediting,
                signatures,
                inForceFrom,
                inForceUntil,
                expenses,
                goals);
    }

    /// The same revision before it was superseded.
    Agreement standing() {
        return new Agreement(
                number,
                Status.IN_FORCE,
                proposedBy,
                proposedAt,
                reason,
                sharing,
                crediting,
                signatures,
                inForceFrom,
                null,
                expenses,
                goals);
    }

    /// The same revision, by which expenses are shared and goals are set.
    public Agreement with(@Nullable ExpensePolicy shared, @Nullable JointGoals set) {
        return new Agreement(
                number,
                status,
                proposedBy,
                proposedAt,
                reason,
                sharing,
                crediting,
                signatures,
                inForceFrom,
                inForceUntil,
                shared,
                set);
    }

    /// The same revision with one more signature.
    public Agreement signed(Signature signature) {
        var all = Stream.concat(signatures.stream(), Stream.of(signature)).toList();
        return new Agreement(
                number,
                status,
                proposedBy,
                proposedAt,
                reason,
                sharing,
                crediting,
                all,
                inForceFrom,
                inForceUntil,
                expenses,
                goals);
    }

    /// The same revision, governing over this time.
    public Agreement governing(Instant from, @Nullable Instant until) {
        return new Agreement(
                number,
                status,
                proposedBy,
                proposedAt,
                reason,
                sharing,
                crediting,
                signatures,
                from,
                until,
                expenses,
                goals);
    }

    public boolean signedBy(CompanyId company) {
        return signatures.stream().anyMatch(signature -> signature.company().equals(company));
    }

    public boolean inForceAt(Instant at) {
        return inForceFrom != null && !at.isBefore(inForceFrom) && (inForceUntil == null || at.isBefore(inForceUntil));
    }
}
