package dev.tandem.roster.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullMarked
class StageTest {
    @ParameterizedTest
    @EnumSource
    void whatIsOpenGoesToAnyOtherStageAndWhatIsClosedStaysClosed(Stage stage) {
        var closed = EnumSet.of(Stage.WON, Stage.LOST).contains(stage);

        assertThat(stage.allowed())
                .isEqualTo(closed ? EnumSet.noneOf(Stage.class) : EnumSet.complementOf(EnumSet.of(stage)));
    }
}
