package dev.tandem.systemtests.story;

import dev.tandem.contracts.CompanyId;
import dev.tandem.samples.ObjectRef;
import dev.tandem.samples.Truth;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Of a sale that both CRMs have on file one deal counts: that of acme, who leads every joint account of the story,
/// where the two were closed within a month. Further apart they wait for the parties, and what counted first goes on.
final class TwinSales {
    private static final int SURE_DAYS_MAX = 30;
    private final Truth truth;

    TwinSales(Truth truth) {
        this.truth = truth;
    }

    /// @param sales net by `company/opportunity`, both sides of each sale
    /// @param seen the same as the platform says it: decides what nothing else does
    /// @return what counts
    Map<String, String> counted(Map<String, String> sales, Map<String, String> seen) {
        var counted = new TreeMap<>(sales);
        for (var twin : truth.twinSales()) {
            var acme = "acme/" + twin.acme();
            var globex = "globex/" + twin.globex();
            if (sales.containsKey(acme) && sales.containsKey(globex)) {
                var sure = daysBetween(twin) <= SURE_DAYS_MAX;
                counted.remove(sure || seen.containsKey(acme) ? globex : acme);
            }
        }
        return counted;
    }

    private long daysBetween(Truth.TwinSale twin) {
        var one = closed(new ObjectRef(new CompanyId("acme"), "opportunity", twin.acme()));
        var other = closed(new ObjectRef(new CompanyId("globex"), "opportunity", twin.globex()));
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    private LocalDate closed(ObjectRef opportunity) {
        var state = Objects.requireNonNull(truth.atEnd().get(opportunity), "a twin is a deal");
        return LocalDate.parse(Objects.requireNonNull(state.fields().get("closeDate")));
    }
}
