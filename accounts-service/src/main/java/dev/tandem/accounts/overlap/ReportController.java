package dev.tandem.accounts.overlap;

import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.review.ReviewDesk;
import dev.tandem.accounts.review.Verdict;
import dev.tandem.accounts.review.Verdict.Answer;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A match that a party calls wrong.
@RestController
class ReportController {
    private final Partnerships partnerships;
    private final SeenJointAccounts joints;
    private final ReviewDesk desk;
    private final Clock clock;

    ReportController(Partnerships partnerships, SeenJointAccounts joints, ReviewDesk desk, Clock clock) {
        this.partnerships = partnerships;
        this.joints = joints;
        this.desk = desk;
        this.clock = clock;
    }

    /// @param partner whose account is not the same customer
    record Report(CompanyId partner, Reason reason) {}

    /// @param review where the partner answers, and where the report can be taken back
    record Reported(String review) {}

    /// The two accounts are apart at once, for both parties; the partner has to answer.
    @PostMapping("/accounts/partnerships/{partnership}/joint-accounts/{jointAccount}/reports")
    @Allowed(Role.ALLIANCE_MANAGER)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Reported report(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable JointAccountId jointAccount,
            IdempotencyKey key,
            Body<Report> body) {
        var found = partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
        var seen = joints.find(caller.company(), found, jointAccount).orElseThrow(Problem::notFound);
        var report = body.read();
        var own = new AccountRef(caller.company(), seen.ownAccount());
        var verdict = new Verdict(
                caller.company(),
                Answer.DIFFERENT_CUSTOMERS,
                report.reason(),
                caller.person(),
                clock.instant(),
                true,
                1);
        return new Reported(desk.report(found, own, account(seen, report.partner()), key.cause(body, 202), verdict)
                .id());
    }

    private static AccountRef account(Seen seen, CompanyId partner) {
        return seen.partners().stream()
                .filter(shown -> shown.company().equals(partner))
                .flatMap(shown -> seen.joint().member(partner).stream())
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid("partner", "NOT_IN_JOINT_ACCOUNT", "must be a partner that is shown in it"))
                .account();
    }
}
