package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "1234.50,USD,1234.50",
        "1234.5,USD,1234.50",
        "-0.01,EUR,-0.01",
        "7,JPY,7",
        "1.234,KWD,1.234",
        "100.00,JPY,100"
    })
    void writesExactlyTheDecimalsOfItsCurrency(String amount, String currency, String written) {
        assertThat(Money.of(amount, currency).amount()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "1.001,USD",
        "0.5,JPY",
        "1e3,USD",
        "' 1',USD",
        "1.,USD",
        ".5,USD",
        "+1,USD",
        "1,000,USD",
        "NaN,USD",
        "1,usd",
        "1,XXX",
        "1,ABC"
    })
    void refusesWhatItWouldHaveToRoundOrGuess(String amount, String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, currency));
    }

    @Test
    void neverAddsTwoCurrencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "USD").plus(Money.of("1", "EUR")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "JPY", "KWD", "CLF"})
    void addsAndTakesAwayExactlyAndComesBackFromJsonAsItWas(String currency) {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var one = random(random, currency);
            var other = random(random, currency);

            assertThat(one.plus(other).minus(other)).as("seed %d", seed).isEqualTo(one);
            assertThat(one.plus(other)).as("seed %d", seed).isEqualTo(other.plus(one));
            assertThat(one.minus(one).isZero()).as("seed %d", seed).isTrue();
            assertThat(Money.of(one.amount(), currency)).as("seed %d", seed).isEqualTo(one);
            assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(one), Money.class))
                    .isEqualTo(one);
        }
    }

    @Test
    void travelsAsAmountAndCurrencyAndNothingElse() {
        assertThat(Json.MAPPER.writeValueAsString(Money.of("1234.5", "USD")))
                .isEqualTo("{\"amount\":\"1234.50\",\"currency\":\"USD\"}");
    }

    @Test
    void holdsNoMoneyOfACurrencyWithoutMinorUnit() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.zero(Currency.getInstance("XAU")));
        assertThat(List.of(Money.zero(Currency.getInstance("USD")).isZero())).containsExactly(true);
    }

    private static Money random(Random random, String currency) {
        var minor = new BigInteger(80, random).multiply(BigInteger.valueOf(random.nextBoolean() ? 1 : -1));
        return new Money(minor, Currency.getInstance(currency));
    }
}
