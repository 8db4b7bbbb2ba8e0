package dev.tandem.credit.deal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Service;

/// Which of a company's reps work which joint account now.
@Service
public class WorkedAccounts {
    private static final int PAGE = 200;

    private final Counterparts counterparts;
    private final Clock clock;

    WorkedAccounts(Counterparts counterparts, Clock clock) {
        this.counterparts = counterparts;
        this.clock = clock;
    }

    /// @param reps the company's own; in the order of their ids
    public record Worked(JointAccountId account, List<RepId> reps) {
        public Worked {
            reps = List.copyOf(reps);
        }
    }

    /// @param afterId by id, after this (empty for the first page), `limit` at most
    /// @param wanted keeps those reps of an account that are looked for
    public record Query(String afterId, int limit, BiPredicate<JointAccountId, RepId> wanted) {}

    /// The accounts with a rep of the company that is looked for.
    public List<Worked> page(PartnershipId partnership, CompanyId company, Query query) {
        var found = new ArrayList<Worked>();
        var page = counterparts.page(partnership, query.afterId(), PAGE);
        while (!page.isEmpty() && found.size() < query.limit()) {
            page.stream()
                    .map(each -> worked(company, each, query))
                    .filter(each -> !each.reps().isEmpty())
                    .limit(query.limit() - (long) found.size())
                    .forEach(found::add);
            page = counterparts.page(partnership, page.getLast().jointAccount().value(), PAGE);
        }
        return found;
    }

    private Worked worked(CompanyId company, CounterpartsChanged known, Query query) {
        var now = clock.instant();
        return new Worked(
                known.jointAccount(),
                known.assignments().stream()
                        .filter(each -> each.company().equals(company))
                        .filter(each -> !each.from().isAfter(now)
                                && (each.until() == null || each.until().isAfter(now)))
                        .map(RosterChange.Assignment::rep)
                        .filter(rep -> query.wanted().test(known.jointAccount(), rep))
                        .distinct()
                        .sorted()
                        .toList());
    }
}
