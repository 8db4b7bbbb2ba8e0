package dev.tandem.credit.earning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.dispute.Dispute;
import dev.tandem.credit.dispute.Pay;
import dev.tandem.credit.ledger.Canonical;
import dev.tandem.credit.plan.Figures;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.kit.store.Hash;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one rep earned in one period, line by line: frozen once the period is closed.
///
/// @param hash over totals and lines
/// @param totals what was earned, one per currency
/// @param payable what may be paid in this period, of it and of those before, after the plan's hold
/// @param pay what of that is held by disputes, and what is paid; outside the hash, since a dispute
/// never changes what is payable
record Statement(
        RepId rep,
        FiscalPeriod period,
        boolean closed,
        List<Money> totals,
        List<Money> payable,
        List<Line> lines,
        String hash,
        @JsonUnwrapped Pay pay) {

    /// @param seq the link of the company's chain
    /// @param earnedIn an earlier period, where that was closed before this came to be known
    /// @param rateId of the rate by which the credit was converted, if it was
    /// @param journalSeqs the joint entries that it rests on
    /// @param figures how it was figured, as data; `replaces`: what was posted on the same line before
    record Line(
            long seq,
            String plan,
            String rule,
            @Nullable PartnershipId partnership,
            @Nullable DealId deal,
            FiscalPeriod earnedIn,
            FiscalPeriod payableIn,
            Money amount,
            Reason because,
            @Nullable String rateId,
            List<Long> journalSeqs,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Figures> figures,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Money replaces) {}

    /// @param entries what was posted to the rep, in order
    /// @param closed whether the period is
    static Statement of(RepId rep, FiscalPeriod period, Collection<EarningEntry> entries, boolean closed) {
        var lines = entries.stream().flatMap(entry -> lines(entry, period)).toList();
        var totals = sums(lines.stream().map(Line::amount));
        var payable = sums(entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.payableIn().equals(period))
                .map(line -> line.earning().amount()));
        var hash = Hash.hex(
                rep.value(), period.toString(), Canonical.text(totals), Canonical.text(payable), Canonical.text(lines));
        return new Statement(rep, period, closed, totals, payable, lines, hash, Pay.of(period, payable, List.of()));
    }

    Statement disputed(Collection<Dispute> disputes) {
        return new Statement(rep, period, closed, totals, payable, lines, hash, Pay.of(period, payable, disputes));
    }

    private static List<Money> sums(Stream<Money> amounts) {
        var sums = new TreeMap<String, Money>();
        amounts.forEach(amount -> sums.merge(amount.currencyCode(), amount, Money::plus));
        return List.copyOf(sums.values());
    }

    private static Stream<Line> lines(EarningEntry entry, FiscalPeriod period) {
        return entry.lines().stream()
                .filter(line -> line.posting().equals(period))
                .map(line -> {
                    var earning = line.earning();
                    var place = earning.place();
                    return new Line(
                            entry.seq(),
                            place.plan(),
                            place.rule(),
                            place.partnership(),
                            place.deal(),
                            place.earnedIn(),
                            line.payableIn(),
                            earning.amount(),
                            earning.because(),
                            earning.rateId(),
                            earning.journalSeqs(),
                            earning.figures() == null ? List.of() : earning.figures(),
                            earning.replaces());
                });
    }
}
