package dev.tandem.roster.importing;

import dev.tandem.kit.csv.CsvBody;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.importing.RepFile.Line;
import dev.tandem.roster.importing.RepImport.Done;
import dev.tandem.roster.rep.FiledReps;
import dev.tandem.roster.rep.FiledReps.Ended;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reps by file. A file is taken whole or refused whole, with the lines that are wrong.
@RestController
@RequestMapping("/roster/rep-imports")
class RepImportEndpoints {
    private final Importing importing;
    private final RepImports imports;
    private final FiledReps reps;
    private final Clock clock;
    private final int bytesMax;
    private final int rowsMax;

    RepImportEndpoints(
            Importing importing,
            RepImports imports,
            FiledReps reps,
            Clock clock,
            @Value("${tandem.imports.bytes-max:8388608}") int bytesMax,
            @Value("${tandem.imports.rows-max:20000}") int rowsMax) {
        this.importing = importing;
        this.imports = imports;
        this.reps = reps;
        this.clock = clock;
        this.bytesMax = bytesMax;
        this.rowsMax = rowsMax;
    }

    /// @param outcome what importing the line would come to
    record PlannedRow(long line, String crmUser, Ended outcome) {}

    /// @param applied how many rows would bring news, `unchanged` how many would not
    record Plan(int rows, long applied, long unchanged, List<PlannedRow> report) {}

    /// @param status RUNNING or DONE
    record View(String id, String status, Instant receivedAt, int rows, int applied, int unchanged) {
        static View of(RepImport one) {
            return new View(
                    one.id(),
                    one.done() ? "DONE" : "RUNNING",
                    one.receivedAt(),
                    one.rows(),
                    one.applied(),
                    one.unchanged());
        }
    }

    /// With `dryRun`, says row by row what the file would do and does nothing (200); else accepts it (202) and applies
    /// it in the background, to be followed at `Location`.
    @PostMapping
    @Allowed(Role.ADMIN)
    @RequestBody(content = @Content(mediaType = CsvBody.TYPE))
    ResponseEntity<?> post(
            CompanyCaller caller,
            IdempotencyKey key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        key.require();
        var text = CsvBody.read(request, bytesMax);
        var lines = RepFile.read(text, rowsMax);
        if (dryRun) {
            return ResponseEntity.ok(plan(caller, lines));
        }
        var cause = key.cause(text, HttpStatus.ACCEPTED.value());
        var stored = importing.start(caller.company(), key.documentId(), lines, cause);
        return ResponseEntity.accepted()
                .location(URI.create("/roster/rep-imports/" + stored.id()))
                .header(HttpHeaders.ETAG, Etag.etag(stored.version()))
                .body(View.of(stored.state()));
    }

    private Plan plan(CompanyCaller caller, List<Line> lines) {
        var now = clock.instant();
        var report = lines.stream()
                .map(line -> new PlannedRow(
                        line.number(), line.filed().user().value(), reps.would(caller.company(), line.filed(), now)))
                .toList();
        var applied =
                report.stream().filter(row -> row.outcome() == Ended.APPLIED).count();
        return new Plan(report.size(), applied, report.size() - applied, report);
    }

    @GetMapping("/{id}")
    @Allowed({Role.ADMIN, Role.ALLIANCE_MANAGER})
    ResponseEntity<View> read(CompanyCaller caller, @PathVariable String id) {
        var found = imports.find(caller.company(), id).orElseThrow(Problem::notFound);
        return Etag.ok(View.of(found.state()), found.version());
    }

    /// What became of each row that is done, in the order of the file.
    @GetMapping("/{id}/rows")
    @Allowed({Role.ADMIN, Role.ALLIANCE_MANAGER})
    Page<Done> rows(CompanyCaller caller, @PathVariable String id, Paging paging) {
        var found = imports.find(caller.company(), id)
                .orElseThrow(Problem::notFound)
                .state();
        var after = paging.after().map(Long::parseLong).orElse(0L);
        var rows = new ArrayList<Done>();
        for (int part = 0; part < found.partsDone() && rows.size() < paging.fetch(); part++) {
            imports.part(caller.company(), id, part).done().stream()
                    .filter(row -> row.line() > after)
                    .limit(paging.fetch() - rows.size())
                    .forEach(rows::add);
        }
        return paging.page(rows, row -> Long.toString(row.line()));
    }
}
