package dev.tandem.accounts.overlap;

import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Counts of the overlap. They take no filter, since a filter could be chosen to isolate an account.
@RestController
class MatrixController {
    private final Partnerships partnerships;
    private final Matrices matrices;

    MatrixController(Partnerships partnerships, Matrices matrices) {
        this.partnerships = partnerships;
        this.matrices = matrices;
    }

    @GetMapping("/accounts/partnerships/{partnership}/overlap/matrix")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Matrix matrix(CompanyCaller caller, @PathVariable PartnershipId partnership) {
        var found = partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
        return matrices.of(found, caller.company());
    }
}
