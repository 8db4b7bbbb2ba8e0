package dev.tandem.accounts.overlap;

import dev.tandem.accounts.admission.Readings;
import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.SeenJointAccounts.Partner;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.book.BookState;
import dev.tandem.accounts.matching.Evidence;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Which of the caller's accounts are also a partner's, as far as the partner shows its own.
@RestController
class OverlapController {
    private final Partnerships partnerships;
    private final SeenJointAccounts joints;
    private final OverlapSearch search;
    private final Readings readings;

    OverlapController(Partnerships partnerships, SeenJointAccounts joints, OverlapSearch search, Readings readings) {
        this.readings = readings;
        this.partnerships = partnerships;
        this.joints = joints;
        this.search = search;
    }

    /// @param duplicates further accounts of the caller's that are the same customer
    record View(
            JointAccountId jointAccount,
            CrmId ownAccount,
            Population ownPopulation,
            Map<String, String> own,
            List<CrmId> duplicates,
            List<Partner> partners,
            List<Evidence> because,
            BookState book) {
        static View of(Seen seen) {
            return new View(
                    seen.joint().id(),
                    seen.ownAccount(),
                    seen.own().population(),
                    seen.own().texts(),
                    seen.duplicates(),
                    seen.partners(),
                    seen.because(),
                    BookState.of(seen.joint()));
        }
    }

    /// Filtered as [OverlapFilter] says. A page may hold fewer rows than asked for and yet go on, where a filter takes
    /// few of many.
    @GetMapping("/accounts/partnerships/{partnership}/overlap")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM, Role.REP})
    Page<View> overlap(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            Paging paging,
            @ParameterObject OverlapFilter filter) {
        var found = partnership(caller, partnership);
        filter.check(found, caller.company());
        var asked = new OverlapSearch.Asked(filter, paging.after().orElse(""), paging.limit());
        readings.page(partnership, caller.company());
        var rows = search.find(caller.company(), found, asked);
        return paging.cut(
                rows.rows().stream().map(View::of).toList(), rows.next().orElse(null));
    }

    @GetMapping("/accounts/partnerships/{partnership}/joint-accounts/{jointAccount}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM, Role.REP})
    View jointAccount(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable JointAccountId jointAccount) {
        return View.of(seen(caller, partnership(caller, partnership), jointAccount));
    }

    @GetMapping(
            path = "/accounts/partnerships/{partnership}/joint-accounts/{jointAccount}/sheet",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.REP})
    Sheet sheet(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable JointAccountId jointAccount) {
        var found = partnership(caller, partnership);
        return Sheet.of(found, seen(caller, found, jointAccount));
    }

    /// The same to print. It runs no script and loads nothing, whatever a name holds.
    @GetMapping(
            path = "/accounts/partnerships/{partnership}/joint-accounts/{jointAccount}/sheet",
            produces = MediaType.TEXT_HTML_VALUE)
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.REP})
    ResponseEntity<String> printable(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable JointAccountId jointAccount) {
        var found = partnership(caller, partnership);
        return ResponseEntity.ok()
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .body(SheetPage.of(Sheet.of(found, seen(caller, found, jointAccount))));
    }

    private PartnershipChanged partnership(CompanyCaller caller, PartnershipId partnership) {
        return partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
    }

    private Seen seen(CompanyCaller caller, PartnershipChanged partnership, JointAccountId jointAccount) {
        return joints.find(caller.company(), partnership, jointAccount).orElseThrow(Problem::notFound);
    }
}
