package dev.tandem.credit.export;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A partnership's journal as a file: all of it or what was posted in one period, up to the last
/// entry there is when it is asked for. It is written as it is read, so its size does not matter.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/journal")
class ExportEndpoints {
    private final Parties parties;
    private final Ledger ledger;

    ExportEndpoints(Parties parties, Ledger ledger) {
        this.parties = parties;
        this.ledger = ledger;
    }

    @GetMapping(path = "/csv", produces = "text/csv")
    @Allowed(Role.FINANCE)
    void csv(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(required = false) @Nullable YearMonth period,
            HttpServletResponse response)
            throws IOException {
        write(found(caller, partnership), period, new Target(response, "text/csv;charset=UTF-8", CsvJournal::new));
    }

    @GetMapping(path = "/xlsx", produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Allowed(Role.FINANCE)
    void xlsx(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(required = false) @Nullable YearMonth period,
            HttpServletResponse response)
            throws IOException {
        var type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        write(found(caller, partnership), period, new Target(response, type, XlsxJournal::new));
    }

    /// To be read and signed on paper; with the total of every account.
    @GetMapping(path = "/pdf", produces = "application/pdf")
    @Allowed(Role.FINANCE)
    void pdf(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(required = false) @Nullable YearMonth period,
            HttpServletResponse response)
            throws IOException {
        write(found(caller, partnership), period, new Target(response, "application/pdf", PdfJournal::new));
    }

    /// For ledger(1) and its kin.
    @GetMapping(path = "/ledger", produces = "text/plain")
    @Allowed(Role.FINANCE)
    void ledger(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(required = false) @Nullable YearMonth period,
            HttpServletResponse response)
            throws IOException {
        write(found(caller, partnership), period, new Target(response, "text/plain;charset=UTF-8", LedgerJournal::new));
    }

    private record Target(HttpServletResponse response, String type, Function<OutputStream, JournalFile> file) {}

    private void write(PartnershipId partnership, @Nullable YearMonth period, Target target) throws IOException {
        target.response().setContentType(target.type());
        try (var chain = ledger.through(partnership, ledger.head(partnership));
                var file = target.file().apply(target.response().getOutputStream())) {
            var rows = chain.flatMap(link -> link instanceof Entry entry ? Row.of(entry) : Stream.empty())
                    .filter(row -> period == null || row.period().equals(period))
                    .iterator();
            while (rows.hasNext()) {
                file.add(rows.next());
            }
        }
    }

    private PartnershipId found(CompanyCaller caller, PartnershipId partnership) {
        return parties.partnership(caller.company(), partnership)
                .orElseThrow(Problem::notFound)
                .partnership();
    }
}
