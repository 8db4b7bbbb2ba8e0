package dev.tandem.credit.payfile;

import dev.tandem.contracts.CompanyId;
import dev.tandem.credit.earning.JournalLines;
import dev.tandem.credit.earning.JournalLines.JournalLine;
import dev.tandem.credit.export.Download;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A company's earnings journal, all of it or only some lines: a legal entity's own, in every format
/// the same to the minor unit. For every other company it does not exist.
@RestController
@RequestMapping("/credit/companies/{company}/earnings/journal")
class PayFileEndpoints {
    private final JournalLines journal;

    PayFileEndpoints(JournalLines journal) {
        this.journal = journal;
    }

    /// Which lines; each left out if it does not matter.
    ///
    /// @param period the fiscal period in whose books they stand, such as `2026-03`
    /// @param partnership the one in which the deal was won
    /// @param asOf the last link that is read; all there are, if left out
    record Filter(
            @Nullable String period,
            @Nullable String currency,
            @Nullable String rep,
            @Nullable String partnership,
            @Nullable String deal,
            @Nullable String plan,
            @Nullable String asOf) {
        /// @throws dev.tandem.kit.web.ProblemException 400 when the period is none, or `asOf` no number
        void check() {
            if (asOf != null && !asOf.matches("\\d{1,12}")) {
                throw Problem.invalid("asOf", "MALFORMED", "must be the number of a link");
            }
            try {
                if (period != null) {
                    FiscalPeriod.of(period);
                }
            } catch (IllegalArgumentException malformed) {
                throw Problem.invalid("period", "MALFORMED", "must be a fiscal period such as 2026-03");
            }
        }

        boolean takes(JournalLine line) {
            var place = line.earning() == null ? null : line.earning().place();
            return place != null
                    && (asOf == null || line.seq() <= Long.parseLong(asOf))
                    && is(period, line.posting())
                    && is(currency, line.amount().currencyCode())
                    && is(rep, line.rep())
                    && is(partnership, place.partnership())
                    && is(deal, place.deal())
                    && is(plan, place.plan());
        }

        private static boolean is(@Nullable String wanted, @Nullable Object value) {
            return wanted == null || wanted.equals(Objects.toString(value, ""));
        }
    }

    @GetMapping
    @Allowed(Role.FINANCE)
    Page<JournalLine> lines(
            CompanyCaller caller, @PathVariable CompanyId company, @ParameterObject Filter filter, Paging paging) {
        var after = paging.after().map(JournalLines.Place::parse).orElse(JournalLines.Place.START);
        try (var lines = lines(caller, company, filter, after)) {
            return paging.page(
                    lines.limit(paging.fetch()).toList(), line -> line.place().toString());
        }
    }

    @GetMapping(path = "/csv", produces = Download.CSV)
    @Allowed(Role.FINANCE)
    void csv(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @ParameterObject Filter filter,
            HttpServletResponse response)
            throws IOException {
        Download.<PayRow>csv(response, PayRow.COLUMNS).write(rows(caller, company, filter));
    }

    @GetMapping(path = "/xlsx", produces = Download.XLSX)
    @Allowed(Role.FINANCE)
    void xlsx(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @ParameterObject Filter filter,
            HttpServletResponse response)
            throws IOException {
        Download.<PayRow>xlsx(response, PayRow.COLUMNS).write(rows(caller, company, filter));
    }

    /// For ledger(1) and its kin.
    @GetMapping(path = "/ledger", produces = Download.TEXT)
    @Allowed(Role.FINANCE)
    void ledger(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @ParameterObject Filter filter,
            HttpServletResponse response)
            throws IOException {
        Download.<PayRow>ledger(response).write(rows(caller, company, filter));
    }

    private Stream<PayRow> rows(CompanyCaller caller, CompanyId company, Filter filter) {
        return lines(caller, company, filter, JournalLines.Place.START).map(line -> PayRow.of(company, line));
    }

    private Stream<JournalLine> lines(
            CompanyCaller caller, CompanyId company, Filter filter, JournalLines.Place after) {
        if (!caller.company().equals(company)) {
            throw Problem.notFound();
        }
        filter.check();
        return journal.after(company, after, filter::takes);
    }
}
