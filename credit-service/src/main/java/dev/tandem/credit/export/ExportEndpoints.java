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
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A partnership's journal as a file: all of it, or only some lines; up to an entry, or else the last
/// one there is when it is asked for. It is written as it is read, so its size does not matter.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/journal")
class ExportEndpoints {
    private final Parties parties;
    private final Ledger ledger;

    ExportEndpoints(Parties parties, Ledger ledger) {
        this.parties = parties;
        this.ledger = ledger;
    }

    @GetMapping(path = "/csv", produces = Download.CSV)
    @Allowed(Role.FINANCE)
    void csv(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @ParameterObject JournalFilter filter,
            HttpServletResponse response)
            throws IOException {
        Download.<Row>csv(response, Row.COLUMNS).write(rows(caller, partnership, filter));
    }

    @GetMapping(path = "/xlsx", produces = Download.XLSX)
    @Allowed(Role.FINANCE)
    void xlsx(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @ParameterObject JournalFilter filter,
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
            @ParameterObject JournalFilter filter,
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
            @ParameterObject JournalFilter filter,
            HttpServletResponse response)
            throws IOException {
        Download.<Row>ledger(response).write(rows(caller, partnership, filter));
    }

    private Stream<Row> rows(CompanyCaller caller, PartnershipId partnership, JournalFilter filter) {
        var found = parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
        filter.check(found.parties());
        return ledger.through(partnership, filter.through(ledger, partnership))
                .flatMap(link -> link instanceof Entry entry ? Row.of(entry, filter.lines(entry)) : Stream.empty());
    }
}
