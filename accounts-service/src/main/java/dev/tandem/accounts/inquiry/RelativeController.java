package dev.tandem.accounts.inquiry;

import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Which accounts of the caller's a partner has the parent or a subsidiary of.
@RestController
class RelativeController {
    private static final int STEPS_MAX = 10;

    private final Partnerships partnerships;
    private final Relatives relatives;

    RelativeController(Partnerships partnerships, Relatives relatives) {
        this.partnerships = partnerships;
        this.relatives = relatives;
    }

    /// By the caller's own CRM's parents. A page may hold fewer lines than asked for and yet go on.
    @GetMapping("/accounts/partnerships/{partnership}/relatives")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.REP})
    Page<Relative> relatives(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        var found = partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
        var lines = new ArrayList<Relative>();
        var place = Optional.of(paging.after().orElse(""));
        for (int step = 0; step < STEPS_MAX && place.isPresent() && lines.size() < paging.limit(); step++) {
            var room = paging.limit() - lines.size();
            var some = relatives.after(caller.company(), found, place.get()).cut(room);
            lines.addAll(some.lines());
            place = some.next();
        }
        return paging.cut(lines, place.orElse(null));
    }
}
