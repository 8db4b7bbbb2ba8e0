package dev.tandem.accounts.importing;

import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.crm.CrmIntake;
import dev.tandem.accounts.crm.Receipt;
import dev.tandem.accounts.crm.Receipt.Outcome;
import dev.tandem.kit.csv.CsvBody;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Accounts by file. A file is taken whole or refused whole, with the lines that are wrong.
@RestController
class ImportController {
    private final Importing importing;
    private final Imports imports;
    private final AccountRecords accounts;
    private final CrmIntake crm;
    private final ImportSettings settings;

    ImportController(
            Importing importing, Imports imports, AccountRecords accounts, CrmIntake crm, ImportSettings settings) {
        this.importing = importing;
        this.imports = imports;
        this.accounts = accounts;
        this.crm = crm;
        this.settings = settings;
    }

    /// @param outcome what importing the line would come to: NEW, CHANGED or UNCHANGED
    record PlannedRow(long line, String id, String outcome) {}

    /// @param outcomes how many rows of each
    record Plan(int rows, Map<String, Long> outcomes, List<PlannedRow> report) {}

    /// @param status RUNNING or DONE
    record View(String id, String status, Instant receivedAt, int rows, int rowsDone, Map<Outcome, Integer> outcomes) {
        static View of(Import one) {
            return new View(
                    one.id(),
                    one.done() ? "DONE" : "RUNNING",
                    one.receivedAt(),
                    one.rows(),
                    one.rowsDone(),
                    one.outcomes());
        }
    }

    /// With `dryRun`, says row by row what the file would do and does nothing (200); else accepts it (202) and applies
    /// it in the background, to be followed at `Location`.
    @PostMapping("/accounts/imports")
    @Allowed({Role.ADMIN, Role.CRM})
    @RequestBody(content = @Content(mediaType = CsvBody.TYPE))
    ResponseEntity<?> post(
            CompanyCaller caller,
            IdempotencyKey key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var keyHash = key.keyHash();
        var text = CsvBody.read(request, settings.bytesMax());
        var rows = CsvBook.read(text, settings.rowsMax());
        if (dryRun) {
            return ResponseEntity.ok(plan(caller, rows));
        }
        var cause = new Cause.Command(keyHash, Hash.hex(text), HttpStatus.ACCEPTED.value());
        var stored = importing.start(caller.company(), key.documentId(), rows, cause);
        return ResponseEntity.accepted()
                .location(URI.create("/accounts/imports/" + stored.id()))
                .header(HttpHeaders.ETAG, Etag.etag(stored.version()))
                .body(View.of(stored.state()));
    }

    private Plan plan(CompanyCaller caller, List<Row> rows) {
        var report = rows.stream()
                .map(row ->
                        new PlannedRow(row.line(), row.id().value(), accounts.would(caller.company(), row.change())))
                .toList();
        var outcomes = report.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        PlannedRow::outcome, java.util.stream.Collectors.counting()));
        return new Plan(rows.size(), outcomes, report);
    }

    @GetMapping("/accounts/imports/{id}")
    @Allowed({Role.ADMIN, Role.CRM, Role.ALLIANCE_MANAGER})
    ResponseEntity<View> get(CompanyCaller caller, @PathVariable String id) {
        var found = imports.find(caller.company(), id).orElseThrow(Problem::notFound);
        return Etag.ok(View.of(found.state()), found.version());
    }

    /// The receipt of each row that is done, in the order of the file.
    @GetMapping("/accounts/imports/{id}/rows")
    @Allowed({Role.ADMIN, Role.CRM, Role.ALLIANCE_MANAGER})
    Page<Receipt> rows(CompanyCaller caller, @PathVariable String id, Paging paging) {
        var found = imports.find(caller.company(), id).orElseThrow(Problem::notFound);
        var receipts = crm.receipts(
                caller.company(), Importing.place(found.id()), paging.after().orElse(""), paging.fetch());
        return paging.page(receipts, Receipt::id);
    }
}
