package dev.tandem.accounts.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.alignment.SeenJointAccounts;
import dev.tandem.accounts.alignment.SeenJointAccounts.Partner;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.matching.Evidence;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Changes of the overlap in order, from wherever the reader was last. What an entry shows is what may be seen now: an
/// account that was shown and taken back since is a tombstone in both places.
@RestController
class FeedController {
    private static final Reason GONE =
            new Reason("NO_LONGER_SHARED", "It is no longer shown to you, or no longer the same customer.");

    private final Partnerships partnerships;
    private final SeenJointAccounts joints;
    private final FeedEntries entries;

    FeedController(Partnerships partnerships, SeenJointAccounts joints, FeedEntries entries) {
        this.partnerships = partnerships;
        this.joints = joints;
        this.entries = entries;
    }

    /// @param partners and `because` absent for a tombstone; upsert by `ownAccount`
    /// @param withdrawn why it may be seen no longer; absent for what is shown
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            What change,
            JointAccountId jointAccount,
            CrmId ownAccount,
            Instant at,
            @Nullable List<Partner> partners,
            @Nullable List<Evidence> because,
            @Nullable Reason withdrawn) {}

    /// What became of an account.
    enum What {
        SHOWN,
        WITHDRAWN
    }

    /// `next` is always there: ask again with it for what came since. A page may hold fewer items than asked for, since
    /// of several changes of one account it names the last.
    @GetMapping("/accounts/partnerships/{partnership}/overlap/changes")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM})
    Page<Item> changes(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        var found = partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
        var after = paging.after().map(Long::parseLong).orElse(0L);
        var page = entries.page(caller.company(), partnership, after, paging.limit());
        var last = new LinkedHashMap<CrmId, FeedEntry>();
        page.forEach(entry -> last.put(entry.ownAccount(), entry));
        var items =
                last.values().stream().map(entry -> item(caller, found, entry)).toList();
        var next = page.isEmpty() ? after : page.getLast().seq();
        return paging.cut(items, Long.toString(next));
    }

    private Item item(CompanyCaller caller, PartnershipChanged partnership, FeedEntry entry) {
        return joints.find(caller.company(), partnership, entry.jointAccount())
                .filter(seen -> seen.ownAccount().equals(entry.ownAccount()))
                .map(seen -> shown(entry, seen))
                .orElseGet(() -> tombstone(entry));
    }

    private static Item shown(FeedEntry entry, Seen seen) {
        return new Item(
                What.SHOWN,
                entry.jointAccount(),
                entry.ownAccount(),
                entry.at(),
                seen.partners(),
                seen.because(),
                null);
    }

    private static Item tombstone(FeedEntry entry) {
        var why = entry.withdrawn() == null ? GONE : entry.withdrawn();
        return new Item(What.WITHDRAWN, entry.jointAccount(), entry.ownAccount(), entry.at(), null, null, why);
    }
}
