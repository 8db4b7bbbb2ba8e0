package dev.tandem.accounts.feed;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a company was told something of one of its accounts, or that it may see it no longer. It holds nothing of what
/// was told: what is shown is looked up when the feed is read.
///
/// @param seq its place among what the company was told in this partnership
/// @param withdrawn why it was taken back, if it was
record FeedEntry(
        PartnershipId partnership,
        long seq,
        JointAccountId jointAccount,
        CrmId ownAccount,
        Instant at,
        @Nullable Reason withdrawn) {}
