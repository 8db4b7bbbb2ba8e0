package dev.tandem.roster.exchange;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.roster.partnership.Agreements;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The rosters that a caller may look at: what others offer is seen while an agreement is in force.
@Component
final class VisibleRosters {
    private final Rosters rosters;
    private final Agreements agreements;

    VisibleRosters(Rosters rosters, Agreements agreements) {
        this.rosters = rosters;
        this.agreements = agreements;
    }

    /// The caller's own, and those of the others while an agreement is in force.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 404 for who is no party
    Stream<Roster> to(CompanyCaller caller, PartnershipId id) {
        var partnership = found(caller, id);
        return partnership.parties().stream()
                .filter(party ->
                        party.equals(caller.company()) || partnership.inForce().isPresent())
                .flatMap(party -> rosters.find(id, party).stream());
    }

    PartnershipChanged found(CompanyCaller caller, PartnershipId id) {
        return agreements.of(caller.company(), id).orElseThrow(Problem::notFound);
    }
}
