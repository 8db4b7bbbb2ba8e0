package dev.tandem.credit.deal;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.credit.CreditingWork;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.credit.crediting.Crediting;
import dev.tandem.credit.ledger.Assessed;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.copy.LocalCopy.Latest;
import dev.tandem.kit.intake.Incoming;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Keeps each input as it arrives and credits the deals that rest on it again. Whatever order the
/// inputs arrive in, and however often, the credit comes out the same: an input that is not there
/// yet is only waited for.
@Service
public class CreditingDeals {
    private static final int PAGE = 200;

    private final Deals deals;
    private final Partnerships partnerships;
    private final Counterparts counterparts;
    private final Reps reps;
    private final Activities activities;
    private final KnownFacts facts;
    private final Ledger ledger;
    private final Standings standings;

    CreditingDeals(
            Deals deals,
            Partnerships partnerships,
            Counterparts counterparts,
            Reps reps,
            Activities activities,
            KnownFacts facts,
            Ledger ledger,
            Standings standings) {
        this.deals = deals;
        this.partnerships = partnerships;
        this.counterparts = counterparts;
        this.reps = reps;
        this.activities = activities;
        this.facts = facts;
        this.ledger = ledger;
        this.standings = standings;
    }

    public void dealChanged(Incoming<DealChanged> event) {
        var deal = event.payload();
        var before = deals.find(deal.partnership(), deal.deal()).map(Latest::state);
        var news = deals.keep(event);
        credit(deal.partnership(), deal.deal(), event.id());
        if (news) {
            Stream.concat(before.stream(), Stream.of(deal))
                    .map(DealChanged::jointAccount)
                    .distinct()
                    .forEach(account -> creditOthers(deal.partnership(), account, event.id()));
        } else if (looksAtOthers(deal.partnership())) {
            creditAll(deal.partnership(), event.id());
        }
    }

    /// Of a repetition nobody knows any more on which account it was before, should the first have died in
    /// between: all deals are credited again.
    public void activityChanged(Incoming<ActivityChanged> event) {
        var activity = event.payload();
        var before = activities.find(activity.partnership(), activity.activity());
        if (!activities.keep(event)) {
            creditAll(activity.partnership(), event.id());
            return;
        }
        Stream.concat(before.stream(), Stream.of(activity))
                .map(ActivityChanged::jointAccount)
                .distinct()
                .forEach(account -> creditAll(
                        activity.partnership(),
                        event.id(),
                        afterId -> deals.page(activity.partnership(), account, afterId, PAGE)));
    }

    /// What was said here about a deal, should nobody have come to credit it then.
    public void workRaised(Incoming<CreditingWork> event) {
        contributionsChanged(event.payload().partnership(), event.payload().deal(), event.id());
    }

    /// @param cause id of what was said about the deal
    void contributionsChanged(PartnershipId partnership, DealId deal, String cause) {
        credit(partnership, deal, cause);
        deals.find(partnership, deal)
                .ifPresent(found -> creditOthers(partnership, found.state().jointAccount(), cause));
    }

    /// The deals of the account, where an agreement of the partnership credits them by one another.
    private void creditOthers(PartnershipId partnership, JointAccountId account, String cause) {
        if (looksAtOthers(partnership)) {
            creditAll(partnership, cause, afterId -> deals.page(partnership, account, afterId, PAGE));
        }
    }

    private boolean looksAtOthers(PartnershipId partnership) {
        return partnerships
                .find(partnership)
                .map(Latest::state)
                .filter(Crediting::everLooksAtOthers)
                .isPresent();
    }

    public void partnershipChanged(Incoming<PartnershipChanged> event) {
        partnerships.keep(event);
        var partnership = event.payload().partnership();
        creditAll(partnership, event.id());
    }

    public void rosterChanged(Incoming<RosterChange> event) {
        switch (event.payload()) {
            case RosterChange.RepChanged rep -> repChanged(event, rep);
            case RosterChange.CounterpartsChanged changed -> {
                counterparts.keep(event.with(changed));
                var partnership = changed.partnership();
                creditAll(
                        partnership,
                        event.id(),
                        afterId -> deals.page(partnership, changed.jointAccount(), afterId, PAGE));
            }
        }
    }

    /// Whom a rep reports to matters where managers are credited; a repetition credits again, should
    /// the first have died in between.
    private void repChanged(Incoming<RosterChange> event, RosterChange.RepChanged rep) {
        var known = reps.find(rep.company(), rep.rep());
        var before = known.map(RosterChange.RepChanged::spells);
        var news = reps.keep(event);
        if (rep.crmUser().isErased() || known.isEmpty() || !news) {
            partnerships.of(rep.company()).stream()
                    .map(PartnershipChanged::partnership)
                    .forEach(each -> tellAgain(each, rep.rep()));
        }
        if (!news || !before.equals(Optional.ofNullable(rep.spells()))) {
            partnerships.of(rep.company()).stream()
                    .filter(Crediting::everRollsUp)
                    .map(PartnershipChanged::partnership)
                    .forEach(each -> creditAll(each, event.id()));
        }
    }

    /// Whoever was credited before the roster came is told with the CRM's id then; whoever is erased, without it.
    private void tellAgain(PartnershipId partnership, RepId rep) {
        ledger.dealsOf(partnership, rep).stream()
                .flatMap(deal -> deals.find(partnership, deal).stream())
                .forEach(deal -> standings.tellAgain(partnership, deal.state()));
    }

    private void creditAll(PartnershipId partnership, String cause) {
        creditAll(partnership, cause, afterId -> deals.page(partnership, afterId, PAGE));
    }

    private void creditAll(PartnershipId partnership, String cause, Function<String, List<DealChanged>> pageAfter) {
        eachDeal(pageAfter, deal -> credit(partnership, deal.deal(), cause));
    }

    private static void eachDeal(Function<String, List<DealChanged>> pageAfter, Consumer<DealChanged> then) {
        var page = pageAfter.apply("");
        while (!page.isEmpty()) {
            page.forEach(then);
            page = pageAfter.apply(page.getLast().deal().value());
        }
    }

    /// Repeated after a crash at any point, it does what is left to do and nothing else.
    private void credit(PartnershipId partnership, DealId deal, String cause) {
        ledger.post(
                partnership,
                deal,
                cause,
                () -> Assessed.of(facts.of(partnership, deal).orElseThrow()));
        deals.find(partnership, deal).map(Latest::state).ifPresent(state -> standings.tell(partnership, state));
    }
}
