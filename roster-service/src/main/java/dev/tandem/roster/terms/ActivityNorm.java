package dev.tandem.roster.terms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What joint activity the parties expect of each other, in one unit for all: an activity counts only if it passes the
/// quality test, so that volume alone earns nothing.
///
/// @param perRepAndMonth how many that pass it are expected of a mapped rep
/// @param minutesMin shorter ones do not count
/// @param bothSides whether people of every party must have taken part
/// @param evidence whether it must be evidenced
/// @param coachingMinutes how many minutes of coaching a mapped rep gets a month; null where none is agreed
/// @param sentence what the parties mean by a good one
public record ActivityNorm(
        @Min(1) @Max(1_000) int perRepAndMonth,
        @Min(0) @Max(1_440) int minutesMin,
        boolean bothSides,
        boolean evidence,
        @Min(0) @Max(10_000) @Nullable Integer coachingMinutes,
        @NotBlank @Size(max = 1_000) String sentence) {

    public ActivityNorm(int perRepAndMonth, int minutesMin, boolean bothSides, boolean evidence, String sentence) {
        this(perRepAndMonth, minutesMin, bothSides, evidence, null, sentence);
    }
}
