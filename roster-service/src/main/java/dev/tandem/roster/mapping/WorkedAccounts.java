package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.crm.CrmOut.Counterpart;
import dev.tandem.roster.mapping.Counterparts.Gap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// What other features may ask about who works which joint account.
@Component
public final class WorkedAccounts {
    private final VisibleCounterparts visible;
    private final Mappings mappings;
    private final JointOwners owners;

    WorkedAccounts(VisibleCounterparts visible, Mappings mappings, JointOwners owners) {
        this.visible = visible;
        this.mappings = mappings;
        this.owners = owners;
    }

    /// The parties at a joint account, as far as the viewer may see them, the viewer among them; empty for one that the
    /// viewer may not see.
    public Optional<Set<CompanyId>> companiesSeen(CompanyId viewer, PartnershipId partnership, JointAccountId account) {
        return visible.one(viewer, partnership, account).map(view -> {
            var companies = new TreeSet<CompanyId>();
            companies.add(viewer);
            view.counterparts().stream().map(Counterpart::company).forEach(companies::add);
            view.gaps().stream().map(Gap::company).forEach(companies::add);
            return companies;
        });
    }

    /// Whether the rep works it now.
    public boolean works(PartnershipId partnership, JointAccountId account, RepId rep) {
        return mappings.find(partnership, account).stream()
                .flatMap(mapping -> mapping.current().stream())
                .anyMatch(assignment -> assignment.rep().equals(rep));
    }

    /// Whether the rep works any joint account of the partnership now.
    public boolean worksAny(PartnershipId partnership, RepId rep) {
        return owners.isAssigned(partnership, rep);
    }
}
