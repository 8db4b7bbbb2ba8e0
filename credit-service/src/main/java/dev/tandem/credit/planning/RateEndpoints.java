package dev.tandem.credit.planning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.credit.plan.Rate;
import dev.tandem.kit.csv.CsvBody;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Role;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A company's own rates, one by one or by file: all of an import, or nothing of it.
@RestController
@RequestMapping("/credit/companies/{company}/rates")
class RateEndpoints {
    private static final int BYTES_MAX = 2_000_000;

    private final PlanBooks books;

    RateEndpoints(PlanBooks books) {
        this.books = books;
    }

    record RateList(@Size(min = 1, max = 1_000) List<Rate> rates) {}

    /// @param imported how many were not known before
    /// @param report row by row, in the order of the file
    record Imported(boolean dryRun, int rows, long imported, List<Row> report) {}

    /// @param row the line of the file, the header being the first
    /// @param outcome NEW or KNOWN
    record Row(long row, String id, String outcome) {}

    @GetMapping
    @Allowed({Role.FINANCE, Role.ADMIN})
    RateList rates(CompanyCaller caller, @PathVariable CompanyId company) {
        return new RateList(books.of(Own.company(caller, company)).rates());
    }

    @PostMapping
    @Allowed(Role.FINANCE)
    RateList importRates(
            CompanyCaller caller, @PathVariable CompanyId company, IdempotencyKey key, Body<RateList> body) {
        var own = Own.company(caller, company);
        var cause = key.cause(body, 200);
        var added = body.read().rates();
        add(own, cause, added, i -> "rates[" + i + "]");
        return new RateList(added);
    }

    /// A file with the columns `id`, `from`, `to`, `date` and `value`. What is wrong is named by line
    /// and column, and then nothing of the file is imported.
    ///
    /// @param dryRun only say what would come of it
    @PostMapping("/file")
    @Allowed(Role.FINANCE)
    @RequestBody(content = @Content(mediaType = CsvBody.TYPE))
    Imported importFile(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            IdempotencyKey key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var own = Own.company(caller, company);
        var keyHash = key.keyHash();
        var text = CsvBody.read(request, BYTES_MAX);
        var rows = RateFile.read(text);
        var known = books.of(own).rates();
        var report = rows.stream()
                .map(row -> new Row(row.line(), row.rate().id(), known.contains(row.rate()) ? "KNOWN" : "NEW"))
                .toList();
        var rates = rows.stream().map(RateFile.Line::rate).toList();
        if (dryRun) {
            check(books.of(own), rates, i -> "line " + rows.get(i).line());
        } else {
            add(
                    own,
                    new Cause.Command(keyHash, Hash.hex(text), 200),
                    rates,
                    i -> "line " + rows.get(i).line());
        }
        var fresh = report.stream().filter(row -> row.outcome().equals("NEW")).count();
        return new Imported(dryRun, rows.size(), fresh, report);
    }

    private void add(CompanyId own, Cause cause, List<Rate> added, PlanBook.Paths paths) {
        var outcome = books.change(own, cause, found -> {
            var book = found.map(Versioned::state).orElse(PlanBook.EMPTY);
            return book.violations(added, paths).isEmpty() && book.takes(added)
                    ? Change.to(book.with(added))
                    : Change.none();
        });
        if (outcome instanceof Outcome.Unchanged<PlanBook>) {
            throw Own.refusal(books.of(own).violations(added, paths));
        }
    }

    private static void check(PlanBook book, List<Rate> added, PlanBook.Paths paths) {
        if (!book.violations(added, paths).isEmpty() || !book.takes(added)) {
            throw Own.refusal(book.violations(added, paths));
        }
    }
}
