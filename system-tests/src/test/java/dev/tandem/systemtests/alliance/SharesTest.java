package dev.tandem.systemtests.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The model itself against sums made by hand.
class SharesTest {

    @Test
    void theLargestFractionGetsTheCentThatIsLeft() {
        assertThat(of("10000001", "g")).hasToString("{a=6000001, g=4000000}");
        assertThat(of("11234567", "g")).hasToString("{a=6740740, g=4493827}");
        assertThat(of("9999999", "g")).hasToString("{a=5999999, g=4000000}");
    }

    @Test
    void counterpartsShareTheirPartAndTiesGoToTheSmaller() {
        assertThat(of("100", "g", "h", "i")).hasToString("{a=60, g=14, h=13, i=13}");
        assertThat(of("1", "g", "h")).hasToString("{a=1, g=0, h=0}");
    }

    private static java.util.Map<String, BigInteger> of(String net, String... counterparts) {
        return Shares.of(new BigInteger(net), "a", List.of(counterparts));
    }
}
