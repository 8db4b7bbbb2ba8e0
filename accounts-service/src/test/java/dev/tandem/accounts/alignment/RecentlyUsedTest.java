package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.PartnershipId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
    private static final PartnershipId FIRST = new PartnershipId("first");
    private static final PartnershipId SECOND = new PartnershipId("second");
    private static final PartnershipId THIRD = new PartnershipId("third");

    private final RecentlyUsed<AtomicInteger> kept = new RecentlyUsed<>(10, AtomicInteger::get);

    @Test
    void letsGoOfWhatNobodyAskedForTheLongestWhereRoomIsShort() {
        kept.keep(FIRST, new AtomicInteger(4));
        kept.keep(SECOND, new AtomicInteger(4));
        assertThat(kept.find(FIRST)).isPresent();

        kept.keep(THIRD, new AtomicInteger(4));

        assertThat(kept.find(SECOND)).isEmpty();
        assertThat(kept.find(FIRST)).isPresent();
        assertThat(kept.find(THIRD)).isPresent();
    }

    @Test
    void makesRoomForWhatHasGrownSinceItIsKept() {
        var growing = new AtomicInteger(1);
        kept.keep(FIRST, new AtomicInteger(4));
        kept.keep(SECOND, growing);
        growing.set(8);

        assertThat(kept.find(SECOND)).isPresent();
        assertThat(kept.find(FIRST)).isEmpty();
    }

    @Test
    void keepsTheOneThatIsAskedForHoweverLarge() {
        kept.keep(FIRST, new AtomicInteger(4));
        kept.keep(SECOND, new AtomicInteger(11));

        assertThat(kept.find(SECOND)).isPresent();
        assertThat(kept.find(FIRST)).isEmpty();
    }

    @Test
    void makesRoomForWhatIsAboutToBeReadSoThatBothAreNeverThere() {
        kept.keep(FIRST, new AtomicInteger(4));
        kept.keep(SECOND, new AtomicInteger(4));

        kept.makeRoomFor(6);

        assertThat(kept.find(FIRST)).isEmpty();
        assertThat(kept.find(SECOND)).isPresent();
        kept.makeRoomFor(11);
        assertThat(kept.find(SECOND)).isEmpty();
    }
}
