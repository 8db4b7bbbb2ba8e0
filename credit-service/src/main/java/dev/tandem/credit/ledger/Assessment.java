package dev.tandem.credit.ledger;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.credit.crediting.Target;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A deal as it was judged when an entry was made: what was received, and whether it is credited.
///
/// @param notCredited null when it is credited
public record Assessment(
        DealId deal,
        long revision,
        CompanyId owner,
        JointAccountId jointAccount,
        LocalDate effectiveDate,
        Money net,
        DealChanged.Status status,
        @Nullable Reason notCredited) {

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
                because);
    }

    /// The month that the deal belongs to.
    public YearMonth period() {
        return YearMonth.from(effectiveDate);
    }

    public boolean credited() {
        return notCredited == null;
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
                && Objects.equals(code(), other.code());
    }

    private @Nullable String code() {
        return notCredited == null ? null : notCredited.code();
    }
}
