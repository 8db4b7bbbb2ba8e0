package dev.tandem.roster.feedback;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import java.time.Instant;

/// What one rep tells another who works with them.
///
/// @param company of the receiver, `to`
/// @param by the author's company; who the author is is kept to be forgotten, and not shown
record PeerFeedback(
        String id,
        PartnershipId partnership,
        CompanyId company,
        RepId to,
        CompanyId by,
        RepId from,
        String text,
        Instant at) {

    /// Nothing is left of what was said, nor by whom to whom.
    PeerFeedback emptied() {
        var nobody = new RepId("erased");
        return new PeerFeedback(id, partnership, company, nobody, by, nobody, "", at);
    }
}
