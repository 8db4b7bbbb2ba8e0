package dev.tandem.roster.exchange;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.exchange.Version.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What of rosters goes over HTTP.
final class RosterViews {
    private RosterViews() {}

    /// @param reps how many
    record VersionView(
            CompanyId company,
            int version,
            List<OfferedField> fields,
            int reps,
            Said offered,
            List<Answer> answers,
            @Nullable Said withdrawn) {
        static VersionView of(Roster roster, Version version) {
            return new VersionView(
                    roster.company(),
                    version.number(),
                    version.fields(),
                    version.reps().size(),
                    version.offered(),
                    version.answers(),
                    version.withdrawn());
        }
    }

    /// A rep with the offered fields that it has.
    record OfferedRep(CompanyId company, RepId rep, Map<String, String> fields) {}

    /// From what the caller accepted to what is offered now.
    ///
    /// @param from 0 while the caller accepted none; `to` 0 while none is offered
    record Diff(
            CompanyId company,
            int from,
            int to,
            List<OfferedField> fieldsAdded,
            List<OfferedField> fieldsRemoved,
            List<RepId> repsAdded,
            List<RepId> repsRemoved) {

        static Diff of(Roster roster, CompanyId viewer) {
            var was = roster.acceptedBy(viewer);
            var is = roster.offered();
            return new Diff(
                    roster.company(),
                    was.map(Version::number).orElse(0),
                    is.map(Version::number).orElse(0),
                    less(is.map(Version::fields), was.map(Version::fields)),
                    less(was.map(Version::fields), is.map(Version::fields)),
                    less(is.map(Version::reps), was.map(Version::reps)),
                    less(was.map(Version::reps), is.map(Version::reps)));
        }

        private static <T extends Comparable<T>> List<T> less(Optional<List<T>> all, Optional<List<T>> without) {
            var rest = new TreeSet<>(all.orElse(List.of()));
            without.ifPresent(rest::removeAll);
            return new ArrayList<>(rest);
        }
    }
}
