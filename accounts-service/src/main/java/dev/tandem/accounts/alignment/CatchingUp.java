package dev.tandem.accounts.alignment;

import dev.tandem.accounts.sharing.Governance;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.store.Ids;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Looks at what an alignment has yet to look at, in turns: each is an event of its own, so that what a CRM says
/// meanwhile, of this partnership or of another, is aligned between two of them. There is one such walk at a time.
///
/// A walk is on the topic, what it has to look at in memory. Whoever takes over reads the alignment anew, finds what is
/// left by comparing, and takes the first walk that comes for its own.
@Component
class CatchingUp {
    /// Where a walk goes on with what is left.
    static final String PLACE = "behind";

    private static final int PAGE_SIZE = 100;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Aligning aligning;
    private final Lives lives;
    private final Governance governance;
    private final Ids ids;

    CatchingUp(Aligning aligning, Lives lives, Governance governance, Ids ids) {
        this.aligning = aligning;
        this.lives = lives;
        this.governance = governance;
        this.ids = ids;
    }

    static boolean isPlace(String place) {
        return place.startsWith(PLACE);
    }

    /// Has what is behind looked at, unless that is under way.
    void begin(PartnershipChanged partnership) {
        var live = lives.of(partnership);
        if (live.isBehind() && live.backlog().walk().isEmpty()) {
            var walk = PLACE + "/" + ids.next();
            var isSent = governance.walk(partnership.partnership(), walk);
            live.backlog().walkedBy(isSent ? walk : null);
        }
    }

    /// One turn of a walk. Another walk than the one that is on its way ends here.
    void goOn(PartnershipChanged partnership, String walk, Incoming<MatchingWork> step) {
        var other = lives.of(partnership).backlog().walk().filter(own -> !own.equals(walk));
        if (other.isPresent()) {
            return;
        }
        try {
            var isBehind = takeTurn(partnership);
            if (isBehind) {
                governance.walkOn(step, Governance.revision(partnership), walk);
            }
            lives.of(partnership).backlog().walkedBy(isBehind ? walk : null);
        } catch (RuntimeException failed) {
            // What was taken off the backlog and not done is found again by comparing.
            lives.forget(partnership.partnership());
            throw failed;
        }
    }

    private boolean takeTurn(PartnershipChanged partnership) {
        var until = System.nanoTime() + TURN_NANOS;
        var isBehind = true;
        while (isBehind && System.nanoTime() - until < 0) {
            isBehind = aligning.catchUp(partnership, PAGE_SIZE);
        }
        return isBehind;
    }
}
