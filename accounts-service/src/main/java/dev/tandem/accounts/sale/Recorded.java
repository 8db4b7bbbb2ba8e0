package dev.tandem.accounts.sale;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One party's deal on a joint account, and what became of it.
///
/// @param said as its owner's CRM has it, in that one's own count of revisions
/// @param sent as the platform was last told, null while it was not
public record Recorded(DealChanged said, @Nullable DealChanged sent, Standing standing, Reason because) {

    /// What a deal is to the partnership.
    public enum Standing {
        /// It counts: no other stands for the same sale, or it stands for the others.
        OF_RECORD,
        /// Another party's deal stands for the same sale.
        NOT_OF_RECORD,
        /// It may be the same sale as another party's, and counts when the parties say so.
        WAITING
    }

    static Recorded first(DealChanged said) {
        return new Recorded(said, null, Standing.WAITING, new Reason("RECORDED", "It was recorded."));
    }

    DealId id() {
        return said.deal();
    }

    CompanyId owner() {
        return said.owner();
    }

    boolean won() {
        return said.status() == Status.WON;
    }

    /// Whether the platform was told that it is won.
    boolean counts() {
        return sent != null && sent.status() == Status.WON;
    }

    Recorded saying(DealChanged newer) {
        return newer.revision() < said.revision() ? this : new Recorded(newer, sent, standing, because);
    }

    /// With the standing that it has now, and told so: what never counted is not told of before it does.
    Recorded standing(Standing next, Reason why, Instant now) {
        var silent = sent == null && (next != Standing.OF_RECORD || !won());
        return new Recorded(said, silent ? null : told(next == Standing.OF_RECORD, now), next, why);
    }

    private DealChanged told(boolean counting, Instant now) {
        if (sent == null) {
            return as(said.status(), said.net(), 1, said.changedAt());
        }
        var status = counting ? said.status() : Status.NOT_OF_RECORD;
        var net = counting ? said.net() : Money.zero(said.net().currency());
        var same = as(status, net, sent.revision(), sent.changedAt());
        return same.equals(sent) ? sent : as(status, net, sent.revision() + 1, now);
    }

    private DealChanged as(Status status, Money net, long revision, Instant at) {
        return new DealChanged(
                said.deal(),
                revision,
                said.partnership(),
                said.owner(),
                said.jointAccount(),
                said.opportunity(),
                said.ownerRep(),
                said.effectiveDate(),
                net,
                status,
                at,
                said.product());
    }
}
