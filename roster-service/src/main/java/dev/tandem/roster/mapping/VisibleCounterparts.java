package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.kit.web.Problem;
import dev.tandem.roster.exchange.OfferedReps;
import dev.tandem.roster.mapping.Counterparts.Sources;
import dev.tandem.roster.mapping.Mappings.Range;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Reads counterparts for a company, by the agreement in force at each read: what was stored or sent never grants it.
@Component
final class VisibleCounterparts {
    private static final int PART = 200;

    private final Mappings mappings;
    private final Agreements agreements;
    private final RepDirectory reps;
    private final OfferedReps offers;
    private final Gates gates;

    VisibleCounterparts(Mappings mappings, Agreements agreements, RepDirectory reps, OfferedReps offers, Gates gates) {
        this.gates = gates;
        this.mappings = mappings;
        this.agreements = agreements;
        this.reps = reps;
        this.offers = offers;
    }

    /// Of one joint account; empty where the company may see none.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 404 for who is no party
    Optional<CounterpartsView> one(CompanyId viewer, PartnershipId partnership, JointAccountId jointAccount) {
        var view = view(viewer, partnership);
        return mappings.find(partnership, jointAccount).flatMap(view);
    }

    /// By joint account; as many as the range asks for, where there are as many.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 404 for who is no party
    List<CounterpartsView> page(CompanyId viewer, PartnershipId partnership, Range range) {
        var view = view(viewer, partnership);
        return collected(range, part -> mappings.page(partnership, part.after(), part.limit()), view);
    }

    /// As `page`, only those where the rep owns an account.
    List<CounterpartsView> ofRep(CompanyId viewer, PartnershipId partnership, RepId rep, Range range) {
        var view = view(viewer, partnership);
        return collected(range, part -> mappings.ownedBy(partnership, rep, part), view);
    }

    /// Reads on where what was read is not visible, so that a page is full unless it is the last.
    private static List<CounterpartsView> collected(
            Range range, Function<Range, List<Mapping>> read, Function<Mapping, Optional<CounterpartsView>> view) {
        var seen = new ArrayList<CounterpartsView>();
        var after = range.after();
        List<Mapping> part;
        do {
            part = read.apply(new Range(after, PART));
            part.stream().flatMap(mapping -> view.apply(mapping).stream()).forEach(seen::add);
            after = part.isEmpty() ? after : part.getLast().jointAccount().value();
        } while (part.size() == PART && seen.size() < range.limit());
        return seen.subList(0, Math.min(seen.size(), range.limit()));
    }

    private Function<Mapping, Optional<CounterpartsView>> view(CompanyId viewer, PartnershipId partnership) {
        var inForce = agreements
                .of(viewer, partnership)
                .orElseThrow(Problem::notFound)
                .inForce()
                .map(Agreement::sharing);
        var sources = new Sources(reps::find, offers::of, gates.of(partnership));
        return mapping -> inForce.flatMap(policy ->
                new Counterparts(mapping, policy, sources).to(viewer).map(seen -> CounterpartsView.of(mapping, seen)));
    }
}
