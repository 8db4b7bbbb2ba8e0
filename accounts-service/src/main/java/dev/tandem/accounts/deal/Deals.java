package dev.tandem.accounts.deal;

import dev.tandem.accounts.alignment.JointAccount;
import dev.tandem.accounts.alignment.JointBook;
import dev.tandem.accounts.crm.Awaited;
import dev.tandem.accounts.deal.DealState.Given;
import dev.tandem.accounts.deal.DealState.Home;
import dev.tandem.accounts.deal.Opportunity.Named;
import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.rep.Reps;
import dev.tandem.accounts.sale.Recorded;
import dev.tandem.accounts.sale.SaleDesk;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Makes deals of opportunities, and looks at them again when what they rest on arrives later.
@Component
public class Deals {
    private static final int PAGE_SIZE = 100;

    private final Opportunities opportunities;
    private final JointBook jointBook;
    private final Partnerships partnerships;
    private final Reps reps;
    private final IssuedIds ids;
    private final SaleDesk desk;
    private final Awaited awaited;
    private final Clock clock;

    Deals(
            Opportunities opportunities,
            JointBook jointBook,
            Partnerships partnerships,
            Reps reps,
            IssuedIds ids,
            SaleDesk desk,
            Awaited awaited,
            Clock clock) {
        this.opportunities = opportunities;
        this.jointBook = jointBook;
        this.partnerships = partnerships;
        this.reps = reps;
        this.ids = ids;
        this.desk = desk;
        this.awaited = awaited;
        this.clock = clock;
    }

    /// A joint account came into the shared book: what was won on it before is a deal now. One that left it, or that an
    /// account left, may leave only one partnership to what waits for one of several to be named.
    public void onJointAccount(Incoming<JointAccountChanged> event) {
        var joint = event.payload();
        var entered = jointBook.everEntered(joint.partnership(), joint.jointAccount());
        entered.filter(_ -> joint.book().agreed()).stream()
                .flatMap(JointAccount::accounts)
                .forEach(this::lookAgain);
        entered.flatMap(_ -> partnerships.find(joint.partnership())).stream()
                .flatMap(found -> found.parties().stream())
                .forEach(party -> lookAgain(party, after -> opportunities.undecided(party, after, PAGE_SIZE)));
    }

    /// At what is sold on the account.
    void lookAgain(AccountRef account) {
        lookAgain(
                account.company(),
                after -> opportunities.ofAccount(account.company(), account.account(), after, PAGE_SIZE));
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

    private Versioned<Opportunity> lookAgain(CompanyId company, CrmId id) {
        var outcome = opportunities.change(company, id, current -> {
            var was = current.map(Versioned::state).orElseGet(() -> Opportunity.unknown(company, id));
            var next = was.as(standing(was));
            return next.equals(was) ? Change.none() : Change.to(next);
        });
        return follow(outcome);
    }

    /// After each write of an opportunity, and again when that was done before a crash: has its deal taken down, and
    /// ends the waiting of its records for a partnership. What it rests on may have come while it was written, and
    /// looked for it before it was there.
    Versioned<Opportunity> follow(Outcome<Opportunity> outcome) {
        var found = Objects.requireNonNull(outcome.now(), "an opportunity was read or written");
        var now = found.state();
        if (outcome instanceof Outcome.Changed
                && now.mayBeADeal()
                && !now.as(standing(now)).equals(now)) {
            return lookAgain(now.company(), now.id());
        }
        var deal = now.deal();
        if (deal != null) {
            desk.record(deal);
        }
        if (now.stage() == Opportunity.Stage.WON && !now.undecided()) {
            awaited.arrived(now.company(), Opportunity.reference(now.id()));
        }
        return found;
    }

    /// @param naming is asked with the opportunity as it is when it is written; refuses by throwing
    Versioned<Opportunity> name(CompanyId company, CrmId id, Function<Versioned<Opportunity>, Named> naming) {
        var outcome = opportunities.change(company, id, current -> {
            var was = current.orElseThrow();
            var next = was.state().named(naming.apply(was));
            return Change.to(next.as(standing(next)));
        });
        return follow(outcome);
    }

    /// What became of the opportunity's deal, if it has one.
    Optional<Recorded> recorded(Opportunity opportunity) {
        return Optional.ofNullable(opportunity.deal()).flatMap(desk::find);
    }

    Standing standing(Opportunity opportunity) {
        var owner = Optional.ofNullable(opportunity.ownerUser())
                .flatMap(user -> reps.byUser(opportunity.company(), user))
                .map(RepChanged::rep)
                .orElse(null);
        return DealState.of(opportunity, new Given(homes(opportunity), owner, clock.instant(), this::tellsProducts));
    }

    private boolean tellsProducts(PartnershipId partnership) {
        return partnerships
                .find(partnership)
                .flatMap(PartnershipChanged::inForce)
                .filter(agreement -> agreement.crediting().tellsProducts())
                .isPresent();
    }

    /// In which the opportunity is a deal, or would be one if it were won.
    List<Home> homes(Opportunity opportunity) {
        return opportunity.accountRef().map(jointBook::agreedOn).orElse(List.of()).stream()
                .map(joint -> home(joint, opportunity))
                .toList();
    }

    private Home home(JointAccount joint, Opportunity opportunity) {
        var deal = ids.deal(joint.partnership(), opportunity.company(), opportunity.id());
        return new Home(joint.partnership(), joint.id(), deal);
    }
}
