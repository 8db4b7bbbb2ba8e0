package dev.tandem.roster.importing;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.csv.CsvBody;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.importing.Table.Done;
import dev.tandem.roster.importing.Uploading.Upload;
import dev.tandem.roster.importing.Uploading.View;
import dev.tandem.roster.partnership.Agreements;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a partnership knows of by file: like reps, a file is taken whole or refused whole, with the lines that are
/// wrong. With `dryRun`, each says row by row what the file would do and does nothing (200); else it is accepted (202)
/// and applied in the background, to be followed at `Location`.
@RestController
@RequestMapping("/roster/partnerships/{id}")
class TableImportEndpoints {
    private final Uploading uploading;
    private final List<Table> tables;
    private final Agreements agreements;

    TableImportEndpoints(Uploading uploading, List<Table> tables, Agreements agreements) {
        this.uploading = uploading;
        this.tables = List.copyOf(tables);
        this.agreements = agreements;
    }

    /// Activities that are over, as the company's CRM would record them.
    @PostMapping("/activity-imports")
    @Allowed(Role.ALLIANCE_MANAGER)
    @RequestBody(content = @Content(mediaType = CsvBody.TYPE))
    ResponseEntity<?> activities(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            IdempotencyKey key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var _ = agreements.governed(caller.company(), id);
        return uploading.take(caller.company(), id, upload("ACTIVITIES", id, key, request), dryRun);
    }

    /// The company's own records of engagements, as its CRM would record them: each opens one, or takes part in one.
    @PostMapping("/engagement-imports")
    @Allowed(Role.ALLIANCE_MANAGER)
    @RequestBody(content = @Content(mediaType = CsvBody.TYPE))
    ResponseEntity<?> engagements(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            IdempotencyKey key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var _ = agreements.governed(caller.company(), id);
        return uploading.take(caller.company(), id, upload("ENGAGEMENTS", id, key, request), dryRun);
    }

    /// Which reps met which requirements.
    @PostMapping("/onboarding-imports")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    @RequestBody(content = @Content(mediaType = CsvBody.TYPE))
    ResponseEntity<?> onboarding(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            IdempotencyKey key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        requireParty(caller, id);
        return uploading.take(caller.company(), id, upload("ONBOARDING", id, key, request), dryRun);
    }

    /// Entries of the playbook that the company owns.
    @PostMapping("/playbook-imports")
    @Allowed(Role.ALLIANCE_MANAGER)
    @RequestBody(content = @Content(mediaType = CsvBody.TYPE))
    ResponseEntity<?> playbook(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            IdempotencyKey key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var _ = agreements.governed(caller.company(), id);
        return uploading.take(caller.company(), id, upload("PLAYBOOK", id, key, request), dryRun);
    }

    @GetMapping("/table-imports/{file}")
    @Allowed({Role.ADMIN, Role.ALLIANCE_MANAGER})
    ResponseEntity<View> read(CompanyCaller caller, @PathVariable PartnershipId id, @PathVariable String file) {
        requireParty(caller, id);
        return uploading.read(caller.company(), id, file);
    }

    /// What became of each row that is done, in the order of the file.
    @GetMapping("/table-imports/{file}/rows")
    @Allowed({Role.ADMIN, Role.ALLIANCE_MANAGER})
    Page<Done> rows(CompanyCaller caller, @PathVariable PartnershipId id, @PathVariable String file, Paging paging) {
        requireParty(caller, id);
        return uploading.rows(caller.company(), id, file, paging);
    }

    private Upload upload(String name, PartnershipId id, IdempotencyKey key, HttpServletRequest request) {
        var table = tables.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Upload(table, "/roster/partnerships/" + id + "/table-imports", key, request);
    }

    private void requireParty(CompanyCaller caller, PartnershipId id) {
        if (agreements.of(caller.company(), id).isEmpty()) {
            throw Problem.notFound();
        }
    }
}
