package dev.tandem.accounts.overlap;

import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What a revision would come to for the caller if it came into force.
@RestController
class PreviewController {
    private final Partnerships partnerships;
    private final Previews previews;

    PreviewController(Partnerships partnerships, Previews previews) {
        this.partnerships = partnerships;
        this.previews = previews;
    }

    @GetMapping("/accounts/partnerships/{partnership}/revisions/{revision}/preview")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Preview preview(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable int revision, Paging paging) {
        var found = partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
        var agreement = found.revisions().stream()
                .filter(each -> each.number() == revision)
                .findFirst()
                .orElseThrow(Problem::notFound);
        return previews.of(new Previews.Asked(caller.company(), found, agreement), paging);
    }
}
