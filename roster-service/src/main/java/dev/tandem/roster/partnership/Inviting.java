package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.StoreRefusal;
import dev.tandem.kit.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// Lets other features invite on a company's behalf.
@Component
public final class Inviting {
    private static final Duration EXPIRES_IN = Duration.ofDays(30);

    private final Partnerships partnerships;
    private final Clock clock;

    Inviting(Partnerships partnerships, Clock clock) {
        this.partnerships = partnerships;
        this.clock = clock;
    }

    /// Repeating it changes nothing.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 409 while the two have another open invitation
    public void invite(PartnershipId id, String name, CompanyId by, CompanyId whom, Reason reason) {
        var act = new Act(by, reason, clock.instant());
        var invited = Partnership.invited(id, name, List.of(by, whom), act)
                .with(Course.OPEN.until(act.at().plus(EXPIRES_IN)));
        try {
            partnerships.invite(id, Cause.GIVEN, invited);
        } catch (StoreRefusal.Taken taken) {
            throw Problem.conflict("ALREADY_INVITED", "These companies have an open invitation.", List.of());
        }
    }
}
