package dev.tandem.roster.exchange;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.roster.queue.Source;
import dev.tandem.roster.queue.Waiting;
import dev.tandem.roster.queue.Waiting.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The rosters of other parties that a company has not answered.
@Component
class WaitingRosters implements Source {
    private final Rosters rosters;

    WaitingRosters(Rosters rosters) {
        this.rosters = rosters;
    }

    @Override
    public List<Waiting> waiting(PartnershipChanged partnership, Asker asker) {
        if (partnership.inForce().isEmpty() || !asker.forCompany()) {
            return List.of();
        }
        return partnership.parties().stream()
                .filter(party -> !party.equals(asker.company()))
                .flatMap(party -> rosters.find(partnership.partnership(), party).stream())
                .flatMap(roster -> waiting(roster, asker.company()))
                .toList();
    }

    private static Stream<Waiting> waiting(Roster roster, CompanyId company) {
        return roster.offered().stream()
                .filter(version -> version.answers().stream()
                        .noneMatch(answer -> answer.said().by().equals(company)))
                .map(version -> new Waiting(
                        Kind.ROSTER,
                        roster.partnership(),
                        "/roster/partnerships/" + roster.partnership() + "/roster-answers#" + roster.company(),
                        "Accept version %d of the roster of %s, or ask for another."
                                .formatted(version.number(), roster.company()),
                        new Waiting.Clock(version.offered().at(), null, "Your systems do not get it."),
                        List.of("ACCEPTED", "ASKED")));
    }
}
