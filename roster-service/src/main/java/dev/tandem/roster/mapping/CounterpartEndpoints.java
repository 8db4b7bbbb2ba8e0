package dev.tandem.roster.mapping;

import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.mapping.Mappings.Range;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Counterparts over HTTP: of a partnership for its parties, and a rep's own.
@RestController
class CounterpartEndpoints {
    private static final int PARTNERSHIPS_MAX = 1_000;

    private final VisibleCounterparts counterparts;
    private final Agreements agreements;
    private final RepDirectory reps;

    CounterpartEndpoints(VisibleCounterparts counterparts, Agreements agreements, RepDirectory reps) {
        this.counterparts = counterparts;
        this.agreements = agreements;
        this.reps = reps;
    }

    @GetMapping("/roster/partnerships/{id}/counterparts")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<CounterpartsView> list(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            Paging paging,
            @RequestParam(required = false) @Nullable JointAccountId jointAccount) {
        if (jointAccount != null) {
            return new Page<>(
                    counterparts.one(caller.company(), id, jointAccount).stream()
                            .toList(),
                    null);
        }
        if (agreements.of(caller.company(), id).isEmpty()) {
            throw Problem.notFound();
        }
        var range = new Range(paging.after().orElse(""), paging.fetch());
        return paging.page(
                counterparts.page(caller.company(), id, range),
                row -> row.jointAccount().value());
    }

    /// Empty for a caller who is no rep.
    @GetMapping("/roster/me/counterparts")
    @Allowed(Role.REP)
    Page<CounterpartsView> mine(CompanyCaller caller, Paging paging) {
        var after = paging.after().orElse("/").split("/", 2);
        var rows = reps.person(caller.company(), caller.person())
                .map(rep -> mine(caller, rep.rep().rep(), after, paging.fetch()))
                .orElse(List.of());
        return paging.page(rows, row -> row.partnership() + "/" + row.jointAccount());
    }

    /// @param after partnership and joint account of the last row before
    private List<CounterpartsView> mine(CompanyCaller caller, RepId rep, String[] after, int limit) {
        var rows = new ArrayList<CounterpartsView>();
        for (var partnership : agreements.page(caller.company(), "", PARTNERSHIPS_MAX)) {
            var order = partnership.value().compareTo(after[0]);
            if (order >= 0 && rows.size() < limit) {
                var range = new Range(order == 0 ? after[1] : "", limit - rows.size());
                rows.addAll(counterparts.ofRep(caller.company(), partnership, rep, range));
            }
        }
        return rows;
    }
}
