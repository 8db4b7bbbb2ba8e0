package dev.tandem.roster.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What the law or a regulator allows or forbids; without a country, everywhere.
public record Limit(
        @Pattern(regexp = "[A-Z]{2}") @Nullable String country,
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 1_000) String sentence) {}
