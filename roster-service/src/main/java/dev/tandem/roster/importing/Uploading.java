package dev.tandem.roster.importing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.csv.CsvBody;
import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.csv.CsvRows.Form;
import dev.tandem.kit.csv.CsvRows.Row;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.roster.importing.Table.Done;
import dev.tandem.roster.importing.Table.Filing;
import dev.tandem.roster.importing.TableImport.Count;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Takes a file of any table over HTTP, whole or not at all, and tells how far it is.
@Component
class Uploading {
    private final Importing importing;
    private final TableImports imports;
    private final Clock clock;
    private final int bytesMax;
    private final int rowsMax;

    Uploading(
            Importing importing,
            TableImports imports,
            Clock clock,
            @Value("${tandem.imports.bytes-max:8388608}") int bytesMax,
            @Value("${tandem.imports.rows-max:20000}") int rowsMax) {
        this.importing = importing;
        this.imports = imports;
        this.clock = clock;
        this.bytesMax = bytesMax;
        this.rowsMax = rowsMax;
    }

    /// What importing would come to.
    ///
    /// @param applied how many rows would bring news, `unchanged` how many would not
    record Plan(int rows, int applied, int unchanged, List<Done> report) {}

    /// How far an import is.
    ///
    /// @param status RUNNING or DONE
    record View(String id, String status, Instant receivedAt, int rows, int applied, int unchanged, int refused) {
        static View of(TableImport one) {
            var count = one.count();
            return new View(
                    one.filing().id(),
                    one.done() ? "DONE" : "RUNNING",
                    one.filing().receivedAt(),
                    one.rows(),
                    count.applied(),
                    count.unchanged(),
                    count.refused());
        }
    }

    /// A file and how it was sent.
    ///
    /// @param place under which imports of its kind are read
    record Upload(Table table, String place, IdempotencyKey key, HttpServletRequest request) {}

    ResponseEntity<?> take(CompanyId company, @Nullable PartnershipId partnership, Upload upload, boolean dryRun)
            throws IOException {
        var key = upload.key();
        key.require();
        var text = CsvBody.read(upload.request(), bytesMax);
        var filing = new Filing(company, partnership, key.documentId(), clock.instant());
        var rows = sound(upload.table(), filing, text);
        if (dryRun) {
            return ResponseEntity.ok(plan(upload.table(), filing, rows));
        }
        var stored = importing.start(filing, upload.table(), rows, key.cause(text, HttpStatus.ACCEPTED.value()));
        return ResponseEntity.accepted()
                .location(URI.create(upload.place() + "/" + stored.id()))
                .header(HttpHeaders.ETAG, Etag.etag(stored.version()))
                .body(View.of(stored.state()));
    }

    private List<Row> sound(Table table, Filing filing, String text) {
        var rows = CsvRows.read(text, new Form(table.columns(), table.required(), Math.min(rowsMax, table.rowsMax())));
        rows.rows().forEach(row -> table.violations(filing, row).forEach(rows::refuse));
        Table.once(table.key(), rows);
        table.together(rows);
        rows.requireSound();
        return rows.rows();
    }

    private static Plan plan(Table table, Filing filing, List<Row> rows) {
        var report = rows.stream().map(row -> table.would(filing, row)).toList();
        var count = Count.of(report);
        return new Plan(report.size(), count.applied(), count.unchanged(), report);
    }

    ResponseEntity<View> read(CompanyId company, @Nullable PartnershipId partnership, String id) {
        var found = imports.find(company, id)
                .filter(one -> Objects.equals(one.state().filing().partnership(), partnership))
                .orElseThrow(Problem::notFound);
        return Etag.ok(View.of(found.state()), found.version());
    }

    /// What became of each row that is done, in the order of the file.
    Page<Done> rows(CompanyId company, @Nullable PartnershipId partnership, String id, Paging paging) {
        read(company, partnership, id);
        var found = imports.find(company, id).orElseThrow(Problem::notFound).state();
        var after = paging.after().map(Long::parseLong).orElse(0L);
        var rows = new ArrayList<Done>();
        for (int part = 0; part < found.partsDone() && rows.size() < paging.fetch(); part++) {
            imports.part(company, id, part).done().stream()
                    .filter(row -> row.line() > after)
                    .limit(paging.fetch() - rows.size())
                    .forEach(rows::add);
        }
        return paging.page(rows, row -> Long.toString(row.line()));
    }
}
