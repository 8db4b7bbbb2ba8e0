package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.roster.partnership.Fit.Verdict;
import dev.tandem.roster.terms.Terms;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the parties wrote beside the policies that other services evaluate.
///
/// @param terms of the revisions that have any
/// @param fits what each party said last of the fit
record Papers(List<Written> terms, List<Fit> fits) {
    static final Papers NONE = new Papers(List.of(), List.of());

    /// The terms of one revision.
    record Written(int revision, Terms terms) {}

    Papers {
        terms = List.copyOf(terms);
        fits = List.copyOf(fits);
    }

    Optional<Terms> termsOf(int revision) {
        return terms.stream()
                .filter(written -> written.revision() == revision)
                .map(Written::terms)
                .findFirst();
    }

    Papers with(Written written) {
        return new Papers(Stream.concat(terms.stream(), Stream.of(written)).toList(), fits);
    }

    Papers with(Fit fit) {
        var others =
                fits.stream().filter(said -> !said.act().by().equals(fit.act().by()));
        return new Papers(terms, Stream.concat(others, Stream.of(fit)).toList());
    }

    /// Those who have not said that it fits.
    List<CompanyId> unfit(Collection<CompanyId> parties) {
        return parties.stream()
                .filter(party -> fits.stream()
                        .noneMatch(fit ->
                                fit.verdict() == Verdict.FIT && fit.act().by().equals(party)))
                .toList();
    }
}
