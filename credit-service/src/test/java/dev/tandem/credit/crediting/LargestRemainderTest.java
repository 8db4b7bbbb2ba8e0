package dev.tandem.credit.crediting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestRemainderTest {
    private static final long SEED = 20260314;
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "KWD", "CLF");

    @Test
    void givesTheLeftOverUnitToTheSmallerIdWhenAllElseIsEqual() {
        var parts = divide("100.00 USD", Map.of("c", "1/3", "a", "1/3", "b", "1/3"));
        assertThat(parts).containsExactlyEntriesOf(sorted("a", "33.34", "b", "33.33", "c", "33.33"));
    }

    @Test
    void givesTheLeftOverUnitToTheLargestFraction() {
        assertThat(divide("99.99 USD", Map.of("owner", "75%", "other", "25%")))
                .containsExactlyEntriesOf(sorted("other", "25.00", "owner", "74.99"));
    }

    @Test
    void breaksTiesOfFractionsByTheLargerWeight() {
        assertThat(divide("0.02 USD", Map.of("a", "25%", "b", "75%")))
                .containsExactlyEntriesOf(sorted("a", "0.00", "b", "0.02"));
    }

    @ParameterizedTest
    @CsvSource({
        "100 JPY, 34, 33, 33",
        "0.100 KWD, 0.034, 0.033, 0.033",
        "-100.00 USD, -33.34, -33.33, -33.33",
        "0.00 EUR, 0.00, 0.00, 0.00",
        "0.01 EUR, 0.01, 0.00, 0.00",
        "92233720368547758080000000000.01 USD, 30744573456182586026666666666.67, 30744573456182586026666666666.67,"
                + " 30744573456182586026666666666.67"
    })
    void dividesInThirdsInEveryScaleAndSize(String net, String first, String second, String third) {
        assertThat(divide(net, Map.of("a", "1/3", "b", "1/3", "c", "1/3")))
                .containsExactlyEntriesOf(sorted("a", first, "b", second, "c", third));
    }

    @Test
    void refusesWeightsOfNinetyNinePercent() {
        var weights = Map.of("a", Share.parse("60%"), "b", Share.parse("39%"));
        assertThatThrownBy(() -> LargestRemainder.divide(Money.of("10.00", "USD"), weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99%");
    }

    @Test
    void saysEveryStepOfAPart() {
        var weights = Map.of("owner", Share.parse("75%"), "other", Share.parse("25%"));
        var part = part(LargestRemainder.divide(Money.of("99.99", "USD"), weights), "other");
        assertThat(part)
                .isEqualTo(new Split(
                        Money.of("99.99", "USD"),
                        Share.parse("25%"),
                        "9999/4",
                        Money.of("24.99", "USD"),
                        1,
                        true,
                        Money.of("25.00", "USD")));
        assertThat(part.formula())
                .isEqualTo("25% of 99.99 USD is exactly 24.9975; rounded towards zero 24.99 USD,"
                        + " plus one left-over unit by remainder rank 1 = 25.00 USD");
    }

    @Test
    void partsAlwaysSumToTheAmountAndLieWithinOneUnitOfTheExactPart() {
        var random = random();
        for (int round = 0; round < 3_000; round++) {
            var net = net(random);
            var weights = weights(random);
            var parts = LargestRemainder.divide(net, weights);
            assertThat(parts.values().stream().map(Split::amount).reduce(Money.zero(net.currency()), Money::plus))
                    .as("%s by %s", net, weights)
                    .isEqualTo(net);
            weights.forEach((to, share) -> assertWithinOneUnit(net, share, part(parts, to)));
        }
    }

    @Test
    void theOrderOfTheInputNeverMatters() {
        var random = random();
        for (int round = 0; round < 1_000; round++) {
            var net = net(random);
            var weights = weights(random);
            var shuffled = new ArrayList<>(weights.entrySet());
            Collections.shuffle(shuffled, random);
            var other = new LinkedHashMap<String, Share>();
            shuffled.forEach(weight -> other.put(weight.getKey(), weight.getValue()));
            assertThat(LargestRemainder.divide(net, other)).isEqualTo(LargestRemainder.divide(net, weights));
        }
    }

    @Test
    void aNegativeAmountIsDividedAsItsPositiveTwin() {
        var random = random();
        for (int round = 0; round < 1_000; round++) {
            var net = net(random);
            var weights = weights(random);
            var twin = LargestRemainder.divide(net.negated(), weights);
            LargestRemainder.divide(net, weights)
                    .forEach((to, part) -> assertThat(part.amount())
                            .isEqualTo(part(twin, to).amount().negated()));
        }
    }

    private static Split part(Map<String, Split> parts, String to) {
        return Objects.requireNonNull(parts.get(to));
    }

    private static Random random() {
        System.out.println("seed " + SEED);
        return new Random(SEED);
    }

    private static void assertWithinOneUnit(Money net, Share share, Split part) {
        var exactTimesDenominator = net.amountMinor().multiply(share.numerator());
        var differenceTimesDenominator =
                part.amount().amountMinor().multiply(share.denominator()).subtract(exactTimesDenominator);
        assertThat(differenceTimesDenominator.abs()).isLessThan(share.denominator());
    }

    private static Money net(Random random) {
        var minor = new BigInteger(random.nextInt(1, 90), random);
        var currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        return new Money(random.nextBoolean() ? minor : minor.negate(), currency);
    }

    /// One to seven recipients, with whole-number weights out of their sum.
    private static Map<String, Share> weights(Random random) {
        var parts = random.ints(random.nextInt(1, 8), 1, 50).toArray();
        long sum = 0;
        for (var part : parts) {
            sum += part;
        }
        var weights = new LinkedHashMap<String, Share>();
        for (int i = 0; i < parts.length; i++) {
            weights.put("rep-" + i, Share.of(parts[i], sum));
        }
        return weights;
    }

    private static Map<String, String> divide(String net, Map<String, String> weights) {
        var money = net.split(" ", 2);
        var shares = new LinkedHashMap<String, Share>();
        weights.forEach((to, share) -> shares.put(to, Share.parse(share)));
        var parts = new LinkedHashMap<String, String>();
        LargestRemainder.divide(Money.of(money[0], money[1]), shares)
                .forEach((to, part) -> parts.put(to, part.amount().amount()));
        return parts;
    }

    private static Map<String, String> sorted(String... pairs) {
        var expected = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            expected.put(pairs[i], pairs[i + 1]);
        }
        return expected;
    }
}
