package dev.tandem.accounts.importing;

import dev.tandem.accounts.account.AccountFiles;
import dev.tandem.accounts.capacity.Capacity;
import dev.tandem.accounts.crm.CrmIntake;
import dev.tandem.accounts.crm.Receipt;
import dev.tandem.accounts.importing.Importing.Books;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Versioned;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final int REPORT_MAX = 1_000;

    private final Importing importing;
    private final Imports imports;
    private final AccountFiles accounts;
    private final CrmIntake crm;
    private final ImportSettings settings;
    private final Partnerships partnerships;
    private final Capacity capacity;

    ImportController(
            Importing importing,
            Imports imports,
            AccountFiles accounts,
            CrmIntake crm,
            ImportSettings settings,
            Partnerships partnerships,
            Capacity capacity) {
        this.capacity = capacity;
        this.partnerships = partnerships;
        this.importing = importing;
        this.imports = imports;
        this.accounts = accounts;
        this.crm = crm;
        this.settings = settings;
    }

    /// @param outcome what importing the line would come to: NEW, CHANGED or UNCHANGED
    record PlannedRow(long line, String id, String outcome) {}

    /// @param outcomes how many rows of each
    /// @param report the first thousand rows
    record Plan(int rows, Map<String, Long> outcomes, List<PlannedRow> report) {}

    /// With `dryRun`, says row by row what the file would do and does nothing (200); else accepts it (202) and applies
    /// it in the background, to be followed at `Location`. The body may be packed by gzip (`Content-Encoding`).
    @PostMapping("/accounts/imports")
    @Allowed({Role.ADMIN, Role.CRM})
    @RequestBody(
            content = {
                @Content(mediaType = BookFormat.TEXT_CSV),
                @Content(mediaType = BookFormat.X_NDJSON),
                @Content(mediaType = BookFormat.SPREADSHEET)
            })
    ResponseEntity<?> post(
            CompanyCaller caller,
            IdempotencyKey key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        return take(new Books(caller.company(), null), key, dryRun, request);
    }

    /// Accounts of a partner that is not on the platform, which the caller represents: as above, into a book of their
    /// own. They are nobody else's, and not the partner's either.
    @PostMapping("/accounts/offline-partners/{partnership}/imports")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    @RequestBody(
            content = {
                @Content(mediaType = BookFormat.TEXT_CSV),
                @Content(mediaType = BookFormat.X_NDJSON),
                @Content(mediaType = BookFormat.SPREADSHEET)
            })
    ResponseEntity<?> enter(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            IdempotencyKey key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var offline = partnerships
                .represented(caller.company(), partnership)
                .map(PartnershipChanged::offline)
                .orElseThrow(Problem::notFound);
        if (offline.claimedAs() != null) {
            throw Problem.conflict("CLAIMED", "The partner has joined and brings its own accounts.", List.of());
        }
        return take(new Books(caller.company(), offline.placeholder()), key, dryRun, request);
    }

    private ResponseEntity<?> take(Books books, IdempotencyKey key, boolean dryRun, HttpServletRequest request)
            throws IOException {
        var keyHash = key.keyHash();
        var format = BookFormat.of(request.getContentType());
        try (var upload = Upload.of(request, settings.bytesMax())) {
            var book = new BookFile(format, upload.file(), settings);
            var rows = book.check();
            if (dryRun) {
                return ResponseEntity.ok(plan(books, book, rows));
            }
            var cause = new Cause.Command(keyHash, Hash.hex(format.name(), upload.hash()), HttpStatus.ACCEPTED.value());
            var stored = importing.start(books, key.documentId(), book, rows, cause);
            return ResponseEntity.accepted()
                    .location(URI.create("/accounts/imports/" + stored.id()))
                    .header(HttpHeaders.ETAG, Etag.etag(stored.version()))
                    .body(view(stored.state()));
        }
    }

    private Plan plan(Books books, BookFile book, int rows) {
        var whose = books.into() == null ? books.company() : books.into();
        var outcomes = new TreeMap<String, Long>();
        var report = new ArrayList<PlannedRow>();
        book.forEach(Importing.CHUNK_ROWS, some -> {
            var would = accounts.would(whose, some.stream().map(Row::change).toList());
            would.forEach(outcome -> outcomes.merge(outcome, 1L, Long::sum));
            for (int i = 0; i < some.size() && report.size() < REPORT_MAX; i++) {
                report.add(new PlannedRow(some.get(i).line(), some.get(i).id().value(), would.get(i)));
            }
        });
        return new Plan(rows, outcomes, report);
    }

    private ImportView view(Import one) {
        return ImportView.of(one, capacity.refusals(partnerships.open(one.book())));
    }

    @GetMapping("/accounts/imports/{id}")
    @Allowed({Role.ADMIN, Role.CRM, Role.ALLIANCE_MANAGER})
    ResponseEntity<ImportView> get(CompanyCaller caller, @PathVariable String id) {
        var found = imports.find(caller.company(), id).orElseThrow(Problem::notFound);
        return Etag.ok(view(found.state()), found.version());
    }

    /// The receipt of each row that is done, in the order of the file.
    @GetMapping("/accounts/imports/{id}/rows")
    @Allowed({Role.ADMIN, Role.CRM, Role.ALLIANCE_MANAGER})
    Page<Receipt> rows(CompanyCaller caller, @PathVariable String id, Paging paging) {
        var found = imports.find(caller.company(), id).map(Versioned::state).orElseThrow(Problem::notFound);
        var receipts = crm.receipts(
                found.book(), Importing.place(found.id()), paging.after().orElse(""), paging.fetch());
        return paging.page(receipts, Receipt::id);
    }
}
