package dev.tandem.accounts.export;

import dev.tandem.accounts.admission.Readings;
import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The overlap as a file. Each page of it is read by the agreement in force at that moment: what is withdrawn while it
/// is written is in no later row.
@RestController
class ExportController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int BATCH = 200;

    private final Partnerships partnerships;
    private final SeenJointAccounts joints;
    private final Readings readings;

    ExportController(Partnerships partnerships, SeenJointAccounts joints, Readings readings) {
        this.readings = readings;
        this.partnerships = partnerships;
        this.joints = joints;
    }

    @GetMapping(path = "/accounts/partnerships/{partnership}/overlap/csv", produces = "text/csv")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    void csv(CompanyCaller caller, @PathVariable PartnershipId partnership, HttpServletResponse response)
            throws IOException {
        found(caller, partnership);
        response.setContentType("text/csv;charset=UTF-8");
        write(caller, partnership, response.getOutputStream(), CsvTable::new);
    }

    @GetMapping(path = "/accounts/partnerships/{partnership}/overlap/xlsx", produces = XLSX)
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    void xlsx(CompanyCaller caller, @PathVariable PartnershipId partnership, HttpServletResponse response)
            throws IOException {
        found(caller, partnership);
        response.setContentType(XLSX);
        write(caller, partnership, response.getOutputStream(), XlsxTable::new);
    }

    private void write(
            CompanyCaller caller, PartnershipId partnership, OutputStream out, Function<OutputStream, TableFile> file)
            throws IOException {
        readings.export(partnership, caller.company());
        var table = OverlapTable.of(found(caller, partnership), caller.company());
        try (var written = file.apply(out)) {
            written.add(table.head());
            var after = "";
            var more = true;
            while (more) {
                var page = joints.page(caller.company(), found(caller, partnership), false, after, BATCH);
                for (var seen : page) {
                    for (var row : table.rows(seen).toList()) {
                        written.add(row);
                    }
                }
                more = page.size() == BATCH;
                after = more ? page.getLast().joint().id().value() : after;
            }
        }
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
    }
}
