package dev.tandem.roster.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// A rule of engagement.
///
/// @param id by which people cite it
public record Clause(
        @NotBlank @Size(max = 64) String id,
        @NotBlank @Size(max = 2_000) String sentence) {}
