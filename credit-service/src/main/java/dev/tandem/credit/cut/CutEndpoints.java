package dev.tandem.credit.cut;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.export.JournalFilter;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.csv.FormulaGuard;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Joint credit by account, product, credit type, rep, company, period or deal, in any combination.
/// What a row is of, given as filters with `by=deal`, leads to its deals, and these to their entries
/// and events.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/cuts")
class CutEndpoints {
    private final Parties parties;
    private final Ledger ledger;

    CutEndpoints(Parties parties, Ledger ledger) {
        this.parties = parties;
        this.ledger = ledger;
    }

    /// @param by names of dimensions, separated by commas; by account, if left out
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Page<Cut.Row> cut(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "account") String by,
            @ParameterObject JournalFilter filter,
            Paging paging) {
        var after = paging.after().orElse("");
        var rows = rows(found(caller, partnership), new Cut(dimensions(by), filter)).stream()
                .filter(row -> row.position().compareTo(after) > 0)
                .limit(paging.fetch())
                .toList();
        return paging.page(rows, Cut.Row::position);
    }

    @GetMapping(produces = "text/csv")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    String csv(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "account") String by,
            @ParameterObject JournalFilter filter) {
        var found = found(caller, partnership);
        var cut = new Cut(dimensions(by), filter);
        var out = new StringWriter();
        var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(out);
        var header = new ArrayList<>(cut.by().stream().map(Dimension::text).toList());
        header.addAll(List.of("type", "amount", "currency", "lines"));
        csv.writeRecord(header);
        rows(found, cut).forEach(row -> {
            var cells = new ArrayList<>(
                    row.of().values().stream().map(FormulaGuard::guarded).toList());
            cells.addAll(List.of(
                    row.creditType().name(),
                    row.amount().amount(),
                    row.amount().currencyCode(),
                    Long.toString(row.lines())));
            csv.writeRecord(cells);
        });
        return out.toString();
    }

    private List<Cut.Row> rows(PartnershipChanged found, Cut cut) {
        cut.only().check(found);
        var partnership = found.partnership();
        var fold = cut.fold();
        try (var chain = ledger.through(partnership, cut.only().through(ledger, partnership))) {
            chain.forEachOrdered(fold::add);
        }
        return fold.rows();
    }

    private static List<Dimension> dimensions(String by) {
        try {
            return List.of(by.split(",")).stream()
                    .map(each -> Dimension.valueOf(each.strip().toUpperCase(Locale.ROOT)))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException unknown) {
            var known =
                    List.of(Dimension.values()).stream().map(Dimension::text).toList();
            throw Problem.invalid("by", "UNKNOWN", "must be some of " + String.join(", ", known));
        }
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
    }
}
