package dev.tandem.kit.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Share;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Caller.OperatorCaller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Endpoints as a service writes them; `docs/how-to/add-an-endpoint.md` shows them too.
@RestController
class Notes {
    /// What a note is written with.
    record NewNote(
            @Size(min = 1, max = 40) String title,
            Money price,
            Share share,
            List<@Valid Line> lines,
            @Nullable LocalDate due) {}

    record Line(Reason reason, BigDecimal weight, boolean open) {}

    record NoteId(@JsonValue String value) {}

    record Note(NoteId id, CompanyId owner, String title, Money price) {}

    private static final long VERSION = 7;

    @PostMapping("/notes")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<Note> write(CompanyCaller caller, IdempotencyKey key, Body<NewNote> body) {
        var id = key.documentId();
        var note = body.read();
        return Etag.created(
                URI.create("/notes/" + id), new Note(new NoteId(id), caller.company(), note.title(), note.price()), 1);
    }

    @GetMapping("/notes/{id}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE})
    ResponseEntity<Note> read(CompanyCaller caller, @PathVariable PartnershipId id) {
        return Etag.ok(found(caller, id), VERSION);
    }

    @PutMapping("/notes/{id}")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<Note> change(
            CompanyCaller caller, @PathVariable PartnershipId id, IfMatch expected, Body<NewNote> body) {
        var note = found(caller, id);
        expected.requireVersion(VERSION);
        return Etag.ok(new Note(note.id(), note.owner(), body.read().title(), note.price()), VERSION + 1);
    }

    @GetMapping("/notes")
    @Allowed(Role.FINANCE)
    Page<Integer> list(CompanyCaller caller, Paging paging, @RequestParam(defaultValue = "all") String tier) {
        int start = paging.after().map(Integer::parseInt).orElse(0);
        var rows = IntStream.rangeClosed(start + 1, 5)
                .boxed()
                .limit(paging.fetch())
                .toList();
        return paging.page(rows, String::valueOf);
    }

    @PostMapping("/notes/{id}/hash")
    @Allowed(Role.ALLIANCE_MANAGER)
    List<String> hash(CompanyCaller caller, @PathVariable String id, IdempotencyKey key, Body<NewNote> body) {
        return List.of(key.keyHash(), body.mark());
    }

    @GetMapping("/whoami")
    @Allowed({Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.CRM, Role.REP, Role.ALLIANCE_MANAGER})
    String who(Caller caller) {
        return caller.tenant().value() + " " + caller.person();
    }

    /// Which of the notes that are like another.
    record Like(
            @Nullable NoteId note,
            @Nullable CompanyId owner,
            @Nullable String tier) {}

    @GetMapping("/notes/alike")
    @Allowed(Role.FINANCE)
    String alike(@ParameterObject Like like) {
        return like.toString();
    }

    @GetMapping("/platform")
    @Allowed(Role.OPERATOR)
    String platform(OperatorCaller caller) {
        return caller.person();
    }

    @GetMapping("/broken/{how}")
    @Allowed(Role.FINANCE)
    String broken(@PathVariable String how, @RequestParam(defaultValue = "1") int times) {
        throw switch (how) {
            case "conflict" -> Problem.conflict("CLOSED", "The period is closed.", List.of("REOPEN"));
            case "ended" -> Problem.conflict("ENDED", "Nothing is done to it any more.", List.of());
            case "unavailable" -> Problem.unavailable("Try later.", java.time.Duration.ofMillis(1500));
            default -> new IllegalStateException("secret of globex");
        };
    }

    private static Note found(CompanyCaller caller, PartnershipId id) {
        if (!caller.company().value().equals("acme") || !id.value().equals("n1")) {
            throw Problem.notFound();
        }
        return new Note(new NoteId("n1"), caller.company(), "First", Money.ofMinor(123_450, "USD"));
    }
}
