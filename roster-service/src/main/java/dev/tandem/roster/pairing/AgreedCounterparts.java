package dev.tandem.roster.pairing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.mapping.StandIns;
import dev.tandem.roster.pairing.Plan.Member;
import dev.tandem.roster.pairing.Plan.Paired;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The agreed counterparts cover what nobody owns: of several who are there, the one with the most points.
@Component
class AgreedCounterparts implements StandIns {
    private final Plans plans;
    private final Staff staff;

    AgreedCounterparts(Plans plans, Staff staff) {
        this.plans = plans;
        this.staff = staff;
    }

    @Override
    public Optional<RepId> of(PartnershipId partnership, RepId owner, CompanyId at) {
        return plans.find(partnership).agreed().stream()
                .filter(paired -> paired.has(owner))
                .sorted(Comparator.comparingLong(
                                (Paired paired) -> -paired.evidence().points())
                        .thenComparing(Paired::pair))
                .flatMap(paired -> Stream.of(paired.one(), paired.other()))
                .filter(member -> member.company().equals(at) && staff.isActive(at, member.rep()))
                .map(Member::rep)
                .findFirst();
    }
}
