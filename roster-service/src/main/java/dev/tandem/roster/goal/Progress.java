package dev.tandem.roster.goal;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.roster.activity.JointEffort;
import dev.tandem.roster.goal.TeamGoal.Kind;
import dev.tandem.roster.goal.TeamGoal.Measure;
import dev.tandem.roster.goal.TeamGoal.Text;
import dev.tandem.roster.goal.TeamGoal.What;
import dev.tandem.roster.goal.WonDeals.Total;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far the parties are, counted from what was confirmed and from what is won: one number for all readers.
@Component
final class Progress {
    private final JointEffort effort;
    private final WonDeals deals;

    Progress(JointEffort effort, WonDeals deals) {
        this.effort = effort;
        this.deals = deals;
    }

    /// @param reached of `target`, in its unit; `percent` of it, rounded down, and more than 100 where it is exceeded
    record Reached(
            String measure,
            What what,
            Kind kind,
            long target,
            @Nullable String currency,
            long reached,
            long percent) {}

    List<Reached> of(PartnershipId partnership, Text text) {
        var done = effort.between(partnership, text.from(), text.through());
        var won = deals.between(partnership, text.from(), text.through());
        return text.measures().stream()
                .map(measure -> reached(measure, count(measure, done, won)))
                .toList();
    }

    private static Reached reached(Measure measure, long count) {
        var percent = BigInteger.valueOf(count)
                .multiply(BigInteger.valueOf(100))
                .divide(BigInteger.valueOf(measure.target()));
        var currency = measure.currency();
        return new Reached(
                measure.id(),
                measure.what(),
                measure.what().kind(),
                measure.target(),
                currency == null ? null : currency.getCurrencyCode(),
                count,
                percent.longValueExact());
    }

    private static long count(Measure measure, JointEffort.Done done, Total won) {
        return switch (measure.what()) {
            case ACTIVITIES -> done.activities();
            case INTRODUCTIONS -> done.introductions();
            case PARTNERS_CAME -> done.partnersCame();
            case DEALS_WON -> won.deals();
            case DEAL_AMOUNT -> amount(measure, won);
        };
    }

    /// In whole units; what is less than one is not reached yet.
    private static long amount(Measure measure, Total won) {
        var currency = measure.currency();
        var minor = currency == null ? BigInteger.ZERO : won.minor().getOrDefault(currency, BigInteger.ZERO);
        var scale = currency == null ? 0 : Math.max(0, currency.getDefaultFractionDigits());
        return minor.divide(BigInteger.TEN.pow(scale)).longValueExact();
    }
}
