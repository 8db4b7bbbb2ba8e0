package dev.tandem.credit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void escapesTextThatASpreadsheetWouldTakeForAFormulaButNeverANumber() {
        var csv = new Csv();
        csv.text("=1+1")
                .text("@x")
                .text("-x")
                .text("+x")
                .text("\tx")
                .money(Money.of("-5.00", "USD"))
                .endRow();
        assertThat(csv).hasToString("'=1+1,'@x,'-x,'+x,'\tx,-5.00,USD\r\n");
    }

    @Test
    void quotesByRfc4180() {
        var csv = new Csv();
        csv.text("a,b")
                .text("say \"no\"")
                .text("two\nlines")
                .text(null)
                .number(3)
                .endRow();
        assertThat(csv).hasToString("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,3\r\n");
    }
}
