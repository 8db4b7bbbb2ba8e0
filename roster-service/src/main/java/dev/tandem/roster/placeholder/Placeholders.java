package dev.tandem.roster.placeholder;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Problem;
import dev.tandem.roster.company.ActiveCompanies;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The placeholders, each its owner's alone, and by the hash of an invitation whose it is: who claims does not know
/// the owner's id.
@Component
final class Placeholders {
    private final Aggregates<Placeholder> placeholders;
    private final Aggregates<Invited> invitations;
    private final ActiveCompanies companies;

    /// Where an invitation leads.
    record Invited(CompanyId owner, String placeholder) {}

    Placeholders(Stores stores, ActiveCompanies companies) {
        this.placeholders = stores.aggregates("placeholders", Placeholder.class);
        this.invitations = stores.aggregates("placeholder_invitations", Invited.class);
        this.companies = companies;
    }

    Optional<Versioned<Placeholder>> find(CompanyId owner, String id) {
        return placeholders.find(Tenant.of(owner), id);
    }

    List<Versioned<Placeholder>> page(CompanyId owner, String after, int limit) {
        return placeholders.find(Tenant.of(owner), where("_id").gt(after), limit);
    }

    long count(CompanyId owner) {
        return placeholders.count(Tenant.of(owner), new Criteria());
    }

    Outcome<Placeholder> create(CompanyId owner, Cause cause, Placeholder created) {
        return placeholders.change(
                Tenant.of(owner), created.id(), cause, current -> current.isPresent() ? Change.none() : told(created));
    }

    /// Without anybody hearing of it: what is noted is nobody else's.
    Outcome<Placeholder> note(CompanyId owner, String id, Cause cause, UnaryOperator<Placeholder> step) {
        return placeholders.change(
                Tenant.of(owner),
                id,
                cause,
                current -> Change.to(
                        step.apply(current.orElseThrow(Problem::notFound).state())));
    }

    /// Once: of two who claim at the same time one is too late.
    Outcome<Placeholder> claim(CompanyId owner, String id, UnaryOperator<Placeholder> step) {
        return placeholders.change(Tenant.of(owner), id, Cause.GIVEN, current -> {
            var was = current.orElseThrow(Problem::notFound).state();
            var now = step.apply(was);
            return now.equals(was) ? Change.none() : told(now);
        });
    }

    private Change<Placeholder> told(Placeholder state) {
        var own = companies.find(state.owner()).orElseThrow(Problem::notFound);
        CompanyChanged company = state.company(own);
        return Change.to(
                state,
                Outgoing.to(Topics.COMPANIES, state.company().value(), company),
                Outgoing.to(Topics.PARTNERSHIPS, state.partnership().value(), state.partnershipChanged()));
    }

    void invite(Tenant platform, String tokenHash, Invited invited) {
        invitations.change(platform, tokenHash, Cause.GIVEN, _ -> Change.to(invited));
    }

    Optional<Invited> invited(Tenant platform, String tokenHash) {
        return invitations.find(platform, tokenHash).map(Versioned::state);
    }
}
