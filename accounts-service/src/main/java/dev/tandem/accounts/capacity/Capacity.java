package dev.tandem.accounts.capacity;

import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.sharing.Governance;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Tenant;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Whether a partnership's books fit into the memory of the instance that aligns them. One that does not is refused,
/// and
/// says so, instead of ending the process for all partnerships; it is aligned again as soon as it fits.
@Component
public class Capacity {
    private static final Logger LOG = LoggerFactory.getLogger(Capacity.class);

    /// An account takes 1.65 to 1.75 kB; a third of the heap is for other work.
    private static final int BYTES_OF_AN_ACCOUNT = 1_800;

    private static final long OF_HEAP = Runtime.getRuntime().maxMemory() / 3 * 2 / BYTES_OF_AN_ACCOUNT;
    private static final int PART = 1_000;

    private final CapacitySettings settings;
    private final Book book;
    private final Refusals refusals;
    private final Partnerships partnerships;
    private final Governance governance;
    private final Clock clock;

    Capacity(
            CapacitySettings settings,
            Book book,
            Refusals refusals,
            Partnerships partnerships,
            Governance governance,
            Clock clock) {
        this.settings = settings;
        this.book = book;
        this.refusals = refusals;
        this.partnerships = partnerships;
        this.governance = governance;
        this.clock = clock;
    }

    /// As many accounts as are kept in memory at most.
    public static long ofHeap() {
        return OF_HEAP;
    }

    /// As many accounts of one partnership as are aligned.
    public long accountsMax() {
        return settings.accountsMax() == 0 ? OF_HEAP : settings.accountsMax();
    }

    /// Whether the partnership may be aligned as its books are now; refuses it if not. Where one fits again all of
    /// it is looked at.
    ///
    /// @param accounts how many it has now
    public boolean admits(PartnershipChanged partnership, long accounts) {
        var id = partnership.partnership();
        var fits = accounts <= accountsMax();
        if (fits) {
            resume(id);
        } else if (refusals.put(id, new Refusal(id, accountsMax(), clock.instant(), true))) {
            LOG.warn(
                    "Partnership {} is not aligned: its books have more than {} accounts; give more memory (-Xmx) or"
                            + " raise ACCOUNTS_ALIGNMENT_ACCOUNTS_MAX",
                    id,
                    accountsMax());
        }
        return fits;
    }

    /// What was told meanwhile may be out of date. The walk comes first, so that none is missing.
    private void resume(PartnershipId id) {
        if (refusals.standing(id).isPresent()) {
            governance.walk(id);
            refusals.end(id);
        }
    }

    /// Those of its parties' books, each as often as it is compared with another party's.
    public long accounts(PartnershipChanged partnership) {
        var others = partnership.parties().size() - 1;
        return others * partnership.parties().stream().mapToLong(book::count).sum();
    }

    /// Why the partnership is not aligned now, if it is not.
    public Optional<Reason> refusal(PartnershipId partnership) {
        return refusals.standing(partnership).map(Refusal::reason);
    }

    /// Those of the partnerships that are not aligned now.
    public List<Unfit> refusals(List<PartnershipChanged> asked) {
        return asked.stream()
                .flatMap(each ->
                        refusal(each.partnership()).map(reason -> new Unfit(each.partnership(), reason)).stream())
                .toList();
    }

    /// Has partnerships aligned again that fit by now.
    @Scheduled(
            fixedDelayString = "${tandem.alignment.retry-interval-ms:30000}",
            initialDelayString = "${tandem.alignment.retry-interval-ms:30000}")
    void retry() {
        refusals.standing(Tenant.PLATFORM, PART).stream()
                .flatMap(refusal -> partnerships.find(refusal.partnership()).stream())
                .filter(partnership -> accounts(partnership) <= accountsMax())
                .forEach(partnership -> resume(partnership.partnership()));
    }
}
