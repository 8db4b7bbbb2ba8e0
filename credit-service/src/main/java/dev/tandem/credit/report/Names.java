package dev.tandem.credit.report;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Joins names to the reps of an answer, as far as its reader may know them. Nothing that is posted holds a name.
@Component
class Names {
    private final Parties parties;

    Names(Parties parties) {
        this.parties = parties;
    }

    /// A rep, without the name yet.
    record Rep(CompanyId company, RepId rep) {
        private static final Comparator<Rep> ORDER =
                Comparator.comparing(Rep::company).thenComparing(Rep::rep);
    }

    record RepName(CompanyId company, RepId rep, String name) {}

    /// Each rep once, in order; those whose name the reader may not know are left out.
    List<RepName> of(CompanyId reader, PartnershipChanged partnership, Stream<Rep> reps) {
        return reps.distinct()
                .sorted(Rep.ORDER)
                .flatMap(rep -> parties.nameOf(reader, partnership, rep.company(), rep.rep()).stream()
                        .map(name -> new RepName(rep.company(), rep.rep(), name)))
                .toList();
    }
}
