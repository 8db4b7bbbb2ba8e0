package dev.tandem.accounts.importing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.accounts.crm.Receipt.Outcome;
import dev.tandem.accounts.importing.Import.Chunk;
import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// The files of all companies: each an import, its chunks, and a note on the platform's list of what is unfinished.
@Component
class Imports {
    private static final int UNFINISHED_MAX = 1_000;

    private final Aggregates<Import> imports;
    private final Aggregates<Chunk> chunks;
    private final Aggregates<Unfinished> unfinished;

    /// Says that an import has rows to apply; on the platform's list, since nobody asks for it at a start.
    record Unfinished(CompanyId company, String id, boolean open) {}

    Imports(Stores stores) {
        imports = stores.aggregates("imports", Import.class);
        chunks = stores.aggregates("import_chunks", Chunk.class);
        unfinished = stores.aggregates("import_notes", Unfinished.class).indexed("state.open");
    }

    /// Accepts a file: its rows first, then the note, then the import, so that none is ever without its rows.
    Versioned<Import> accept(CompanyId company, Import accepted, BookFile book, Cause.Command cause) {
        if (find(company, accepted.id()).isEmpty()) {
            var number = new AtomicInteger();
            book.forEach(
                    Importing.CHUNK_ROWS,
                    rows -> keep(company, chunk(accepted.id(), number.getAndIncrement()), new Chunk(rows)));
        }
        note(company, accepted.id(), true);
        var outcome = imports.change(
                Tenant.of(company),
                accepted.id(),
                cause,
                current -> current.isPresent() ? Change.none() : Change.to(accepted));
        return Objects.requireNonNull(outcome.now(), "an import was read or written");
    }

    /// Over what a request left there that was cut off before its import was accepted.
    private void keep(CompanyId company, String id, Chunk part) {
        chunks.change(
                Tenant.of(company),
                id,
                Cause.GIVEN,
                current ->
                        current.filter(was -> was.state().equals(part)).isPresent() ? Change.none() : Change.to(part));
    }

    Optional<Versioned<Import>> find(CompanyId company, String id) {
        return imports.find(Tenant.of(company), id);
    }

    List<Row> rows(CompanyId company, String id, int number) {
        return chunks.find(Tenant.of(company), chunk(id, number))
                .map(found -> found.state().rows())
                .orElse(List.of());
    }

    /// Raises an event about the chunk that is next.
    void tell(CompanyId company, Import one, Outgoing news) {
        chunks.change(
                Tenant.of(company),
                chunk(one.id(), one.chunksDone()),
                Cause.GIVEN,
                current -> current.map(was -> Change.to(was.state(), news)).orElseGet(Change::none));
    }

    /// Moves on by one chunk, unless another instance did.
    void applied(CompanyId company, Import was, List<Outcome> ended) {
        var next = was.after(ended);
        imports.change(
                Tenant.of(company),
                was.id(),
                Cause.GIVEN,
                current -> current.filter(now -> now.state().chunksDone() == was.chunksDone())
                                .isPresent()
                        ? Change.to(next)
                        : Change.none());
        chunks.change(
                Tenant.of(company),
                chunk(was.id(), was.chunksDone()),
                Cause.GIVEN,
                _ -> Change.to(new Chunk(List.of())));
    }

    void finished(CompanyId company, String id) {
        note(company, id, false);
    }

    List<Unfinished> unfinished(Tenant platform) {
        return unfinished.find(platform, where("state.open").is(true), UNFINISHED_MAX).stream()
                .map(Versioned::state)
                .toList();
    }

    private void note(CompanyId company, String id, boolean open) {
        unfinished.change(Tenant.PLATFORM, id, Cause.GIVEN, _ -> Change.to(new Unfinished(company, id, open)));
    }

    private static String chunk(String id, int number) {
        return "%s-%06d".formatted(id, number);
    }
}
