package dev.tandem.accounts.deal;

import static java.util.function.Predicate.not;

import dev.tandem.accounts.alignment.JointAccount;
import dev.tandem.accounts.alignment.JointBook;
import dev.tandem.accounts.deal.DealState.Given;
import dev.tandem.accounts.deal.DealState.Home;
import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.rep.Reps;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Makes deals of opportunities, and looks at them again when what they rest on arrives later.
@Component
public class Deals {
    private static final int PAGE_SIZE = 100;

    private final Opportunities opportunities;
    private final JointBook jointBook;
    private final Reps reps;
    private final IssuedIds ids;
    private final Clock clock;

    Deals(Opportunities opportunities, JointBook jointBook, Reps reps, IssuedIds ids, Clock clock) {
        this.opportunities = opportunities;
        this.jointBook = jointBook;
        this.reps = reps;
        this.ids = ids;
        this.clock = clock;
    }

    /// A joint account came into the shared book: what was won on it before is a deal now.
    public void onJointAccount(Incoming<JointAccountChanged> event) {
        if (event.payload().book().agreed()) {
            for (var member : event.payload().members()) {
                var account = member.account();
                lookAgain(
                        account.company(),
                        after -> opportunities.ofAccount(account.company(), account.account(), after, PAGE_SIZE));
            }
        }
    }

    /// An owner became known.
    public void onRoster(Incoming<RosterChange> event) {
        if (event.payload() instanceof RepChanged rep) {
            lookAgain(rep.company(), after -> opportunities.ofUser(rep.company(), rep.crmUser(), after, PAGE_SIZE));
        }
    }

    private void lookAgain(CompanyId company, Function<String, List<Versioned<Opportunity>>> pages) {
        var page = pages.apply("");
        while (!page.isEmpty()) {
            page.forEach(each -> lookAgain(company, each.state().id()));
            page = page.size() < PAGE_SIZE
                    ? List.of()
                    : pages.apply(page.getLast().id());
        }
    }

    private void lookAgain(CompanyId company, CrmId id) {
        opportunities.change(company, id, current -> {
            var was = current.map(Versioned::state).orElseGet(() -> Opportunity.unknown(company, id));
            var next = was.as(standing(was));
            return next.equals(was) ? Change.none() : Change.to(next, news(was, next));
        });
    }

    Standing standing(Opportunity opportunity) {
        var homes = opportunity.accountRef().map(jointBook::agreedOn).orElse(List.of()).stream()
                .map(joint -> home(joint, opportunity))
                .toList();
        var owner = Optional.ofNullable(opportunity.ownerUser())
                .flatMap(user -> reps.byUser(opportunity.company(), user))
                .map(RepChanged::rep)
                .orElse(null);
        return DealState.of(opportunity, new Given(homes, owner, clock.instant()));
    }

    private Home home(JointAccount joint, Opportunity opportunity) {
        var deal = ids.deal(joint.partnership(), opportunity.company(), opportunity.id());
        return new Home(joint.partnership(), joint.id(), deal);
    }

    static List<Outgoing> news(Opportunity was, Opportunity next) {
        return Optional.ofNullable(next.deal())
                .filter(not(deal -> deal.equals(was.deal())))
                .map((DealChanged deal) ->
                        List.of(Outgoing.to(Topics.DEALS, deal.deal().value(), deal)))
                .orElse(List.of());
    }
}
