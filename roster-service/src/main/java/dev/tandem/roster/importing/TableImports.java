package dev.tandem.roster.importing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.importing.Table.Done;
import dev.tandem.roster.importing.TableImport.Part;
import dev.tandem.roster.rep.ForgettingUser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The files of all companies: each an import, its parts, and a note on the platform's list of what is unfinished.
@Component
final class TableImports implements ForgettingUser {
    private static final int UNFINISHED_MAX = 1_000;

    private final Aggregates<TableImport> imports;
    private final Aggregates<Part> parts;
    private final Aggregates<Unfinished> unfinished;

    /// Says that an import has rows to apply; on the platform's list, since nobody asks for it at a start.
    record Unfinished(CompanyId company, String id, boolean open) {}

    TableImports(Stores stores) {
        imports = stores.aggregates("table_imports", TableImport.class);
        parts = stores.aggregates("table_import_parts", Part.class);
        unfinished = stores.aggregates("table_import_notes", Unfinished.class).indexed("state.open");
    }

    /// Accepts a file: its rows first, then the note, then the import, so that none is ever without its rows.
    Versioned<TableImport> accept(CompanyId company, TableImport accepted, List<Part> all, Cause.Command cause) {
        var id = accepted.filing().id();
        for (int number = 0; number < all.size(); number++) {
            var part = all.get(number);
            parts.change(
                    Tenant.of(company),
                    part(id, number),
                    Cause.GIVEN,
                    current -> current.isPresent() ? Change.none() : Change.to(part));
        }
        note(company, id, true);
        var outcome = imports.change(
                Tenant.of(company), id, cause, current -> current.isPresent() ? Change.none() : Change.to(accepted));
        return Objects.requireNonNull(outcome.now(), "an import was read or written");
    }

    Optional<Versioned<TableImport>> find(CompanyId company, String id) {
        return imports.find(Tenant.of(company), id);
    }

    Part part(CompanyId company, String id, int number) {
        return parts.find(Tenant.of(company), part(id, number))
                .map(Versioned::state)
                .orElseGet(() -> new Part(List.of(), List.of()));
    }

    /// Moves on by one part, unless another instance did: the part first, so that what is counted is there.
    void applied(CompanyId company, TableImport was, List<Done> done) {
        parts.change(
                Tenant.of(company),
                part(was.filing().id(), was.partsDone()),
                Cause.GIVEN,
                current ->
                        current.filter(part -> part.state().lines().isEmpty()).isPresent()
                                ? Change.none()
                                : Change.to(new Part(List.of(), done)));
        imports.change(
                Tenant.of(company),
                was.filing().id(),
                Cause.GIVEN,
                current -> current.filter(now -> now.state().partsDone() == was.partsDone())
                                .isPresent()
                        ? Change.to(was.after(done))
                        : Change.none());
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

    /// Out of the rows that wait to be applied: those that are about the user.
    @Override
    public void forget(CompanyId company, CrmId user, CrmId mark) {
        unfinished(Tenant.PLATFORM).stream()
                .filter(left -> left.company().equals(company))
                .forEach(left -> forget(company, left.id(), user));
    }

    private void forget(CompanyId company, String id, CrmId user) {
        for (var number = 0; parts.find(Tenant.of(company), part(id, number)).isPresent(); number++) {
            parts.change(Tenant.of(company), part(id, number), Cause.GIVEN, current -> {
                var was = current.orElseThrow().state();
                var now = was.without(user);
                return now.equals(was) ? Change.none() : Change.to(now);
            });
        }
    }

    private static String part(String id, int number) {
        return "%s-%06d".formatted(id, number);
    }
}
