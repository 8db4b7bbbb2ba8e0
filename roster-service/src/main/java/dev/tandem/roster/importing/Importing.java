package dev.tandem.roster.importing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.csv.CsvRows.Row;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.importing.Table.Done;
import dev.tandem.roster.importing.Table.Filing;
import dev.tandem.roster.importing.TableImport.Count;
import dev.tandem.roster.importing.TableImport.Part;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Applies accepted files in the background. A row applied again is recognised, so an import that was cut off goes on
/// where it was, after a while, by the next start or by a repeated request: nothing stays half imported.
@Component
class Importing implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Importing.class);
    private static final int PART_ROWS = 100;

    private final TableImports imports;
    private final Map<String, Table> tables;
    /// One file at a time: events of all companies go on beside it.
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("table-imports").factory());

    private final AtomicBoolean resuming = new AtomicBoolean();

    Importing(TableImports imports, List<Table> tables) {
        this.imports = imports;
        this.tables = tables.stream().collect(Collectors.toUnmodifiableMap(Table::name, Function.identity()));
    }

    Versioned<TableImport> start(Filing filing, Table table, List<Row> lines, Cause.Command cause) {
        var parts = lines.stream()
                .gather(Gatherers.windowFixed(PART_ROWS))
                .map(rows -> new Part(rows, List.of()))
                .toList();
        var accepted = new TableImport(filing, table.name(), lines.size(), parts.size(), 0, Count.NONE);
        var stored = imports.accept(filing.company(), accepted, parts, cause);
        worker.execute(() -> apply(filing.company(), filing.id()));
        return stored;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        worker.execute(this::goOn);
    }

    /// Once at a time: a round that waits behind a long file would find the same.
    @Scheduled(
            fixedDelayString = "${tandem.roster.imports-interval-ms:10000}",
            initialDelayString = "${tandem.roster.imports-interval-ms:10000}")
    void resumeLater() {
        if (resuming.compareAndSet(false, true)) {
            worker.execute(() -> {
                resuming.set(false);
                goOn();
            });
        }
    }

    private void goOn() {
        try {
            imports.unfinished(Tenant.PLATFORM).forEach(left -> apply(left.company(), left.id()));
        } catch (RuntimeException noAnswer) {
            LOG.warn(
                    "Unfinished imports are looked for again soon: {}",
                    noAnswer.getClass().getSimpleName());
        }
    }

    private void apply(CompanyId company, String id) {
        try {
            var next = imports.find(company, id);
            while (next.isPresent() && !next.get().state().done()) {
                var one = next.get().state();
                imports.applied(company, one, done(one));
                next = imports.find(company, id);
            }
            imports.finished(company, id);
        } catch (RuntimeException cutOff) {
            LOG.warn(
                    "An import stopped and goes on soon, or at the next start or request: {}",
                    cutOff.getClass().getSimpleName());
        }
    }

    /// What was done before a crash is in the part already.
    private List<Done> done(TableImport one) {
        var filing = one.filing();
        var part = imports.part(filing.company(), filing.id(), one.partsDone());
        var table = Objects.requireNonNull(tables.get(one.table()), "a file is of a table that there is");
        return part.lines().isEmpty()
                ? part.done()
                : part.lines().stream().map(row -> take(table, filing, row)).toList();
    }

    private static Done take(Table table, Filing filing, Row row) {
        var broken = table.violations(filing, row);
        return broken.isEmpty() ? table.take(filing, row) : Done.refused(row, broken.getFirst());
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
