package dev.tandem.accounts.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tandem.accounts.population.Judge.Facts;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
    private static final Facts NORDWIND = new Facts(
            Map.of("name", "Nordwind Energie", "country", "DE", "industry", "Energy"),
            List.of(
                    Map.of("stage", "Proposal", "amount", "50000", "currency", "EUR", "closeDate", "2026-03-31"),
                    Map.of("stage", "Won", "amount", "9999.50", "currency", "USD", "closeDate", "2025-12-31")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country = \"de\"",
                "country IN ('AT', 'DE') and not industry = 'Retail'",
                "name starts with 'nord' and name contains 'energie'",
                "website is empty and industry is not empty",
                "country = 'FR' or (country = 'DE' and industry != 'Retail')",
                "any opportunity",
                "any opportunity (stage = 'Won' and amount < 10000)",
                "any opportunity (amount >= 50000 'EUR' and closeDate <= '2026-06-30')",
                "no opportunity (amount > 50000)",
                "opportunities = 2 and opportunities (stage = 'Lost') = 0",
                "name != 'O''Reilly'",
                "country not in ('FR')",
            })
    void isMet(String rule) {
        assertThat(Judge.meets(NORDWIND, RuleParser.parse(rule))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country = 'FR'",
                "website contains 'x'",
                "any opportunity (amount >= 50000 'USD')",
                "no opportunity",
                "opportunities > 2",
                "not (country = 'DE' or country = 'FR')",
                "country = 'FR' or country = 'DE' and industry = 'Retail'",
            })
    void isNotMet(String rule) {
        assertThat(Judge.meets(NORDWIND, RuleParser.parse(rule))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                             | SYNTAX        | at position 1: expected a field, found the end",
                "country                      | SYNTAX        | at position 8: expected =",
                "country = DE                 | WRONG_TYPE    | at position 11: expected a text in quotes, found 'DE'",
                "colour = 'red'               | UNKNOWN_FIELD | at position 1: expected a field, found 'colour'",
                "country = 'DE' country = 'F' | SYNTAX        | at position 16: expected 'and', 'or' or the end",
                "(country = 'DE'              | SYNTAX        | at position 16: expected ')', found the end",
                "name = 'open                 | SYNTAX        | at position 8: the text that begins here has no closing",
                "amount > 5                   | UNKNOWN_FIELD | at position 1: expected a field, found 'amount'",
                "any opportunity (amount > x) | WRONG_TYPE    | at position 27: expected a number",
                "any opportunity (closeDate < '31.12.2026') | WRONG_TYPE | at position 30: expected a date",
                "any opportunity (any opportunity) | SYNTAX   | at position 18: an opportunity has no opportunities",
                "any opportunity (amount > 5 'ZZZ') | WRONG_TYPE | at position 29: expected a currency",
                "name = ''                    | WRONG_TYPE    | at position 8: expected a text that is not blank",
                "name = 'a' ; drop            | SYNTAX        | at position 12: this character stands for nothing",
                "opportunities > 1.5          | WRONG_TYPE    | at position 17: expected a whole number",
                "name contains .*             | SYNTAX        | at position 15: this character",
            })
    void saysWhereARuleCannotBeRead(String rule, String code, String sentence) {
        var error = catchThrowableOfType(RuleError.class, () -> RuleParser.parse(rule == null ? "" : rule));

        // A blank rule is the same as an empty one, but for the position of its end.
        assertThat(error.code()).isEqualTo(rule == null ? "UNKNOWN_FIELD" : code);
        assertThat(error.sentence()).startsWith(sentence);
    }

    @Test
    void boundsSizeAndDepth() {
        assertThat(catchThrowableOfType(RuleError.class, () -> RuleParser.parse("(".repeat(1_000) + "name is empty")))
                .extracting(RuleError::code)
                .isEqualTo("TOO_LARGE");
        assertThat(catchThrowableOfType(RuleError.class, () -> RuleParser.parse("not ".repeat(300) + "name is empty")))
                .extracting(RuleError::code)
                .isEqualTo("TOO_LARGE");
        assertThat(catchThrowableOfType(RuleError.class, () -> RuleParser.parse("name = '" + "x".repeat(3_000) + "'")))
                .extracting(RuleError::code)
                .isEqualTo("TOO_LARGE");
    }

    /// Whatever is typed, the answer is a rule or an error with a position, never another exception.
    @Test
    void anyTextIsARuleOrAnErrorWithAPosition() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var pieces = List.of(
                "name",
                "country",
                "=",
                "!=",
                "'DE'",
                "\"",
                "(",
                ")",
                "and",
                "or",
                "not",
                "in",
                ",",
                "any",
                "opportunity",
                "opportunities",
                "amount",
                "closeDate",
                ">",
                "3",
                "-",
                ".",
                "1.2.3",
                "is",
                "empty",
                "'2026-01-01'",
                "é",
                "\u0000");
        var read = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(random.nextInt(10) == 0 ? "country = 'DE' " : "");
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
            }
            try {
                Judge.meets(NORDWIND, RuleParser.parse(text.toString()));
                read++;
            } catch (RuleError error) {
                assertThat(error.sentence()).as("seed %d: %s", seed, text).startsWith("at position ");
            }
        }
        assertThat(read).as("seed %d: some texts are rules", seed).isPositive();
    }
}
