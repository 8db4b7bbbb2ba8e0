package dev.tandem.roster.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Why the parties sell together, and by what they will know that it works.
public record Charter(
        @NotBlank @Size(max = 1_000) String mission,
        @Size(min = 1, max = 10) List<@NotBlank @Size(max = 500) String> goals,
        @Size(max = 20) List<@Valid Objective> objectives) {

    /// @param measure what is counted
    /// @param target what it is to come to
    public record Objective(
            @NotBlank @Size(max = 500) String what,
            @NotBlank @Size(max = 200) String measure,
            @NotBlank @Size(max = 200) String target) {}

    public Charter {
        goals = List.copyOf(goals);
        objectives = List.copyOf(objectives);
    }
}
