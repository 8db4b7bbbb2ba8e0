package dev.tandem.accounts.importing;

import static java.util.stream.Collectors.toMap;

import dev.tandem.accounts.account.AccountFiles;
import dev.tandem.accounts.crm.CrmIntake;
import dev.tandem.accounts.crm.CrmRecord;
import dev.tandem.accounts.crm.Receipt;
import dev.tandem.accounts.crm.Receipt.Outcome;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.accounts.importing.Imports.Unfinished;
import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Marks;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Applies accepted files in the background, each row as the record of a CRM that it is. A row applied again is
/// recognised, so an import that was cut off goes on where it was, after a while, by the next start or by a repeated
/// request.
@Component
class Importing implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Importing.class);
    static final int CHUNK_ROWS = 500;
    private static final int TRIES_MAX = 20;
    private static final long PAUSE_MIN_MS = 500;
    private static final long PAUSE_MAX_MS = 30_000;

    private final Imports imports;
    private final AccountFiles accounts;
    private final CrmIntake crm;
    private final Clock clock;
    private final Marks marks;
    /// One file at a time: events of all companies go on beside it.
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("imports").factory());

    private final AtomicBoolean resuming = new AtomicBoolean();

    /// What the last round found unfinished; used by the worker alone.
    private Map<String, Left> seen = Map.of();

    Importing(Imports imports, AccountFiles accounts, CrmIntake crm, Clock clock, Marks marks) {
        this.marks = marks;
        this.imports = imports;
        this.accounts = accounts;
        this.crm = crm;
        this.clock = clock;
    }

    /// Whose file it is, and whose book it fills: the company's own, where it names no other.
    record Books(CompanyId company, @Nullable CompanyId into) {}

    /// @param rows how many the file has
    Versioned<Import> start(Books books, String id, BookFile book, int rows, Cause.Command cause) {
        var company = books.company();
        var chunks = Math.ceilDiv(rows, CHUNK_ROWS);
        var accepted = new Import(id, company, books.into(), clock.instant(), rows, chunks, 0, Map.of());
        var stored = imports.accept(company, accepted, book, cause);
        worker.execute(() -> apply(company, id));
        return stored;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        worker.execute(() -> imports.unfinished(Tenant.PLATFORM).forEach(left -> apply(left.company(), left.id())));
    }

    /// Once at a time: a round that waits behind a long file would find the same.
    @Scheduled(
            fixedDelayString = "${tandem.imports.interval-ms:60000}",
            initialDelayString = "${tandem.imports.interval-ms:60000}")
    void resumeLater() {
        if (resuming.compareAndSet(false, true)) {
            worker.execute(() -> {
                resuming.set(false);
                goOn();
            });
        }
    }

    /// Only what has not moved since the last round: another instance may be at work on it, or still be accepting it.
    private void goOn() {
        try {
            var left = imports.unfinished(Tenant.PLATFORM).stream().collect(toMap(Unfinished::id, this::asItIs));
            left.values().stream()
                    .filter(each -> each.equals(seen.get(each.note().id())))
                    .forEach(each -> apply(each.note().company(), each.note().id()));
            seen = left;
        } catch (RuntimeException noAnswer) {
            LOG.warn(
                    "Unfinished imports are looked for again soon: {}",
                    noAnswer.getClass().getSimpleName());
        }
    }

    /// An import that is not done, and how far it has come.
    private record Left(Unfinished note, Optional<Integer> chunksDone) {}

    private Left asItIs(Unfinished note) {
        var chunksDone = imports.find(note.company(), note.id())
                .map(found -> found.state().chunksDone());
        return new Left(note, chunksDone);
    }

    /// Again after a while when something did not answer; who waits behind it gets its turn after some times.
    private void apply(CompanyId company, String id) {
        var pauseMs = PAUSE_MIN_MS;
        for (int tries = 0; tries < TRIES_MAX && !isApplied(company, id); tries++) {
            if (!rested(pauseMs)) {
                return;
            }
            pauseMs = Math.min(2 * pauseMs, PAUSE_MAX_MS);
        }
    }

    private boolean isApplied(CompanyId company, String id) {
        try {
            var next = imports.find(company, id);
            while (next.isPresent() && !next.get().state().done()) {
                var one = next.get().state();
                imports.applied(company, one, outcomes(one));
                next = imports.find(company, id);
            }
            imports.finished(company, id);
            return true;
        } catch (RuntimeException cutOff) {
            LOG.warn(
                    "An import stopped and goes on soon, or at the next start or request: {}",
                    cutOff.getClass().getSimpleName());
            return false;
        }
    }

    /// False when it is time to stop.
    private static boolean rested(long pauseMs) {
        try {
            TimeUnit.MILLISECONDS.sleep(pauseMs);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What is told of the chunk is told before it counts as done, so that a crash in between tells it again.
    private List<Outcome> outcomes(Import one) {
        var company = one.book();
        var sent = imports.rows(one.company(), one.id(), one.chunksDone()).stream()
                .map(row -> record(one, row))
                .toList();
        var applied = accounts.apply(company, sent);
        var receipts = crm.filed(company, applied.filed(), asked -> accounts.pending(company, applied, asked));
        var changed = applied.filed().stream()
                .filter(each -> each.outcome() == Outcome.APPLIED)
                .map(each -> each.sent().id())
                .toList();
        accounts.touched(company, changed).forEach(news -> imports.tell(one.company(), one, news));
        return receipts.stream().map(Receipt::outcome).toList();
    }

    private CrmRecord record(Import one, Row row) {
        var place = place(one.id()) + "%09d".formatted(row.line());
        var stamp = new Stamp(null, one.receivedAt(), row.line());
        var content = CrmRecord.mark(row.change(), marks);
        return new CrmRecord(one.book(), row.change(), stamp, place, place, content);
    }

    /// What the receipts of an import's rows begin with.
    static String place(String id) {
        return CrmRecord.FILES + id + "/";
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
