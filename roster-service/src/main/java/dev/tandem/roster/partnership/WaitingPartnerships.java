package dev.tandem.roster.partnership;

import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.roster.queue.Source;
import dev.tandem.roster.queue.Waiting;
import dev.tandem.roster.queue.Waiting.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Invitations, statements of the fit, and revisions to be signed, which wait for a company.
@Component
class WaitingPartnerships implements Source {
    private final Partnerships partnerships;

    WaitingPartnerships(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public List<Waiting> waiting(PartnershipChanged told, Asker asker) {
        return asker.forCompany()
                ? partnerships
                        .find(asker.company(), told.partnership())
                        .map(found -> waiting(found.state(), asker))
                        .orElse(List.of())
                : List.of();
    }

    /// Of an invitation that nobody answered.
    @Override
    public boolean isDefaulted(PartnershipChanged told, String path, Instant now) {
        return told.status() == Status.EXPIRED && path.equals("/roster/partnerships/" + told.partnership());
    }

    private static List<Waiting> waiting(Partnership partnership, Asker asker) {
        var allowed = new Standing(partnership).allowedTo(asker.company());
        var waiting = new ArrayList<Waiting>();
        if (allowed.contains(Transition.ACCEPTANCE)) {
            waiting.add(invitation(partnership));
        }
        partnership.agreement().open().ifPresent(open -> {
            var clock = new Waiting.Clock(open.proposedAt(), null, "The revision does not come into force.");
            if (allowed.contains(Transition.SIGNATURE)) {
                waiting.add(revision(partnership, open.number(), clock));
            } else if (partnership.papers().unfit(partnership.parties()).contains(asker.company())) {
                waiting.add(fit(partnership, clock));
            }
        });
        return waiting;
    }

    private static Waiting invitation(Partnership partnership) {
        var clock = new Waiting.Clock(
                partnership.invitation().at(), partnership.course().expiresAt(), "The invitation expires.");
        return new Waiting(
                Kind.INVITATION,
                partnership.id(),
                path(partnership),
                "Accept or reject the invitation.",
                clock,
                List.of("acceptance", "rejection"));
    }

    private static Waiting revision(Partnership partnership, int number, Waiting.Clock clock) {
        return new Waiting(
                Kind.REVISION,
                partnership.id(),
                path(partnership) + "/revisions/" + number,
                "Sign or refuse revision " + number + " of the agreement.",
                clock,
                List.of("refusal", "signature"));
    }

    private static Waiting fit(Partnership partnership, Waiting.Clock clock) {
        return new Waiting(
                Kind.FIT,
                partnership.id(),
                path(partnership),
                "Say whether the partnership fits: nobody signs before.",
                clock,
                List.of("fit"));
    }

    private static String path(Partnership partnership) {
        return "/roster/partnerships/" + partnership.id();
    }
}
