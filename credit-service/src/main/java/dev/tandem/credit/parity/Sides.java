package dev.tandem.credit.parity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.Line;
import dev.tandem.credit.ledger.Link;
import dev.tandem.credit.parity.Comparison.Terms;
import dev.tandem.credit.parity.Side.Credit;
import dev.tandem.credit.parity.Side.Person;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.planning.OwnPlans;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/// Gathers what a comparison is about from the joint journal and from each company's own plans.
@Service
class Sides {
    private final Ledger ledger;
    private final OwnPlans plans;

    Sides(Ledger ledger, OwnPlans plans) {
        this.ledger = ledger;
        this.plans = plans;
    }

    /// Those of the months compared that are credited.
    List<SharedDeal> deals(PartnershipId partnership, YearMonth from, YearMonth through) {
        var fold = new SharedDeals(from, through);
        try (var chain = ledger.through(partnership, ledger.head(partnership))) {
            chain.forEachOrdered(fold::add);
        }
        return fold.all();
    }

    /// @param companies and the name of the plan of each
    /// @return one for each, in the same order; empty for a plan that there is not
    List<Optional<Side>> of(PartnershipId partnership, Terms terms, List<Map.Entry<CompanyId, String>> companies) {
        var fold = new Fold(terms.from(), terms.through());
        try (var chain = ledger.through(partnership, ledger.head(partnership))) {
            chain.forEachOrdered(fold::add);
        }
        return companies.stream()
                .map(each -> plans.last(each.getKey(), each.getValue()).map(plan -> side(each.getKey(), plan, fold)))
                .toList();
    }

    /// A company's own, one for each of its plans by name.
    List<Side> own(PartnershipId partnership, CompanyId company, YearMonth from, YearMonth through) {
        var fold = new Fold(from, through);
        try (var chain = ledger.through(partnership, ledger.head(partnership))) {
            chain.forEachOrdered(fold::add);
        }
        return plans.lastOfAll(company).stream()
                .map(plan -> side(company, plan, fold))
                .toList();
    }

    private Side side(CompanyId company, Plan plan, Fold fold) {
        var people = new ArrayList<Person>();
        plan.members().stream()
                .filter(member -> member.quota().amountMinor().signum() > 0)
                .sorted(Comparator.comparing(Plan.Member::rep))
                .forEach(member -> {
                    var credits = fold.of(company, member.rep());
                    if (!credits.isEmpty()) {
                        people.add(new Person(member.rep(), member.quota(), credits));
                    }
                });
        return new Side(company, plan, plans.rates(company), people);
    }

    /// Revenue credit by company, rep, date and currency.
    private static final class Fold {
        private final YearMonth from;
        private final YearMonth through;
        private final Map<String, Map<String, Money>> credits = new TreeMap<>();

        Fold(YearMonth from, YearMonth through) {
            this.from = from;
            this.through = through;
        }

        void add(Link link) {
            if (link instanceof Entry entry) {
                entry.credits()
                        .filter(line -> line.creditType() == CreditType.REVENUE)
                        .filter(line -> !line.periods().origin().isBefore(from))
                        .filter(line -> !line.periods().origin().isAfter(through))
                        .forEach(line -> add(entry, line));
            }
        }

        private void add(Entry entry, Line.Credit line) {
            var day = entry.deal().effectiveDate() + " " + line.amount().currencyCode();
            credits.computeIfAbsent(line.company() + "/" + line.rep(), _ -> new TreeMap<>())
                    .merge(day, line.amount(), Money::plus);
        }

        List<Credit> of(CompanyId company, RepId rep) {
            return credits.getOrDefault(company + "/" + rep, Map.of()).entrySet().stream()
                    .filter(day -> !day.getValue().isZero())
                    .map(day -> new Credit(LocalDate.parse(day.getKey().substring(0, 10)), day.getValue()))
                    .toList();
        }
    }

    /// The currencies for which a rate is to be agreed.
    static List<Currency> currencies(List<Side> sides) {
        var currencies = new TreeMap<String, Currency>();
        sides.forEach(side -> {
            currencies.put(side.plan().currency().getCurrencyCode(), side.plan().currency());
            side.people().stream()
                    .flatMap(person -> person.credits().stream())
                    .forEach(credit -> currencies.put(
                            credit.amount().currencyCode(), credit.amount().currency()));
        });
        return List.copyOf(currencies.values());
    }
}
