package dev.tandem.credit.payfile;

import dev.tandem.contracts.CompanyId;
import dev.tandem.credit.earning.JournalLines;
import dev.tandem.credit.earning.JournalLines.JournalLine;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A company's earnings journal, all of it or of one period and currency: a legal entity's own, in
/// every format the same to the minor unit. For every other company it does not exist.
@RestController
@RequestMapping("/credit/companies/{company}/earnings/journal")
class PayFileEndpoints {
    private final JournalLines journal;

    PayFileEndpoints(JournalLines journal) {
        this.journal = journal;
    }

    /// Which lines; each left out if it does not matter.
    record Filter(@Nullable FiscalPeriod period, @Nullable String currency) {
        boolean takes(JournalLine line) {
            return (period == null || period.equals(line.posting()))
                    && (currency == null || currency.equals(line.amount().currencyCode()));
        }
    }

    @GetMapping
    @Allowed(Role.FINANCE)
    Page<JournalLine> lines(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable FiscalPeriod period,
            @RequestParam(required = false) @Nullable String currency,
            Paging paging) {
        var after = paging.after().map(Integer::parseInt).orElse(0);
        var rows = lines(caller, company, new Filter(period, currency))
                .skip(after)
                .limit(paging.fetch())
                .toList();
        return paging.page(rows, row -> Integer.toString(after + rows.indexOf(row) + 1));
    }

    @GetMapping(path = "/csv", produces = "text/csv")
    @Allowed(Role.FINANCE)
    void csv(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable FiscalPeriod period,
            @RequestParam(required = false) @Nullable String currency,
            HttpServletResponse response)
            throws IOException {
        var lines = lines(caller, company, new Filter(period, currency));
        write(company, lines, new Target(response, "text/csv;charset=UTF-8", PayFiles::csv));
    }

    @GetMapping(path = "/xlsx", produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Allowed(Role.FINANCE)
    void xlsx(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable FiscalPeriod period,
            @RequestParam(required = false) @Nullable String currency,
            HttpServletResponse response)
            throws IOException {
        var lines = lines(caller, company, new Filter(period, currency));
        var type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        write(company, lines, new Target(response, type, PayFiles::xlsx));
    }

    /// For ledger(1) and its kin.
    @GetMapping(path = "/ledger", produces = "text/plain")
    @Allowed(Role.FINANCE)
    void ledger(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @RequestParam(required = false) @Nullable FiscalPeriod period,
            @RequestParam(required = false) @Nullable String currency,
            HttpServletResponse response)
            throws IOException {
        var lines = lines(caller, company, new Filter(period, currency));
        write(company, lines, new Target(response, "text/plain;charset=UTF-8", PayFiles::ledger));
    }

    private record Target(HttpServletResponse response, String type, PayFiles.Format format) {}

    private static void write(CompanyId company, Stream<JournalLine> lines, Target target) throws IOException {
        target.response().setContentType(target.type());
        var rows = lines.map(line -> PayRow.of(company, line)).iterator();
        target.format().write(company, rows, target.response().getOutputStream());
    }

    private Stream<JournalLine> lines(CompanyCaller caller, CompanyId company, Filter filter) {
        if (!caller.company().equals(company)) {
            throw Problem.notFound();
        }
        return journal.of(company).filter(filter::takes);
    }
}
