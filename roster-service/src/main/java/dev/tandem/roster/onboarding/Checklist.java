package dev.tandem.roster.onboarding;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.terms.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What a rep has proven for a partnership. A requirement that is no longer agreed may stay ticked: it asks nothing.
///
/// @param settled whether all who rest on it have looked at it as it stands
record Checklist(PartnershipId partnership, RepId rep, List<Tick> ticks, boolean settled) {

    /// @param because what proves it
    record Tick(String requirement, Reason because, Instant at) {}

    Checklist {
        ticks = List.copyOf(ticks);
    }

    static Checklist empty(PartnershipId partnership, RepId rep) {
        return new Checklist(partnership, rep, List.of(), false);
    }

    Checklist ticked(Tick tick) {
        return new Checklist(
                partnership,
                rep,
                Stream.concat(others(tick.requirement()), Stream.of(tick)).toList(),
                false);
    }

    /// Whether the same was proven by the same, whenever.
    boolean says(Tick tick) {
        return ticks.stream()
                .anyMatch(was -> was.requirement().equals(tick.requirement())
                        && was.because().equals(tick.because()));
    }

    Checklist cleared(String requirement) {
        return new Checklist(partnership, rep, others(requirement).toList(), false);
    }

    Checklist told() {
        return new Checklist(partnership, rep, ticks, true);
    }

    /// Stored, so that what is to be looked at is found.
    @JsonProperty
    boolean unsettled() {
        return !settled;
    }

    private Stream<Tick> others(String requirement) {
        return ticks.stream().filter(tick -> !tick.requirement().equals(requirement));
    }

    List<Requirement> missing(List<Requirement> agreed) {
        return agreed.stream()
                .filter(requirement ->
                        ticks.stream().noneMatch(tick -> tick.requirement().equals(requirement.id())))
                .toList();
    }
}
