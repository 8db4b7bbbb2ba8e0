package dev.tandem.credit.export;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A partnership's journal as a file: all of it, or what was posted in one period, for one legal entity, in one
/// currency; up to the last entry there is when it is asked for. It is written as it is read, so its size does not
/// matter.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/journal")
class ExportEndpoints {
    private final Parties parties;
    private final Ledger ledger;

    ExportEndpoints(Parties parties, Ledger ledger) {
        this.parties = parties;
        this.ledger = ledger;
    }

    /// Which lines; each left out if it does not matter.
    ///
    /// @param period in which they were posted, such as `2026-03`
    /// @param company the legal entity whose people they are about; what the deals gave for them stands beside
    record Filter(
            @Nullable String period,
            @Nullable String company,
            @Nullable String currency) {
        /// @throws dev.tandem.kit.web.ProblemException 400 naming what is nothing that could be found
        void check(PartnershipChanged partnership) {
            if (period != null && month(period) == null) {
                throw Problem.invalid("period", "MALFORMED", "must be a month such as 2026-01");
            }
            if (company != null
                    && partnership.parties().stream()
                            .noneMatch(party -> party.value().equals(company))) {
                throw Problem.invalid("company", "NOT_A_PARTY", "must be one of the parties");
            }
        }

        private static @Nullable YearMonth month(String period) {
            try {
                return YearMonth.parse(period);
            } catch (DateTimeException malformed) {
                return null;
            }
        }

        Stream<Row> rows(Entry entry) {
            var all = company == null ? Row.of(entry) : Row.of(entry, new CompanyId(company));
            return all.filter(
                            row -> period == null || period.equals(row.period().toString()))
                    .filter(row ->
                            currency == null || currency.equals(row.amount().currencyCode()));
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
        Download.<Row>csv(response, Row.COLUMNS).write(rows(caller, partnership, filter));
    }

    @GetMapping(path = "/xlsx", produces = Download.XLSX)
    @Allowed(Role.FINANCE)
    void xlsx(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @ParameterObject Filter filter,
            HttpServletResponse response)
            throws IOException {
        Download.<Row>xlsx(response, Row.COLUMNS).write(rows(caller, partnership, filter));
    }

    /// To be read and signed on paper; with the total of every account.
    @GetMapping(path = "/pdf", produces = Download.PDF)
    @Allowed(Role.FINANCE)
    void pdf(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @ParameterObject Filter filter,
            HttpServletResponse response)
            throws IOException {
        new Download<Row>(response, Download.PDF, PdfJournal::new).write(rows(caller, partnership, filter));
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
        Download.<Row>ledger(response).write(rows(caller, partnership, filter));
    }

    private Stream<Row> rows(CompanyCaller caller, PartnershipId partnership, Filter filter) {
        var found = parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
        filter.check(found);
        return ledger.through(partnership, ledger.head(partnership))
                .flatMap(link -> link instanceof Entry entry ? filter.rows(entry) : Stream.empty());
    }
}
