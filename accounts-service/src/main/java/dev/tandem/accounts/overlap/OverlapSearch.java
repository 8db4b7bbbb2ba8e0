package dev.tandem.accounts.overlap;

import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.overlap.OverlapFilter.Found;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Goes through what a reader sees of the overlap, as far as one request may.
@Component
class OverlapSearch {
    private static final int BATCH = 200;
    private static final int LOOKED_AT_MAX = 2_000;

    private final SeenJointAccounts joints;

    OverlapSearch(SeenJointAccounts joints) {
        this.joints = joints;
    }

    /// What is asked for, where a page begins and how many it holds.
    record Asked(OverlapFilter filter, String after, int limit) {}

    /// `limit` rows at most; fewer, and yet a place to go on, where few of many are asked for.
    Found find(CompanyId reader, PartnershipChanged partnership, Asked asked) {
        var rows = new ArrayList<Seen>();
        var after = asked.after();
        for (int looked = 0; looked < LOOKED_AT_MAX; looked += BATCH) {
            var batch = joints.page(reader, partnership, false, after, BATCH);
            for (var seen : batch) {
                if (asked.filter().takes(seen) && rows.size() == asked.limit()) {
                    return new Found(rows, Optional.of(after));
                }
                if (asked.filter().takes(seen)) {
                    rows.add(seen);
                }
                after = seen.joint().id().value();
            }
            if (batch.size() < BATCH) {
                return new Found(rows, Optional.empty());
            }
        }
        return new Found(rows, Optional.of(after));
    }
}
