package dev.tandem.roster.placeholder;

import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.web.ProblemException;
import dev.tandem.roster.partnership.Inviting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Invites the company that claimed a place, by our own word that it did: should the process have died between the
/// claim and its invitation, nobody has to claim again.
@Component
public final class InvitingClaimants {
    private static final Logger LOG = LoggerFactory.getLogger(InvitingClaimants.class);

    private final Placeholders placeholders;
    private final Inviting inviting;

    InvitingClaimants(Placeholders placeholders, Inviting inviting) {
        this.placeholders = placeholders;
        this.inviting = inviting;
    }

    public void onPartnership(Incoming<PartnershipChanged> event) {
        var offline = event.payload().offline();
        if (offline != null && offline.claimedAs() != null) {
            placeholders
                    .find(offline.by(), event.payload().partnership().value())
                    .ifPresent(found -> invite(found.state()));
        }
    }

    /// Two who have another open invitation need no second: whoever claimed was told so.
    private void invite(Placeholder claimed) {
        var claim = claimed.claim();
        if (claim == null) {
            return;
        }
        try {
            inviting.invite(claim.partnership(), claimed.name(), claimed.owner(), claim.by(), claimed.reason());
        } catch (ProblemException invitedAlready) {
            LOG.info("A claim is not followed by an invitation: {}", invitedAlready.getMessage());
        }
    }
}
