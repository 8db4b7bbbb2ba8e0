package dev.tandem.credit.crediting;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Act;
import java.time.LocalDate;

/// Something that a rep did towards a deal, as its company says. It counts only when another party
/// confirmed it: no side decides alone about what both share.
///
/// @param id unique per deal, in the order in which they were claimed
public record Contribution(String id, CompanyId company, RepId rep, Act act, LocalDate on, Standing standing) {

    /// Where a contribution stands between the parties.
    public enum Standing {
        CLAIMED,
        CONFIRMED,
        /// Another party says no, with a reason.
        CONTESTED,
        /// Taken back by the company that claimed it.
        WITHDRAWN,
        /// The activity that is its evidence has not the quality that the parties agreed on.
        BELOW_QUALITY
    }

    Recipient by() {
        return new Recipient(company, rep);
    }
}
