package dev.tandem.credit.report;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.ledger.Assessment;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line.Credit;
import dev.tandem.credit.ledger.Link;
import dev.tandem.credit.report.JointReport.NotCredited;
import dev.tandem.credit.report.JointReport.Refused;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Folds a chain from its first entry into the report of one period. Keeps the last assessment of
/// each deal of the period, the sums and the lines of the period; all else passes by.
final class ReportFold {
    private final PartnershipId partnership;
    private final YearMonth period;
    private final Map<DealId, Assessment> deals = new TreeMap<>();
    private final Map<String, UnitFold> units = new TreeMap<>();
    private final List<JointReport.Line> lines = new ArrayList<>();
    private final PointFold points;
    private long seq;
    private String hash = "";

    ReportFold(PartnershipId partnership, YearMonth period) {
        this.partnership = partnership;
        this.period = period;
        this.points = new PointFold(period);
    }

    void add(Link link) {
        seq = link.seq();
        hash = link.hash();
        if (link instanceof Entry entry) {
            add(entry);
        }
    }

    private void add(Entry entry) {
        if (entry.deal().period().equals(period)) {
            deals.put(entry.deal().deal(), entry.deal());
        } else {
            deals.remove(entry.deal().deal());
        }
        entry.credits().forEach(credit -> add(entry, credit));
        points.add(entry);
    }

    private void add(Entry entry, Credit credit) {
        of(credit.amount().currency(), credit.creditType()).add(credit);
        if (credit.periods().posting().equals(period)) {
            lines.add(line(entry, credit));
        }
    }

    private UnitFold of(Currency currency, CreditType creditType) {
        return units.computeIfAbsent(
                currency.getCurrencyCode() + "/" + creditType, _ -> new UnitFold(period, currency, creditType));
    }

    private void add(Assessment credited) {
        credited.credit()
                .forEach(
                        each -> of(each.amount().currency(), each.creditType()).addDeal(credited.net(), each.amount()));
    }

    private static JointReport.Line line(Entry entry, Credit credit) {
        return new JointReport.Line(
                entry.seq(),
                entry.knownAt(),
                entry.deal().deal(),
                entry.deal().revision(),
                entry.deal().effectiveDate(),
                credit.periods().origin(),
                credit.company(),
                credit.rep(),
                credit.creditType(),
                credit.amount(),
                credit.because().reason(),
                entry.cause());
    }

    JointReport report() {
        var ofPeriod = List.copyOf(deals.values());
        var credited = ofPeriod.stream().filter(Assessment::credited).toList();
        var refused = ofPeriod.stream().filter(deal -> !deal.credited()).toList();
        var summary = new JointReport.Deals(ofPeriod.size(), credited.size(), refused.size(), byReason(refused));
        credited.forEach(this::add);
        var totals = units.values().stream().map(UnitFold::totals).toList();
        return new JointReport(partnership, period, seq, hash, summary, totals, lines, points.totals(credited));
    }

    private static List<NotCredited> byReason(List<Assessment> refused) {
        var byReason = refused.stream()
                .collect(Collectors.groupingBy(deal -> deal.why().code(), TreeMap::new, Collectors.toList()));
        return byReason.entrySet().stream()
                .map(reason -> new NotCredited(
                        reason.getKey(),
                        reason.getValue().size(),
                        reason.getValue().stream().map(ReportFold::refused).toList()))
                .toList();
    }

    private static Refused refused(Assessment deal) {
        return new Refused(
                deal.deal(),
                deal.revision(),
                deal.effectiveDate(),
                deal.net(),
                deal.why().sentence());
    }

    /// The sums of one currency and credit type.
    private static final class UnitFold {
        private final YearMonth period;
        private final Currency currency;
        private final CreditType creditType;
        private final Map<CompanyId, Money> opening = new TreeMap<>();
        private final Map<CompanyId, Money> posted = new TreeMap<>();
        private final Map<CompanyId, Money> closing = new TreeMap<>();
        private Money dealsNet;
        private Money creditable;
        private Money originated;

        UnitFold(YearMonth period, Currency currency, CreditType creditType) {
            this.period = period;
            this.currency = currency;
            this.creditType = creditType;
            this.dealsNet = Money.zero(currency);
            this.creditable = Money.zero(currency);
            this.originated = Money.zero(currency);
        }

        void addDeal(Money net, Money credit) {
            dealsNet = dealsNet.plus(net);
            creditable = creditable.plus(credit);
        }

        /// Closing is summed on its own, so that the comparison with opening and posted says
        /// something.
        void add(Credit credit) {
            var posting = credit.periods().posting();
            if (posting.isBefore(period)) {
                opening.merge(credit.company(), credit.amount(), Money::plus);
            }
            if (posting.equals(period)) {
                posted.merge(credit.company(), credit.amount(), Money::plus);
            }
            if (!posting.isAfter(period)) {
                closing.merge(credit.company(), credit.amount(), Money::plus);
            }
            if (credit.periods().origin().equals(period)) {
                originated = originated.plus(credit.amount());
            }
        }

        JointReport.Totals totals() {
            return new JointReport.Totals(
                    currency.getCurrencyCode(),
                    creditType,
                    dealsNet,
                    creditable,
                    originated,
                    sum(opening),
                    sum(posted),
                    sum(closing),
                    companies());
        }

        private List<JointReport.CompanyTotals> companies() {
            return closing.keySet().stream()
                    .map(company -> new JointReport.CompanyTotals(
                            company, of(opening, company), of(posted, company), of(closing, company)))
                    .toList();
        }

        private Money of(Map<CompanyId, Money> sums, CompanyId company) {
            return sums.getOrDefault(company, Money.zero(currency));
        }

        private Money sum(Map<CompanyId, Money> sums) {
            return sums.values().stream().reduce(Money.zero(currency), Money::plus);
        }
    }
}
