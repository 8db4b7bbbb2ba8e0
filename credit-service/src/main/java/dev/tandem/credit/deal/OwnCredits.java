package dev.tandem.credit.deal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut.DealCredited;
import dev.tandem.contracts.crm.CrmOut.OwnCredit;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line;
import dev.tandem.kit.store.Outgoing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Each company's view of a deal's credit: its own people only, and its own CRM's ids only.
final class OwnCredits {
    private OwnCredits() {}

    /// How a rep of a company is found.
    interface Lookup extends BiFunction<CompanyId, RepId, Optional<RepChanged>> {}

    static List<Outgoing> events(DealChanged deal, Collection<Entry> entries, Lookup reps) {
        var byCompany = entries.stream()
                .flatMap(Entry::credits)
                .collect(Collectors.groupingBy(Line.Credit::company, TreeMap::new, Collectors.toList()));
        return byCompany.entrySet().stream()
                .map(own -> Outgoing.to(
                        Topics.crmOut(own.getKey()),
                        "credit/" + deal.deal(),
                        credited(deal, own.getKey(), standing(own.getValue(), reps))))
                .toList();
    }

    private static DealCredited credited(DealChanged deal, CompanyId company, List<OwnCredit> credits) {
        var opportunity = company.equals(deal.owner()) ? deal.opportunity() : null;
        return new DealCredited(deal.partnership(), deal.deal(), opportunity, deal.effectiveDate(), credits);
    }

    /// What each rep has in all, with the sentence of the last line; those who came to nothing are left out.
    private static List<OwnCredit> standing(List<Line.Credit> credits, Lookup reps) {
        var totals = new TreeMap<String, OwnCredit>();
        for (var credit : credits) {
            var place = credit.rep() + "/" + credit.creditType() + "/"
                    + credit.amount().currencyCode();
            totals.merge(place, own(credit, reps), OwnCredits::added);
        }
        return totals.values().stream().filter(own -> !own.amount().isZero()).toList();
    }

    private static OwnCredit own(Line.Credit credit, Lookup reps) {
        return new OwnCredit(
                credit.rep(),
                reps.apply(credit.company(), credit.rep())
                        .map(RepChanged::crmUser)
                        .filter(user -> !user.isErased())
                        .orElse(null),
                credit.creditType().name(),
                credit.amount(),
                credit.because().reason());
    }

    private static OwnCredit added(OwnCredit before, OwnCredit next) {
        return new OwnCredit(
                next.rep(), next.crmUser(), next.creditType(), before.amount().plus(next.amount()), next.because());
    }
}
