package dev.tandem.roster.mapping;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Caused;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The mappings, one document per joint account, each its partnership's.
@Component
final class Mappings {
    private final Aggregates<Mapping> mappings;

    Mappings(Stores stores) {
        this.mappings = stores.aggregates("mappings", Mapping.class)
                .indexed("state.governedBy", "_id")
                .indexed("state.members.owner", "_id")
                .indexed("state.assignments.rep", "_id");
    }

    Optional<Mapping> find(PartnershipId partnership, JointAccountId jointAccount) {
        return mappings.find(Tenant.of(partnership), jointAccount.value()).map(Versioned::state);
    }

    /// By joint account, after `after`.
    List<Mapping> page(PartnershipId partnership, String after, int limit) {
        return states(mappings.find(Tenant.of(partnership), where("_id").gt(after), limit));
    }

    /// Those not yet brought up to that revision (0 for none).
    List<Mapping> notGovernedBy(PartnershipId partnership, int revision, int limit) {
        return states(
                mappings.find(Tenant.of(partnership), where("state.governedBy").ne(revision), limit));
    }

    /// Those of whose members the rep owns one.
    List<Mapping> ownedBy(PartnershipId partnership, RepId rep, Range range) {
        var criteria = where("state.members.owner").is(rep.value()).and("_id").gt(range.after());
        return states(mappings.find(Tenant.of(partnership), criteria, range.limit()));
    }

    /// Those that the rep works or worked.
    List<Mapping> workedBy(PartnershipId partnership, RepId rep, Range range) {
        var criteria = where("state.assignments.rep").is(rep.value()).and("_id").gt(range.after());
        return states(mappings.find(Tenant.of(partnership), criteria, range.limit()));
    }

    /// The next part of a list by joint account.
    record Range(String after, int limit) {}

    /// As if each had come alone.
    ///
    /// @return those that changed
    List<JointAccountId> changeEach(PartnershipId partnership, Map<JointAccountId, Caused<Mapping>> decisions) {
        var byDocument = new LinkedHashMap<String, Caused<Mapping>>();
        decisions.forEach((id, decision) -> byDocument.put(id.value(), decision));
        return mappings.changeEach(Tenant.of(partnership), byDocument).entrySet().stream()
                .filter(each -> each.getValue() instanceof Outcome.Changed)
                .map(each -> new JointAccountId(each.getKey()))
                .toList();
    }

    private static List<Mapping> states(List<Versioned<Mapping>> found) {
        return found.stream().map(Versioned::state).toList();
    }
}
