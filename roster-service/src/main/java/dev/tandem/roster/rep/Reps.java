package dev.tandem.roster.rep;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Marks;
import dev.tandem.kit.store.NaturalCreates;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The reps, one document per company and CRM user, by a mark of that user: that is what issues a rep's id only once.
@Component
final class Reps {
    private static final String MANAGER_USER = "state.fields.MANAGER_USER.value";

    private final Aggregates<Rep> reps;
    private final NaturalCreates keys;
    private final Marks marks;

    Reps(Stores stores, Marks marks) {
        this.marks = marks;
        this.reps = stores.aggregates("reps", Rep.class)
                .unique("state.id")
                .indexed("state.emailKey")
                .indexed("state.due", "_id")
                .indexed(MANAGER_USER, "_id")
                .indexed("state.managedBy", "_id")
                .indexed("state.unresolvedManager", "_id");
        this.keys = new NaturalCreates(stores, "rep_keys");
    }

    Optional<Versioned<Rep>> find(CompanyId company, RepId rep) {
        return one(company, where("state.id").is(rep.value()));
    }

    Optional<Versioned<Rep>> find(CompanyId company, CrmId crmUser) {
        return reps.find(Tenant.of(company), documentId(company, crmUser));
    }

    /// Empty also when two reps have the same address.
    Optional<Versioned<Rep>> findByEmail(CompanyId company, String email) {
        return one(company, where("state.emailKey").is(email.toLowerCase(Locale.ROOT)));
    }

    private Optional<Versioned<Rep>> one(CompanyId company, Criteria criteria) {
        var found = reps.find(Tenant.of(company), criteria, 2);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// In the store's own order, after the document id `after`.
    List<Versioned<Rep>> page(CompanyId company, String after, int limit) {
        return reps.find(Tenant.of(company), where("_id").gt(after), limit);
    }

    /// Those of whom a day has come that makes a difference.
    List<Versioned<Rep>> due(CompanyId company, LocalDate today, int limit) {
        return reps.find(Tenant.of(company), where("state.due").gt("").lte(today.toString()), limit);
    }

    /// Those who report to a user that was not known when they said so.
    List<Versioned<Rep>> waitingFor(CompanyId company, CrmId manager, int limit) {
        return reps.find(Tenant.of(company), where("state.unresolvedManager").is(manager.value()), limit);
    }

    /// Those whose record names the user as manager.
    List<Versioned<Rep>> naming(CompanyId company, CrmId manager, int limit) {
        return reps.find(Tenant.of(company), where(MANAGER_USER).is(manager.value()), limit);
    }

    List<Versioned<Rep>> reports(CompanyId company, RepId manager, String after, int limit) {
        var criteria = where("state.managedBy").is(manager.value()).and("_id").gt(after);
        return reps.find(Tenant.of(company), criteria, limit);
    }

    long count(CompanyId company) {
        return reps.count(Tenant.of(company), new Criteria());
    }

    /// Enters a rep: under one key one rep, since the key is looked for before the rep.
    Outcome<Rep> enter(CompanyId company, CrmId crmUser, Cause.Command cause, Decision<Rep> decision) {
        keys.claim(Tenant.of(company), cause);
        return change(company, crmUser, cause, decision);
    }

    Outcome<Rep> change(CompanyId company, CrmId crmUser, Cause cause, Decision<Rep> decision) {
        return reps.change(Tenant.of(company), documentId(company, crmUser), cause, decision);
    }

    /// By which an erased user is recognised.
    CrmId mark(CompanyId company, CrmId erased) {
        return marks.erased(company, erased);
    }

    Outcome<Rep> change(CompanyId company, String documentId, Cause cause, Decision<Rep> decision) {
        return reps.change(Tenant.of(company), documentId, cause, decision);
    }

    /// A mark of the user that nobody can turn back or try out: it stays when the person is erased, so that a
    /// late record does not bring the person back, and events name it as their source.
    private String documentId(CompanyId company, CrmId crmUser) {
        return marks.of("rep", company.value(), crmUser.value());
    }
}
