package dev.tandem.accounts.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.matching.Evidence;
import dev.tandem.accounts.matching.Shown;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A review as one party reads it: its own account in full, of the other only in which way the two agree, until both
/// have said that they are one customer and it is a joint account.
///
/// @param own the reader's account as its CRM has it
/// @param because what speaks for it and against it, of the fields that the reader sees
/// @param waitsFor the parties that have yet to answer
/// @param overdue whether the time to answer is over; the accounts stay apart until somebody answers
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(
        String review,
        Review.Status status,
        boolean reported,
        CompanyId partner,
        CrmId ownAccount,
        Map<String, String> own,
        List<Evidence> because,
        Instant openedAt,
        Instant dueAt,
        boolean overdue,
        List<CompanyId> waitsFor,
        @Nullable Verdict ownVerdict) {

    static ReviewView of(ReviewDesk.Seen seen, CompanyId reader, Instant now) {
        var review = seen.review();
        return new ReviewView(
                review.id(),
                review.status(),
                review.reported(),
                review.besides(reader).company(),
                seen.own().ref().account(),
                seen.own().texts(),
                Shown.of(review.because(), List.of(seen.shownFields())),
                review.openedAt(),
                review.dueAt(),
                !review.waitsFor().isEmpty() && now.isAfter(review.dueAt()),
                review.waitsFor(),
                review.verdict(reader).orElse(null));
    }
}
