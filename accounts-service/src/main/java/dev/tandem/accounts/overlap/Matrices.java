package dev.tandem.accounts.overlap;

import dev.tandem.accounts.alignment.Counted;
import dev.tandem.accounts.alignment.Mark;
import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.Tally;
import dev.tandem.accounts.overlap.Matrix.CustomEntry;
import dev.tandem.accounts.overlap.Matrix.Entry;
import dev.tandem.accounts.overlap.Matrix.Further;
import dev.tandem.accounts.overlap.Matrix.Shown;
import dev.tandem.accounts.overlap.Matrix.Total;
import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.SharingLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Counts the overlap by the agreement in force at the moment of reading.
@Component
class Matrices {
    private final SeenJointAccounts joints;
    private final Releases releases;
    private final OwnPopulations populations;
    private final OpenValues values;

    Matrices(SeenJointAccounts joints, Releases releases, OwnPopulations populations, OpenValues values) {
        this.joints = joints;
        this.releases = releases;
        this.populations = populations;
        this.values = values;
    }

    Matrix of(PartnershipChanged partnership, CompanyId reader) {
        var cells = new ArrayList<Entry>();
        var custom = new ArrayList<CustomEntry>();
        var totals = new ArrayList<Total>();
        var worth = values.of(partnership, reader);
        for (var partner : partnership.parties().stream()
                .filter(party -> !party.equals(reader))
                .toList()) {
            var one = new Reading(partnership, reader, partner, worth);
            var entries = one.cells();
            cells.addAll(entries);
            custom.addAll(one.custom());
            totals.add(one.total(entries));
        }
        return new Matrix(cells, custom, totals);
    }

    /// What the reader reads of one partner.
    private final class Reading {
        private final PartnershipChanged partnership;
        private final CompanyId reader;
        private final CompanyId partner;
        private final OpenValues.ByCell worth;
        private final Tally tally;
        private final Optional<Pair> pair;

        Reading(PartnershipChanged partnership, CompanyId reader, CompanyId partner, OpenValues.ByCell worth) {
            this.partnership = partnership;
            this.reader = reader;
            this.partner = partner;
            this.worth = worth;
            this.tally = joints.tally(partnership);
            this.pair = partnership
                    .inForce()
                    .map(agreement -> new Pair(
                            agreement,
                            reader,
                            partner,
                            party -> populations.recent(party).names()));
        }

        List<Entry> cells() {
            return Stream.of(Population.values())
                    .flatMap(own -> Stream.of(Population.values()).map(theirs -> entry(own, theirs)))
                    .toList();
        }

        private Entry entry(Population own, Population theirs) {
            var rows = shown(own, theirs, SharingLevel.OVERLAPPING_ACCOUNTS);
            var counted = shown(own, theirs, SharingLevel.COUNTS_ONLY);
            if (rows.isPresent()) {
                var count = tally.count(rows.get());
                return new Entry(
                        own,
                        partner,
                        theirs,
                        Shown.EXACT,
                        count,
                        further(counted, count),
                        worth.of(rows.get().cell()));
            }
            var told = counted.map(each -> told(each, tally.count(each)));
            return told.map(about -> new Entry(own, partner, theirs, about.shown(), about.count(), null, null))
                    .orElseGet(() -> new Entry(own, partner, theirs, Shown.HIDDEN, null, null, null));
        }

        private Optional<Counted> shown(Population own, Population theirs, SharingLevel level) {
            return pair.flatMap(each -> each.showing(own, theirs, level, List.of()));
        }

        private @org.jspecify.annotations.Nullable Further further(Optional<Counted> counted, long rows) {
            return counted.filter(_ -> pair.filter(Pair::countsSingleOnes).isPresent())
                    .map(each -> told(each, tally.count(each) - rows))
                    .orElse(null);
        }

        private Further told(Counted counted, long truth) {
            var agreement = pair.orElseThrow().agreement();
            var told = releases.told(partnership.partnership(), counted.cell().toString(), terms(agreement), truth);
            return told == 0 ? new Further(Shown.FEW, null) : new Further(Shown.ABOUT, told);
        }

        private static Released.Terms terms(Agreement agreement) {
            return new Released.Terms(
                    agreement.number(), Objects.requireNonNullElse(agreement.inForceFrom(), Instant.EPOCH));
        }

        List<CustomEntry> custom() {
            return populations.recent(reader).names().stream()
                    .flatMap(own -> Stream.of(Population.values()).flatMap(theirs -> custom(own, theirs).stream()))
                    .toList();
        }

        /// Of what both see row by row, so that it tells nothing that the list does not.
        private Optional<CustomEntry> custom(PopulationName own, Population theirs) {
            var parts = Stream.of(Population.values())
                    .flatMap(each -> pair
                            .flatMap(one -> one.showing(
                                    each, theirs, SharingLevel.OVERLAPPING_ACCOUNTS, List.of(Mark.in(reader, own))))
                            .stream())
                    .toList();
            return parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new CustomEntry(
                            own,
                            partner,
                            theirs,
                            parts.stream().mapToLong(each -> tally.count(each)).sum()));
        }

        Total total(List<Entry> entries) {
            var pairs = entries.stream()
                    .filter(entry -> entry.shown() == Shown.EXACT)
                    .mapToLong(entry -> Objects.requireNonNull(entry.count()))
                    .sum();
            var hidden = entries.stream()
                    .filter(entry -> entry.shown() == Shown.ABOUT && showsRows(entry.ownPopulation()))
                    .mapToLong(entry -> Objects.requireNonNull(entry.count()))
                    .sum();
            var two = partnership.parties().size() == 2;
            return new Total(partner, pairs, two ? pairs : null, hidden == 0 ? null : hidden);
        }

        private boolean showsRows(Population own) {
            return dev.tandem.accounts.sharing.Visibility.level(partnership.inForce(), reader, own, partner)
                    .showsOverlappingRows();
        }
    }
}
