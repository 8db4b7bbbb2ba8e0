package dev.tandem.credit.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.crediting.Points;
import dev.tandem.credit.crediting.Target;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A deal as it was judged when an entry was made: what was received, and whether it is credited.
///
/// @param notCredited null when it is credited
/// @param creditable what is credited per type, null when that is the net amount as revenue
/// @param points of recognition that the deal gives in all, null for none
/// @param product what was sold, null where that is not told
public record Assessment(
        DealId deal,
        long revision,
        CompanyId owner,
        JointAccountId jointAccount,
        LocalDate effectiveDate,
        Money net,
        DealChanged.Status status,
        @Nullable Reason notCredited,
        @Nullable List<Creditable> creditable,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long points,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String product) {

    /// A deal judged so may still be credited when something arrives.
    public static final Set<String> WAITING =
            Set.of("NO_OWNER", "NO_COUNTERPART", "NO_OTHER_PARTY", "NO_AGREEMENT", "PARTNERSHIP_NOT_KNOWN");

    /// What the credit of one type sums to.
    public record Creditable(CreditType creditType, Money amount) {}

    public Assessment {
        creditable = creditable == null ? null : List.copyOf(creditable);
    }

    static Assessment of(DealChanged deal, Target target) {
        var because = target instanceof Target.NotCredited(var reason) ? reason : null;
        return new Assessment(
                deal.deal(),
                deal.revision(),
                deal.owner(),
                deal.jointAccount(),
                deal.effectiveDate(),
                deal.net(),
                deal.status(),
                because,
                creditable(deal, target),
                points(target),
                deal.product());
    }

    private static @Nullable Long points(Target target) {
        return target instanceof Target.Credited credited && !credited.points().isEmpty()
                ? credited.points().stream().mapToLong(Points::points).sum()
                : null;
    }

    private static @Nullable List<Creditable> creditable(DealChanged deal, Target target) {
        return switch (target) {
            case Target.NotCredited _ -> null;
            case Target.Credited credited ->
                credited.creditable().equals(Map.of(CreditType.REVENUE, deal.net()))
                        ? null
                        : credited.creditable().entrySet().stream()
                                .map(each -> new Creditable(each.getKey(), each.getValue()))
                                .toList();
        };
    }

    /// What is credited of the deal, per type; nothing if it is not credited.
    public List<Creditable> credit() {
        if (!credited()) {
            return List.of();
        }
        return creditable == null ? List.of(new Creditable(CreditType.REVENUE, net)) : creditable;
    }

    /// The month that the deal belongs to.
    public YearMonth period() {
        return YearMonth.from(effectiveDate);
    }

    public boolean credited() {
        return notCredited == null;
    }

    /// Whether it is not credited for want of something that may still arrive.
    public boolean mayStillBeCredited() {
        return notCredited != null && WAITING.contains(notCredited.code());
    }

    /// Why it is not credited.
    ///
    /// @throws NullPointerException when it is
    public Reason why() {
        return Objects.requireNonNull(notCredited);
    }

    /// Whether a report would tell the two apart. A new revision alone is not worth an entry.
    boolean tellsTheSame(Assessment other) {
        return effectiveDate.equals(other.effectiveDate)
                && net.equals(other.net)
                && credit().equals(other.credit())
                && Objects.equals(points, other.points)
                && Objects.equals(product, other.product)
                && Objects.equals(code(), other.code());
    }

    private @Nullable String code() {
        return notCredited == null ? null : notCredited.code();
    }
}
