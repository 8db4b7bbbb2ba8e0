package dev.tandem.roster.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Reason;
import dev.tandem.roster.pairing.Evidence.Shared;
import dev.tandem.roster.pairing.Evidence.Trait;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// A reason tells the value of a field to whoever knows the own rep's, so it is told as long as the field is.
@NullMarked
class EvidenceTest {
    private static final Evidence EVERYTHING =
            new Evidence(new Shared(1, 0, 0, 1, 0), List.copyOf(EnumSet.allOf(Trait.class)));

    @Test
    void aFieldThatIsNoLongerOfferedGoesWithTheReasonsThatTellIt() {
        assertThat(EVERYTHING.because(Set.of()))
                .extracting(Reason::code)
                .containsExactly("DECIDED", "SHARED_ACCOUNTS", "COUNTERPARTS_ALREADY");
        assertThat(EVERYTHING.because(Set.of("territory", "namedAccounts", "skills")))
                .extracting(Reason::code)
                .containsExactly(
                        "DECIDED",
                        "SHARED_ACCOUNTS",
                        "NAMED_ACCOUNTS",
                        "SAME_TERRITORY",
                        "COMMON_PRODUCT",
                        "COUNTERPARTS_ALREADY");
        assertThat(EVERYTHING.points(Set.of())).isLessThan(EVERYTHING.points(Set.of("territory")));
        assertThat(EVERYTHING.points(World.EVERY_FIELD)).isEqualTo(EVERYTHING.points());
    }
}
