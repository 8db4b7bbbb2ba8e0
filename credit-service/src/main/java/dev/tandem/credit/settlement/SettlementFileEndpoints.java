package dev.tandem.credit.settlement;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.export.Download;
import dev.tandem.credit.export.JournalFilter;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the parties owe one another as a journal, in every format the same: all of it, or of one legal
/// entity, period and currency.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/settlement/journal")
class SettlementFileEndpoints {
    private final Parties parties;
    private final SettlementJournal journal;

    SettlementFileEndpoints(Parties parties, SettlementJournal journal) {
        this.parties = parties;
        this.journal = journal;
    }

    /// Which lines; each left out if it does not matter.
    ///
    /// @param period in whose books they stand, such as `2026-03`
    /// @param company the legal entity whose position they are
    record Filter(
            @Nullable String period,
            @Nullable String company,
            @Nullable String currency) {
        boolean takes(Posted.Leg leg) {
            return is(period, leg.posting())
                    && is(company, leg.company())
                    && is(currency, leg.amount().currencyCode());
        }

        private static boolean is(@Nullable String wanted, Object value) {
            return wanted == null || wanted.equals(value.toString());
        }
    }

    @GetMapping(path = "/csv", produces = Download.CSV)
    @Allowed(Role.FINANCE)
    void csv(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @ParameterObject Filter filter,
            HttpServletResponse response)
            throws IOException {
        Download.<SettlementRow>csv(response, SettlementRow.COLUMNS).write(rows(caller, partnership, filter));
    }

    @GetMapping(path = "/xlsx", produces = Download.XLSX)
    @Allowed(Role.FINANCE)
    void xlsx(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @ParameterObject Filter filter,
            HttpServletResponse response)
            throws IOException {
        Download.<SettlementRow>xlsx(response, SettlementRow.COLUMNS).write(rows(caller, partnership, filter));
    }

    /// For ledger(1) and its kin.
    @GetMapping(path = "/ledger", produces = Download.TEXT)
    @Allowed(Role.FINANCE)
    void ledger(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @ParameterObject Filter filter,
            HttpServletResponse response)
            throws IOException {
        Download.<SettlementRow>ledger(response).write(rows(caller, partnership, filter));
    }

    private Stream<SettlementRow> rows(CompanyCaller caller, PartnershipId partnership, Filter filter) {
        var found = parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
        JournalFilter.of(filter.period(), filter.company(), filter.currency()).check(found.parties());
        return journal.all(partnership)
                .flatMap(link -> link instanceof Posted entry ? rows(entry, filter) : Stream.empty());
    }

    /// Those of one legal entity and period together, since they balance.
    private static Stream<SettlementRow> rows(Posted entry, Filter filter) {
        return entry.legs().stream()
                .filter(filter::takes)
                .flatMap(leg -> SettlementRow.of(entry, leg))
                .sorted(java.util.Comparator.comparing(SettlementRow::heading)
                        .thenComparing(row -> row.amount().currencyCode()));
    }
}
