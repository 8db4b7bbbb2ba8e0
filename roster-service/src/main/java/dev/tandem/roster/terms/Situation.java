package dev.tandem.roster.terms;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Where a question arises; what is null does not matter, or is not known.
///
/// @param country ISO 3166-1 alpha-2
/// @param activity such as `MEETING`
public record Situation(
        Topic topic,
        @Pattern(regexp = "[A-Z]{2}") @Nullable String country,
        @Size(max = 64) @Nullable String activity) {

    /// Whether a rule for this situation speaks about that one.
    boolean covers(Situation other) {
        return topic == other.topic
                && (country == null || country.equals(other.country))
                && (activity == null || activity.equals(other.activity));
    }

    /// A country weighs more than an activity, since laws end at borders.
    int precision() {
        return (country == null ? 0 : 2) + (activity == null ? 0 : 1);
    }
}
