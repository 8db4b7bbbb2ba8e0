package dev.tandem.roster.pairing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.mapping.StandIns;
import dev.tandem.roster.onboarding.Readiness;
import dev.tandem.roster.pairing.Plan.Member;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The agreed counterparts cover what nobody owns: of several who are there and ready, the one with the most
/// points. Who is not ready covers it by somebody's decision alone.
@Component
class AgreedCounterparts implements StandIns {
    private final PairLinks links;
    private final Staff staff;
    private final Readiness readiness;

    AgreedCounterparts(PairLinks links, Staff staff, Readiness readiness) {
        this.links = links;
        this.staff = staff;
        this.readiness = readiness;
    }

    /// Reads the owner's pairs alone: a plan may hold thousands.
    @Override
    public Optional<RepId> of(PartnershipId partnership, RepId owner, CompanyId at) {
        var agreed = readiness.agreed(partnership);
        return links.ofRep(partnership, owner).stream()
                .filter(PairLink::agreed)
                .filter(link -> link.wanted()
                        || readiness.isReady(partnership, link.besideRep(owner).rep(), agreed))
                .sorted(Comparator.comparingLong(
                                (PairLink link) -> -link.paired().evidence().points())
                        .thenComparing(link -> link.paired().pair()))
                .map(link -> link.besideRep(owner))
                .filter(member -> member.company().equals(at) && staff.isActive(at, member.rep()))
                .map(Member::rep)
                .findFirst();
    }

    @Override
    public Set<RepId> owners(PartnershipId partnership, RepId standIn) {
        return links.ofRep(partnership, standIn).stream()
                .filter(PairLink::agreed)
                .map(link -> link.besideRep(standIn).rep())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
