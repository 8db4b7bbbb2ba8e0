package dev.tandem.roster.pairing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.mapping.StandIns;
import dev.tandem.roster.pairing.Plan.Member;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The agreed counterparts cover what nobody owns: of several who are there, the one with the most points.
@Component
class AgreedCounterparts implements StandIns {
    private final PairLinks links;
    private final Staff staff;

    AgreedCounterparts(PairLinks links, Staff staff) {
        this.links = links;
        this.staff = staff;
    }

    /// Reads the owner's pairs alone: a plan may hold thousands.
    @Override
    public Optional<RepId> of(PartnershipId partnership, RepId owner, CompanyId at) {
        return links.ofRep(partnership, owner).stream()
                .filter(PairLink::agreed)
                .sorted(Comparator.comparingLong(
                                (PairLink link) -> -link.paired().evidence().points())
                        .thenComparing(link -> link.paired().pair()))
                .map(link -> link.besideRep(owner))
                .filter(member -> member.company().equals(at) && staff.isActive(at, member.rep()))
                .map(Member::rep)
                .findFirst();
    }
}
