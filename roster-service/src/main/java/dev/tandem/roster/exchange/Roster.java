package dev.tandem.roster.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.exchange.Version.Answer;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A company's roster in a partnership, the last versions of it.
///
/// @param next the number that the next version gets
/// @param settled whether all who are to know of the last change have been told
record Roster(PartnershipId partnership, CompanyId company, int next, List<Version> versions, boolean settled) {
    private static final int VERSIONS_MAX = 5;

    Roster {
        versions = List.copyOf(versions);
    }

    static Roster none(PartnershipId partnership, CompanyId company) {
        return new Roster(partnership, company, 1, List.of(), true);
    }

    Optional<Version> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    Optional<Version> find(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /// Empty once the newest is withdrawn: an older one does not come back by that.
    Optional<Version> offered() {
        return newest().filter(version -> version.withdrawn() == null);
    }

    /// The last that the party accepted and that is not withdrawn.
    Optional<Version> acceptedBy(CompanyId party) {
        return versions.reversed().stream()
                .filter(version -> version.withdrawn() == null && version.acceptedBy(party))
                .findFirst();
    }

    /// What the party may hold: what it accepted, less what the newest version no longer offers, which is gone at once
    /// and not only once the party has accepted that.
    Effective effectiveFor(CompanyId party) {
        return offered().flatMap(offered -> acceptedBy(party).map(offered::and)).orElse(Effective.NOTHING);
    }

    Roster offering(List<OfferedField> fields, List<RepId> reps, Said said) {
        var version = new Version(next, fields, reps, said, List.of(), null);
        var all = Stream.concat(versions.stream(), Stream.of(version)).toList();
        return new Roster(
                partnership, company, next + 1, all.subList(Math.max(0, all.size() - VERSIONS_MAX), all.size()), false);
    }

    Roster answered(int number, Answer answer) {
        return each(version -> version.number() == number ? version.with(answer) : version);
    }

    /// All versions, so that nothing of them comes back.
    Roster withdrawn(Said said) {
        return each(version -> version.withdrawn(said));
    }

    Roster told() {
        return new Roster(partnership, company, next, versions, true);
    }

    private Roster each(UnaryOperator<Version> step) {
        return new Roster(
                partnership, company, next, versions.stream().map(step).toList(), false);
    }

    /// Every rep that any version names.
    TreeSet<RepId> named() {
        var named = new TreeSet<RepId>();
        versions.forEach(version -> named.addAll(version.reps()));
        return named;
    }

    /// Stored, so that what is to be told is found.
    @JsonProperty
    boolean unsettled() {
        return !settled;
    }
}
