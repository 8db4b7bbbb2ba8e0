package dev.tandem.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void putsNumbersToTheRightOfTheirColumnAndWordsToTheLeft() {
        var table = new Table("company", "applied", "because")
                .row("Acme", 3_050, "sent")
                .row("Globex", 7, "sent twice");

        assertThat(table.lines())
                .containsExactly("company  applied  because", "Acme       3,050  sent", "Globex         7  sent twice");
    }

    @Test
    void takesMoneyForANumberAndAColumnWithAWordForWords() {
        var table =
                new Table("net", "count", "said").row("100,000.01", "12", "12").row("-0.01", "few", "twelve");

        assertThat(table.lines())
                .containsExactly("       net  count  said", "100,000.01     12  12", "     -0.01    few  twelve");
    }
}
