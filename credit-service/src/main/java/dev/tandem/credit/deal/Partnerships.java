package dev.tandem.credit.deal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.copy.CopySpec;
import dev.tandem.kit.copy.LocalCopies;
import dev.tandem.kit.copy.LocalCopy;
import dev.tandem.kit.copy.LocalCopy.Latest;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/// The partnerships with their agreements, found by the partnership itself and by each of its parties.
@Repository
class Partnerships {
    private static final int PARTNERSHIPS_MAX = 1_000;

    private final LocalCopy<PartnershipChanged> partnerships;

    Partnerships(LocalCopies copies) {
        this.partnerships = copies.copy(
                new CopySpec<>("partnerships", Topics.PARTNERSHIPS, PartnershipChanged.class, Partnerships::visibleTo));
    }

    private static Collection<Tenant> visibleTo(PartnershipChanged partnership) {
        return Stream.concat(
                        Stream.of(Tenant.of(partnership.partnership())),
                        partnership.parties().stream().map(Tenant::of))
                .toList();
    }

    /// @throws dev.tandem.kit.intake.Unprocessable for the id of the last event with other content
    void keep(Incoming<PartnershipChanged> event) {
        if (!partnerships.accept(event)) {
            Repetition.check(event, find(event.payload().partnership()));
        }
    }

    Optional<Latest<PartnershipChanged>> find(PartnershipId partnership) {
        return partnerships.latest(Tenant.of(partnership), partnership.value());
    }

    /// Empty unless the company is a party.
    Optional<PartnershipChanged> find(CompanyId company, PartnershipId partnership) {
        return partnerships.find(Tenant.of(company), partnership.value());
    }

    List<PartnershipChanged> of(CompanyId company) {
        return partnerships.find(Tenant.of(company), where("_id").gt(""), PARTNERSHIPS_MAX);
    }
}
