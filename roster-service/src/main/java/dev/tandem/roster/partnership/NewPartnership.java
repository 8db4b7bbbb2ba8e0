package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an alliance manager invites with.
///
/// @param with the companies to invite, 1 to 4
/// @param expiresInDays by when all must have accepted; 30 unless said
record NewPartnership(
        @NotBlank @Size(max = 200) String name,
        @Size(min = 1, max = 4) List<CompanyId> with,
        Reason reason,
        @Min(1) @Max(90) @Nullable Integer expiresInDays) {
    private static final int EXPIRES_IN_DAYS = 30;

    NewPartnership {
        with = List.copyOf(with);
    }

    Instant expiresAt(Instant now) {
        return now.plus(Duration.ofDays(expiresInDays == null ? EXPIRES_IN_DAYS : expiresInDays));
    }

    /// All companies, the inviting one first.
    List<CompanyId> parties(CompanyId inviting) {
        return Stream.concat(Stream.of(inviting), with.stream()).toList();
    }

    /// @param invitable of a company that is not, nothing more is told: it may be unknown or not active yet
    List<Violation> violations(CompanyId inviting, Predicate<CompanyId> invitable) {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<>(List.of(inviting));
        for (int i = 0; i < with.size(); i++) {
            if (!seen.add(with.get(i))) {
                violations.add(new Violation("with[" + i + "]", "DUPLICATE", "is a party already"));
            } else if (!invitable.test(with.get(i))) {
                violations.add(new Violation("with[" + i + "]", "NOT_INVITABLE", "is no company that can be invited"));
            }
        }
        return violations;
    }
}
