package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.crediting.Contribution.Standing;
import dev.tandem.credit.deal.Contributing;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.dispute.Dispute;
import dev.tandem.credit.dispute.Disputes;
import dev.tandem.credit.earning.FiscalChecklist.Item;
import dev.tandem.credit.ledger.Assessment;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.plan.Earnings;
import dev.tandem.credit.plan.FiscalCalendar;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.credit.planning.OwnPlans;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/// Looks for what is still open for a company in a fiscal period.
@Service
class FiscalChecking {
    private final Payroll payroll;
    private final OwnPlans plans;
    private final Disputes disputes;
    private final Parties parties;
    private final Contributing contributing;
    private final Ledger ledger;

    FiscalChecking(
            Payroll payroll,
            OwnPlans plans,
            Disputes disputes,
            Parties parties,
            Contributing contributing,
            Ledger ledger) {
        this.payroll = payroll;
        this.plans = plans;
        this.disputes = disputes;
        this.parties = parties;
        this.contributing = contributing;
        this.ledger = ledger;
    }

    FiscalChecklist checklist(CompanyId company, FiscalPeriod period) {
        var items = new ArrayList<Item>();
        earnings(company, period, items);
        add(items, "PLANS_NOT_DECIDED", "Plan revisions that nobody decided", plans.undecided(company, period));
        var open = disputes.open(company).stream().map(Dispute::id).toList();
        add(items, "DISPUTES_OPEN", "Disputes that are open", open);
        plans.calendar(company).ifPresent(calendar -> deals(company, calendar, period, items));
        return new FiscalChecklist(items);
    }

    private void earnings(CompanyId company, FiscalPeriod period, List<Item> items) {
        var missing = new ArrayList<String>();
        var unposted = new ArrayList<RepId>();
        for (var rep : plans.reps(company)) {
            switch (payroll.due(company, rep, period)) {
                case Earnings.Result.Missing(var reasons) ->
                    missing.addAll(reasons.stream().map(Reason::sentence).toList());
                case Earnings.Result.Due(var due) -> {
                    if (payroll.isOpen(company, rep, due, period)) {
                        unposted.add(rep);
                    }
                }
            }
        }
        if (!missing.isEmpty()) {
            var all = missing.stream().distinct().toList();
            items.add(new Item("RATES_MISSING", true, "Deals without a rate: " + all.size() + ".", all));
        }
        if (!unposted.isEmpty()) {
            items.add(new Item(
                    "RUN_FIRST",
                    true,
                    "What is due is not all posted: run the earnings first.",
                    unposted.stream().map(RepId::value).toList()));
        }
    }

    private void deals(CompanyId company, FiscalCalendar calendar, FiscalPeriod period, List<Item> items) {
        var waiting = new ArrayList<String>();
        var unanswered = new ArrayList<String>();
        var contested = new ArrayList<String>();
        for (var partnership : parties.partnershipsOf(company).stream()
                .map(PartnershipChanged::partnership)
                .toList()) {
            var judged = judged(partnership, calendar, period);
            var deals = judged.stream().map(Assessment::deal).toList();
            judged.stream()
                    .filter(Assessment::mayStillBeCredited)
                    .forEach(deal -> waiting.add(deal.deal().value()));
            addAll(unanswered, contributing.with(Standing.CLAIMED, partnership, deals));
            addAll(contested, contributing.with(Standing.CONTESTED, partnership, deals));
        }
        add(items, "DEALS_WAITING", "Deals not credited for want of something that may still arrive", waiting);
        add(items, "CONTRIBUTIONS_UNANSWERED", "Deals with contributions that no other party confirmed", unanswered);
        add(items, "CONTRIBUTIONS_CONTESTED", "Deals with contributions that another party contests", contested);
    }

    private static void addAll(List<String> to, Collection<DealId> deals) {
        deals.forEach(deal -> to.add(deal.value()));
    }

    /// The deals of the period as they were judged last.
    private List<Assessment> judged(PartnershipId partnership, FiscalCalendar calendar, FiscalPeriod period) {
        var last = new TreeMap<DealId, Assessment>();
        try (var chain = ledger.through(partnership, ledger.head(partnership))) {
            chain.forEachOrdered(link -> {
                if (link instanceof Entry entry) {
                    last.put(entry.deal().deal(), entry.deal());
                }
            });
        }
        return last.values().stream()
                .filter(deal -> calendar.of(deal.effectiveDate()).equals(period))
                .toList();
    }

    private static void add(List<Item> items, String code, String what, List<String> of) {
        if (!of.isEmpty()) {
            items.add(new Item(code, false, what + ": " + of.size() + ".", of));
        }
    }
}
