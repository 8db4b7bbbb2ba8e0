package dev.tandem.roster.importing;

import dev.tandem.kit.csv.CsvBody;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.importing.Table.Done;
import dev.tandem.roster.importing.Uploading.Upload;
import dev.tandem.roster.importing.Uploading.View;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
    private final Uploading uploading;
    private final RepTable reps;

    RepImportEndpoints(Uploading uploading, RepTable reps) {
        this.uploading = uploading;
        this.reps = reps;
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
        var upload = new Upload(reps, "/roster/rep-imports", key, request);
        return uploading.take(caller.company(), null, upload, dryRun);
    }

    @GetMapping("/{id}")
    @Allowed({Role.ADMIN, Role.ALLIANCE_MANAGER})
    ResponseEntity<View> read(CompanyCaller caller, @PathVariable String id) {
        return uploading.read(caller.company(), null, id);
    }

    /// What became of each row that is done, in the order of the file.
    @GetMapping("/{id}/rows")
    @Allowed({Role.ADMIN, Role.ALLIANCE_MANAGER})
    Page<Done> rows(CompanyCaller caller, @PathVariable String id, Paging paging) {
        return uploading.rows(caller.company(), null, id, paging);
    }
}
