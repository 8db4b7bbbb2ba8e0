package dev.tandem.roster.governance;

import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.roster.governance.EscalationOwners.Named;
import dev.tandem.roster.queue.Source;
import dev.tandem.roster.queue.Waiting;
import dev.tandem.roster.queue.Waiting.Kind;
import java.util.List;
import org.springframework.stereotype.Component;

/// Whoever was named for what is not decided in time is asked to accept it.
@Component
class WaitingNominations implements Source {
    private final EscalationOwners owners;

    WaitingNominations(EscalationOwners owners) {
        this.owners = owners;
    }

    @Override
    public List<Waiting> waiting(PartnershipChanged partnership, Asker asker) {
        return owners.named(partnership.partnership(), asker.company()).stream()
                .filter(named -> named.accepted() == null && named.rep().equals(asker.rep()))
                .map(named -> waiting(partnership, named))
                .toList();
    }

    private static Waiting waiting(PartnershipChanged partnership, Named named) {
        return new Waiting(
                Kind.OWNERSHIP,
                partnership.partnership(),
                "/roster/partnerships/" + partnership.partnership() + "/escalation-owner",
                "Accept that you decide what others do not decide in time.",
                new Waiting.Clock(named.at(), null, "The admins decide it."),
                List.of("acceptance"));
    }
}
