package dev.tandem.accounts.book;

import dev.tandem.accounts.alignment.BookEntering;
import dev.tandem.accounts.alignment.BookEntry;
import dev.tandem.accounts.alignment.JointAccount;
import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.SeenJointAccounts.Partner;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// The shared book: each party moves its own entry, and what all say alike is agreed.
@RestController
class BookController {
    private final Partnerships partnerships;
    private final SeenJointAccounts joints;
    private final BookEntering entering;
    private final Clock clock;

    BookController(Partnerships partnerships, SeenJointAccounts joints, BookEntering entering, Clock clock) {
        this.partnerships = partnerships;
        this.joints = joints;
        this.entering = entering;
        this.clock = clock;
    }

    /// @param lead the party that is to lead
    record EntryRequest(Tier tier, CompanyId lead, Reason reason) {}

    record LeavingRequest(Reason reason) {}

    /// A joint account of the shared book.
    record Listed(JointAccountId jointAccount, CrmId ownAccount, List<Partner> partners, BookState book) {
        static Listed of(Seen seen) {
            return new Listed(seen.joint().id(), seen.ownAccount(), seen.partners(), BookState.of(seen.joint()));
        }
    }

    @GetMapping("/accounts/partnerships/{partnership}/book")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.FINANCE, Role.REP})
    Page<Listed> book(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        var found = partnership(caller, partnership);
        var rows = joints.page(caller.company(), found, true, paging.after().orElse(""), paging.fetch());
        return paging.page(
                rows.stream().map(Listed::of).toList(),
                listed -> listed.jointAccount().value());
    }

    @GetMapping("/accounts/partnerships/{partnership}/joint-accounts/{jointAccount}/book-entry")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.FINANCE, Role.REP})
    ResponseEntity<BookState> entry(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable JointAccountId jointAccount) {
        var joint = seen(caller, partnership(caller, partnership), jointAccount).joint();
        return answer(caller, joint);
    }

    @PutMapping("/accounts/partnerships/{partnership}/joint-accounts/{jointAccount}/book-entry")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<BookState> enter(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable JointAccountId jointAccount,
            IfMatch expected,
            Body<EntryRequest> body) {
        var found = partnership(caller, partnership);
        seen(caller, found, jointAccount);
        return answer(caller, entering.enter(found, jointAccount, joint -> {
            expected.requireVersion(joint.entryRevision(caller.company()));
            var entry = body.read();
            if (joint.member(entry.lead()).isEmpty()) {
                throw Problem.invalid("lead", "NOT_A_PARTY", "must be a party that has an account in it");
            }
            return entry(caller, joint, entry.tier(), entry.lead(), entry.reason(), true);
        }));
    }

    @DeleteMapping("/accounts/partnerships/{partnership}/joint-accounts/{jointAccount}/book-entry")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<BookState> leave(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable JointAccountId jointAccount,
            IfMatch expected,
            Body<LeavingRequest> body) {
        var found = partnership(caller, partnership);
        seen(caller, found, jointAccount);
        return answer(caller, entering.enter(found, jointAccount, joint -> {
            expected.requireVersion(joint.entryRevision(caller.company()));
            var reason = body.read().reason();
            var was = joint.entry(caller.company())
                    .orElseThrow(() -> Problem.conflict("NOT_IN_BOOK", "You have no entry to take back.", List.of()));
            return entry(caller, joint, was.tier(), was.lead(), reason, false);
        }));
    }

    private BookEntry entry(
            CompanyCaller caller, JointAccount joint, Tier tier, CompanyId lead, Reason reason, boolean standing) {
        var revision = joint.entryRevision(caller.company()) + 1;
        return new BookEntry(
                caller.company(), tier, lead, reason, caller.person(), clock.instant(), standing, revision);
    }

    private PartnershipChanged partnership(CompanyCaller caller, PartnershipId partnership) {
        return partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
    }

    private Seen seen(CompanyCaller caller, PartnershipChanged partnership, JointAccountId jointAccount) {
        return joints.find(caller.company(), partnership, jointAccount).orElseThrow(Problem::notFound);
    }

    private static ResponseEntity<BookState> answer(CompanyCaller caller, JointAccount joint) {
        return Etag.ok(BookState.of(joint), joint.entryRevision(caller.company()));
    }
}
