package dev.tandem.roster.importing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.importing.RepFile.Line;
import dev.tandem.roster.importing.RepImport.Done;
import dev.tandem.roster.importing.RepImport.Part;
import dev.tandem.roster.rep.FiledReps;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Applies accepted files in the background. A row applied again is recognised, so an import that was cut off goes on
/// where it was, by the next start or by a repeated request: nothing stays half imported.
@Component
class Importing implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Importing.class);
    private static final int PART_ROWS = 100;

    private final RepImports imports;
    private final FiledReps reps;
    private final Clock clock;
    /// One file at a time: events of all companies go on beside it.
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("rep-imports").factory());

    Importing(RepImports imports, FiledReps reps, Clock clock) {
        this.imports = imports;
        this.reps = reps;
        this.clock = clock;
    }

    Versioned<RepImport> start(CompanyId company, String id, List<Line> lines, Cause.Command cause) {
        var parts = lines.stream()
                .gather(Gatherers.windowFixed(PART_ROWS))
                .map(rows -> new Part(rows, List.of()))
                .toList();
        var accepted = new RepImport(id, company, clock.instant(), lines.size(), parts.size(), 0, 0, 0);
        var stored = imports.accept(company, accepted, parts, cause);
        worker.execute(() -> apply(company, id));
        return stored;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        worker.execute(() -> imports.unfinished(Tenant.PLATFORM).forEach(left -> apply(left.company(), left.id())));
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
            LOG.warn("An import stopped and goes on at the next start or request: {}", cutOff.toString());
        }
    }

    /// What was done before a crash is in the part already.
    private List<Done> done(RepImport one) {
        var part = imports.part(one.company(), one.id(), one.partsDone());
        return part.lines().isEmpty()
                ? part.done()
                : part.lines().stream().map(line -> take(one, line)).toList();
    }

    private Done take(RepImport one, Line line) {
        var place = "import/" + one.id() + "/" + line.number();
        var taken = reps.take(one.company(), line.filed(), place, one.receivedAt());
        return new Done(line.number(), taken.rep(), taken.ended());
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
