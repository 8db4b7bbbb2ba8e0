package dev.tandem.credit.settlement;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.JointGoals;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.expense.Expensing;
import dev.tandem.credit.expense.Ruled;
import dev.tandem.credit.expense.Ruling;
import dev.tandem.credit.expense.Spent;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.Link;
import dev.tandem.credit.settlement.Due.Kind;
import dev.tandem.credit.settlement.Due.Place;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/// What the parties owe one another in all: a function of the expenses that are agreed, of the
/// joint credit and of the agreement. Knows nothing of what was posted.
@Service
class Dues {
    private final Expensing expensing;
    private final Ledger ledger;

    Dues(Expensing expensing, Ledger ledger) {
        this.expensing = expensing;
        this.ledger = ledger;
    }

    List<Due> of(PartnershipChanged partnership) {
        var dues = new ArrayList<Due>();
        expensing.eachAgreed(partnership.partnership(), (id, spent) -> dues.addAll(expense(id, spent, partnership)));
        if (partnership.revisions().stream().anyMatch(each -> ofCredit(each).isPresent())) {
            dues.addAll(credit(partnership));
        }
        return dues;
    }

    /// What each other party owes who paid.
    static List<Due> expense(String id, Spent spent, PartnershipChanged partnership) {
        return switch (Ruling.of(spent, partnership)) {
            case Ruled.Undecided _ -> List.of();
            case Ruled.Shared ruled ->
                ruled.parts().entrySet().stream()
                        .filter(part -> !part.getKey().equals(spent.payer()))
                        .filter(part -> !part.getValue().amount().isZero())
                        .map(part -> new Due(
                                new Place(
                                        Kind.EXPENSE,
                                        id,
                                        part.getKey(),
                                        spent.payer(),
                                        spent.period(),
                                        spent.amount().currencyCode()),
                                part.getValue().amount(),
                                new Reason(
                                        "EXPENSE_SHARE",
                                        "%s paid %s of %s; of the %s that are shared, %s bears %s."
                                                .formatted(
                                                        spent.payer(),
                                                        spent.amount(),
                                                        spent.on(),
                                                        ruled.shared(),
                                                        part.getKey(),
                                                        part.getValue().formula()))))
                        .toList();
        };
    }

    private List<Due> credit(PartnershipChanged partnership) {
        var fold = new CreditFold(partnership);
        PartnershipId id = partnership.partnership();
        try (var chain = ledger.through(id, ledger.head(id))) {
            chain.forEachOrdered(fold::add);
        }
        return fold.dues();
    }

    static Optional<Share> ofCredit(Agreement agreement) {
        return Optional.ofNullable(agreement.goals()).map(JointGoals::ofCredit);
    }

    /// What every party but the owner has of each deal. Keeps one sum per deal and party, and only
    /// of deals for which something is to be paid.
    static final class CreditFold {
        private final PartnershipChanged partnership;
        private final Map<String, Map<CompanyId, Money>> credits = new TreeMap<>();
        private final Map<String, Known> deals = new HashMap<>();

        private record Known(DealId deal, CompanyId owner, LocalDate effectiveDate) {}

        CreditFold(PartnershipChanged partnership) {
            this.partnership = partnership;
        }

        void add(Link link) {
            if (link instanceof Entry entry) {
                var deal = entry.deal();
                deals.put(deal.deal().value(), new Known(deal.deal(), deal.owner(), deal.effectiveDate()));
                entry.credits()
                        .filter(line -> line.creditType() == CreditType.REVENUE)
                        .filter(line -> !line.company().equals(deal.owner()))
                        .forEach(line -> credits.computeIfAbsent(
                                        deal.deal() + " " + line.amount().currencyCode(), _ -> new TreeMap<>())
                                .merge(line.company(), line.amount(), Money::plus));
            }
        }

        List<Due> dues() {
            var dues = new ArrayList<Due>();
            credits.forEach((key, companies) -> {
                var deal = Objects.requireNonNull(deals.get(key.substring(0, key.indexOf(' '))));
                rate(deal)
                        .ifPresent(rate -> companies.forEach((company, credit) ->
                                due(deal, company, credit, rate).ifPresent(dues::add)));
            });
            return dues;
        }

        private Optional<Share> rate(Known deal) {
            var end = deal.effectiveDate()
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minusMillis(1);
            return partnership.inForceAt(end).flatMap(Dues::ofCredit);
        }

        private static Optional<Due> due(Known deal, CompanyId company, Money credit, Share rate) {
            var amount = rounded(credit, rate);
            var place = new Place(
                    Kind.CREDIT,
                    deal.deal().value(),
                    deal.owner(),
                    company,
                    YearMonth.from(deal.effectiveDate()),
                    credit.currencyCode());
            var sentence = "%s of the %s credited to %s for the deal = %s, owed by its owner %s."
                    .formatted(rate, credit, company, amount, deal.owner());
            return amount.isZero()
                    ? Optional.empty()
                    : Optional.of(new Due(place, amount, new Reason("CREDIT_SHARE", sentence)));
        }

        /// Halves away from zero.
        private static Money rounded(Money credit, Share rate) {
            var doubled = credit.amountMinor().abs().multiply(rate.numerator()).shiftLeft(1);
            var nearest =
                    doubled.add(rate.denominator()).divide(rate.denominator().shiftLeft(1));
            return new Money(credit.amountMinor().signum() < 0 ? nearest.negate() : nearest, credit.currency());
        }
    }
}
