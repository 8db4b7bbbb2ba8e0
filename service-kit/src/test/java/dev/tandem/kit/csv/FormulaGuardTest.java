package dev.tandem.kit.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\uFF1D1", " \uFF20a"})
    void escapesWhatASpreadsheetWouldRun(String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
    }

    @Test
    void leavesEveryOtherTextAsItIs() {
        assertThat(FormulaGuard.guarded("")).isEmpty();
        assertThat(FormulaGuard.guarded("A = B - C")).isEqualTo("A = B - C");
        assertThat(FormulaGuard.guarded("  ")).isEqualTo("  ");
    }
}
