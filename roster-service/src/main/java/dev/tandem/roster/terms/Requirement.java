package dev.tandem.roster.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// What a rep needs before customers are met together.
///
/// @param id by which it is ticked off
public record Requirement(
        @NotBlank @Size(max = 64) String id,
        Kind kind,
        @NotBlank @Size(max = 500) String sentence) {

    /// What kind of proof it takes.
    public enum Kind {
        TRAINING,
        CERTIFICATION,
        REGULATORY
    }
}
