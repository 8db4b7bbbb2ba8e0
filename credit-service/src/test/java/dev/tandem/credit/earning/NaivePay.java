package dev.tandem.credit.earning;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.Given;
import dev.tandem.credit.dispute.Dispute;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line.Credit;
import dev.tandem.credit.plan.Exact;
import dev.tandem.credit.plan.Incentive;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.plan.Rate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// What somebody would pay with all papers on the desk: every deal, plan, rate and dispute at once, at the end, by
/// simple loops. It shares nothing with the code that is tested but exact fractions and the shapes of the papers.
///
/// @param dates of the deals, as they were told last
/// @param plans in the order in which they were approved
@NullMarked
record NaivePay(List<Entry> chain, Map<DealId, LocalDate> dates, List<Plan> plans, Collection<Rate> rates) {

    /// One deal's credit in one currency.
    private record Sale(LocalDate date, DealId deal, String currency) {}

    /// In minor units, by rule, deal and month.
    Map<String, BigInteger> due(RepId rep) {
        var due = new TreeMap<String, BigInteger>();
        var earned = new HashMap<YearMonth, BigInteger>();
        var totals = new HashMap<Integer, Exact>();
        for (var sale : sales(rep)) {
            var month = YearMonth.from(sale.date());
            var plan = plan(month);
            var quarter = month.getYear() * 4 + (month.getMonthValue() - 1) / 3;
            var before = totals.getOrDefault(quarter, Exact.ZERO);
            var after = before.plus(euros(sale, rep, plan));
            totals.put(quarter, after);
            var pays = pays(plan, after).subtract(pays(plan, before));
            due.merge("commission " + sale.deal() + " " + month, pays, BigInteger::add);
            earned.merge(month, pays, BigInteger::add);
        }
        drawn(earned).forEach((month, change) -> due.put("draw null " + month, change));
        due.values().removeIf(amount -> amount.signum() == 0);
        return due;
    }

    private List<Sale> sales(RepId rep) {
        return chain.stream()
                .flatMap(entry -> entry.credits()
                        .filter(credit -> counts(credit, rep))
                        .map(credit -> new Sale(
                                dates.getOrDefault(entry.deal().deal(), LocalDate.MAX),
                                entry.deal().deal(),
                                credit.amount().currencyCode())))
                .distinct()
                .sorted(Comparator.comparing(Sale::date)
                        .thenComparing(Sale::deal)
                        .thenComparing(Sale::currency))
                .toList();
    }

    private static boolean counts(Credit credit, RepId rep) {
        return credit.company().equals(Given.ACME)
                && credit.rep().equals(rep)
                && credit.creditType() == CreditType.REVENUE;
    }

    private Plan plan(YearMonth month) {
        Plan governing = plans.getFirst();
        for (var plan : plans) {
            var from = YearMonth.parse(plan.effectiveFrom().toString());
            var since = YearMonth.parse(governing.effectiveFrom().toString());
            if (!from.isAfter(month) && !from.isBefore(since)) {
                governing = plan;
            }
        }
        return governing;
    }

    private Exact euros(Sale sale, RepId rep, Plan plan) {
        var sum = BigInteger.ZERO;
        for (var entry : chain) {
            if (entry.deal().deal().equals(sale.deal())) {
                var day = entry.knownAt().atZone(ZoneOffset.UTC).toLocalDate();
                var late =
                        plan.clawbackDays() != null && day.isAfter(sale.date().plusDays(plan.clawbackDays()));
                for (var credit : entry.credits().toList()) {
                    var amount = credit.amount().amountMinor();
                    if (counts(credit, rep)
                            && credit.amount().currencyCode().equals(sale.currency())
                            && !(late && amount.signum() < 0)) {
                        sum = sum.add(amount);
                    }
                }
            }
        }
        return converted(new Money(sum, java.util.Currency.getInstance(sale.currency())), sale.date());
    }

    private Exact converted(Money amount, LocalDate date) {
        var rate = new BigDecimal(rate(amount.currencyCode(), date).value());
        var major = amount.currency().getDefaultFractionDigits();
        var minor = rate.movePointRight(2 - major).multiply(new BigDecimal(amount.amountMinor()));
        var scale = Math.max(0, minor.scale());
        return new Exact(minor.movePointRight(scale).toBigIntegerExact(), BigInteger.TEN.pow(scale));
    }

    /// Of that day, or else of the day before, and so on for a week.
    Rate rate(String currency, LocalDate date) {
        for (int back = 0; back <= 7; back++) {
            @Nullable Rate best = null;
            for (var rate : rates) {
                if (rate.from().getCurrencyCode().equals(currency)
                        && rate.date().equals(date.minusDays(back))
                        && (best == null || rate.id().compareTo(best.id()) < 0)) {
                    best = rate;
                }
            }
            if (best != null) {
                return best;
            }
        }
        throw new AssertionError("no rate of " + currency + " on " + date);
    }

    private static BigInteger pays(Plan plan, Exact total) {
        var tiers = (Incentive.Tiers) plan.incentives().getFirst();
        var pay = tiers.kind() == Incentive.Kind.MARGINAL ? marginal(tiers, total) : whole(tiers, total);
        if (tiers.cap() != null && pay.compareTo(Exact.of(tiers.cap())) > 0) {
            pay = Exact.of(tiers.cap());
        }
        return new BigDecimal(pay.numerator())
                .divide(new BigDecimal(pay.denominator()), 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }

    /// Two tiers: up to the second threshold, and above.
    private static Exact marginal(Incentive.Tiers tiers, Exact total) {
        var second = tiers.steps().getLast();
        var threshold = Exact.of(second.from());
        var first = tiers.steps().getFirst().rate();
        return total.compareTo(threshold) <= 0
                ? total.times(first)
                : threshold.times(first).plus(total.minus(threshold).times(second.rate()));
    }

    private static Exact whole(Incentive.Tiers tiers, Exact total) {
        var second = tiers.steps().getLast();
        var reached = total.compareTo(Exact.of(second.from())) >= 0;
        return total.times(reached ? second.rate() : tiers.steps().getFirst().rate());
    }

    private Map<YearMonth, BigInteger> drawn(Map<YearMonth, BigInteger> earned) {
        var changes = new TreeMap<YearMonth, BigInteger>();
        var owed = BigInteger.ZERO;
        for (var month = YearMonth.of(2026, 1); month.getYear() == 2026; month = month.plusMonths(1)) {
            var draw = plan(month).draw();
            var floor = draw == null ? BigInteger.ZERO : draw.perPeriod().amountMinor();
            var above = earned.getOrDefault(month, BigInteger.ZERO).subtract(floor);
            if (above.signum() < 0 && draw != null) {
                changes.put(month, above.negate());
                owed = draw.recoverable() ? owed.subtract(above) : owed;
            } else {
                var back = owed.min(above.max(BigInteger.ZERO));
                changes.put(month, back.negate());
                owed = owed.subtract(back);
            }
        }
        return changes;
    }

    /// What a dispute holds back: the part of the line that lies beyond the claim, and never more than the line.
    static BigInteger held(Dispute dispute) {
        var line = dispute.posted().amountMinor();
        var claim = dispute.claimed().amountMinor();
        if (dispute.heldIn() == null || line.signum() == 0) {
            return BigInteger.ZERO;
        }
        if (line.signum() != claim.signum()) {
            return line;
        }
        return claim.abs().compareTo(line.abs()) >= 0 ? BigInteger.ZERO : line.subtract(claim);
    }
}
