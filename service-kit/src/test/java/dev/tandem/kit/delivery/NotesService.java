package dev.tandem.kit.delivery;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.copy.CopySpec;
import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.intake.SubscriptionSpec;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.WithTokens;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/// A small service as the real ones are: a CRM's change becomes a note, the note's event goes out, and comes back into
/// a local copy and a tally.
@SpringBootApplication
@WithTokens
class NotesService {
    /// Faults that a test injects, by the text of the change.
    final ConcurrentHashMap<String, RuntimeException> faults = new ConcurrentHashMap<>();

    @Bean
    Aggregates<Note> notes(Stores stores) {
        return stores.aggregates("notes", Note.class).indexed("state.text");
    }

    @Bean
    Aggregates<Tally> tallies(Stores stores) {
        return stores.aggregates("tallies", Tally.class);
    }

    @Bean
    LocalCopy<CompanyChanged> companies(LocalCopies copies) {
        return copies.copy(new CopySpec<>(
                "companies", Topics.COMPANIES, CompanyChanged.class, company -> List.of(Tenant.of(company.company()))));
    }

    @Bean
    Consumer<Message<?>> crmIn(Intake intake, Aggregates<Note> notes) {
        var spec = new SubscriptionSpec<>(
                Pattern.compile("crm\\.[a-z0-9-]+\\.in"),
                CrmChange.class,
                change -> change.change() == CrmChange.Change.FIELDS);
        return intake.subscription(spec, event -> take(notes, event));
    }

    @Bean
    Consumer<Message<?>> companiesIn(Intake intake, LocalCopy<CompanyChanged> companies, Aggregates<Tally> tallies) {
        return intake.subscription(SubscriptionSpec.of(Topics.COMPANIES), event -> {
            count(tallies, event);
            companies.accept(event);
        });
    }

    private void take(Aggregates<Note> notes, Incoming<CrmChange> event) {
        var text = event.payload().fields().get("text");
        if (text == null) {
            throw new Unprocessable("fields.text", "MISSING", "a note has a text");
        }
        var fault = faults.get(text);
        if (fault != null) {
            throw fault;
        }
        var id = event.sender() + "/" + event.payload().objectId();
        notes.change(Tenant.of(event.sender()), id, Cause.GIVEN, current -> noted(event.sender(), current, text));
    }

    private static Change<Note> noted(CompanyId company, Optional<Versioned<Note>> current, String text) {
        if (current.isPresent() && current.get().state().text().equals(text)) {
            return Change.none();
        }
        var changes = current.map(note -> note.state().changes()).orElse(0) + 1;
        return Change.to(
                new Note(text, changes), Outgoing.to(Topics.COMPANIES, company.value(), company(company, text)));
    }

    static CompanyChanged company(CompanyId company, String name) {
        return new CompanyChanged(
                company, name, CompanyChanged.Status.ACTIVE, Currency.getInstance("USD"), 1, ZoneOffset.UTC);
    }

    private static void count(Aggregates<Tally> tallies, Incoming<CompanyChanged> event) {
        var company = event.payload().company();
        tallies.change(
                Tenant.of(company),
                "tally/" + company,
                event.cause(),
                current -> Change.to(current.map(Versioned::state)
                        .orElse(new Tally(List.of()))
                        .and(event.payload().name())));
    }
}
