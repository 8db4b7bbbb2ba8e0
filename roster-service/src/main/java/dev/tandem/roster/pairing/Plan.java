package dev.tandem.roster.pairing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who works with whom in a partnership: what is agreed, and the proposal that waits for the parties' word.
///
/// @param number of the last proposal, 0 before the first
/// @param open null when nothing waits
/// @param overrides the last word on each pair that somebody decided about
/// @param settled whether the joint accounts follow what is agreed
record Plan(
        PartnershipId partnership,
        int number,
        @Nullable Open open,
        List<Paired> agreed,
        List<Decided> overrides,
        boolean settled) {

    /// A pair with the companies of both.
    record Paired(Member one, Member other, Evidence evidence) {
        Pair pair() {
            return Pair.of(one.rep(), other.rep());
        }

        boolean has(RepId rep) {
            return pair().has(rep);
        }

        boolean isOf(CompanyId company) {
            return one.company().equals(company) || other.company().equals(company);
        }
    }

    /// A rep of a company.
    record Member(CompanyId company, RepId rep) {}

    /// A rep whom the proposal leaves without what is needed, and why; told to the own company alone.
    record Gap(Member rep, Reason because) {}

    /// @param results between each two parties
    record Open(Said said, List<Paired> pairs, List<Gap> gaps, List<Result> results, List<CompanyId> confirmed) {
        Open {
            pairs = List.copyOf(pairs);
            gaps = List.copyOf(gaps);
            results = List.copyOf(results);
            confirmed = List.copyOf(confirmed);
        }

        Open confirmedBy(CompanyId company) {
            var all = Stream.concat(confirmed.stream(), Stream.of(company)).distinct();
            return new Open(said, pairs, gaps, results, all.toList());
        }

        Open without(Predicate<Paired> apart) {
            return new Open(said, less(pairs, apart), gaps, results, confirmed);
        }
    }

    /// Who said something, why and when.
    record Said(CompanyId by, Reason reason, Instant at) {}

    /// That two work together, or do not, whatever a proposal says.
    record Decided(Member one, Member other, boolean together, Said said) {
        Pair pair() {
            return Pair.of(one.rep(), other.rep());
        }

        boolean isOf(CompanyId company) {
            return one.company().equals(company) || other.company().equals(company);
        }
    }

    /// What the proposal is worth between two parties, in points, and the `bound` that no other choice among the
    /// candidates exceeds.
    record Result(CompanyId one, CompanyId other, long worth, long bound) {
        boolean isOf(CompanyId company) {
            return one.equals(company) || other.equals(company);
        }
    }

    Plan {
        agreed = List.copyOf(agreed);
        overrides = List.copyOf(overrides);
    }

    static Plan none(PartnershipId partnership) {
        return new Plan(partnership, 0, null, List.of(), List.of(), true);
    }

    Plan proposed(Open next) {
        return new Plan(partnership, number + 1, next, agreed, overrides, settled);
    }

    Plan followed() {
        return new Plan(partnership, number, open, agreed, overrides, true);
    }

    /// Stored, so that what is to be followed is found.
    @JsonProperty
    boolean unsettled() {
        return !settled;
    }

    /// In force once every party confirmed it.
    Plan confirmed(CompanyId by, Collection<CompanyId> parties) {
        if (open == null) {
            return this;
        }
        var confirmed = open.confirmedBy(by);
        return confirmed.confirmed().containsAll(parties)
                ? new Plan(partnership, number, null, confirmed.pairs(), overrides, false)
                : new Plan(partnership, number, confirmed, agreed, overrides, settled);
    }

    /// Holds at once, and in every later proposal.
    Plan overridden(Decided override) {
        Predicate<Paired> same = each -> each.pair().equals(override.pair());
        var decided = overrides.stream().filter(was -> !was.pair().equals(override.pair()));
        var pairs = new ArrayList<>(less(agreed, same));
        if (override.together()) {
            pairs.add(new Paired(override.one(), override.other(), Evidence.DECIDED));
        }
        return new Plan(
                partnership,
                number,
                open == null ? null : open.without(override.together() ? _ -> false : same),
                pairs,
                Stream.concat(decided, Stream.of(override)).toList(),
                false);
    }

    java.util.Set<Pair> decided(boolean together) {
        return overrides.stream()
                .filter(override -> override.together() == together)
                .map(Decided::pair)
                .collect(Collectors.toSet());
    }

    private static List<Paired> less(List<Paired> pairs, Predicate<Paired> without) {
        return pairs.stream().filter(without.negate()).toList();
    }
}
