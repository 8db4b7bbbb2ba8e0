package dev.tandem.accounts.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.Alliance;
import dev.tandem.contracts.partnership.SharingLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
    private static final Alliance ALLIANCE = Alliance.of("acme", "globex");

    @ParameterizedTest
    @CsvSource({
        "HIDDEN, ALL_ACCOUNTS, 9, HIDDEN",
        "COUNTS_ONLY, COUNTS_ONLY, 5, EXACT",
        "COUNTS_ONLY, COUNTS_ONLY, 4, FEW",
        "COUNTS_ONLY, COUNTS_ONLY, 0, FEW",
        "COUNTS_ONLY, ALL_ACCOUNTS, 4, FEW",
        "OVERLAPPING_ACCOUNTS, ALL_ACCOUNTS, 4, EXACT"
    })
    void theStricterLevelDecidesWhatACellShows(SharingLevel one, SharingLevel other, long count, Matrix.Shown shown) {
        var partnership = ALLIANCE.sharing(1, one, other);

        var mine = Matrix.of(partnership, ALLIANCE.one(), _ -> count);
        var theirs = Matrix.of(partnership, ALLIANCE.other(), _ -> count);

        assertThat(mine.cells())
                .hasSize(9)
                .allSatisfy(cell -> assertThat(cell.shown()).isEqualTo(shown));
        assertThat(mine.cells())
                .extracting(Matrix.Entry::count)
                .isEqualTo(theirs.cells().stream().map(Matrix.Entry::count).toList());
    }

    @Test
    void countsNothingWithoutAnAgreement() {
        var matrix = Matrix.of(ALLIANCE.withoutAgreement(), ALLIANCE.one(), _ -> {
            throw new AssertionError("nobody may count");
        });

        assertThat(matrix.cells()).allSatisfy(cell -> assertThat(cell.count()).isNull());
    }
}
