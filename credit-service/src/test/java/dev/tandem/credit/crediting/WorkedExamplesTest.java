package dev.tandem.credit.crediting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.credit.Given;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked examples of `docs/credit.md`, to the minor unit.
class WorkedExamplesTest {

    @ParameterizedTest
    @CsvSource({
        "1000000.00, USD, 333333.34, 333333.33, 333333.33",
        "100.00, EUR, 33.34, 33.33, 33.33",
        "0.01, USD, 0.01, 0.00, 0.00",
        "100, JPY, 34, 33, 33",
        "0.100, KWD, 0.034, 0.033, 0.033",
        "-100.00, USD, -33.34, -33.33, -33.33",
        "92233720368547758080.00, USD, 30744573456182586026.67, 30744573456182586026.67, 30744573456182586026.66"
    })
    void thirdsAreNeverAUnitShort(String net, String currency, String first, String second, String third) {
        assertThat(shared(new WeightModel.Equal(), net, currency)).containsExactly(first, second, third);
    }

    @ParameterizedTest
    @CsvSource({"99.99, USD, 74.99, 25.00", "-99.99, USD, -74.99, -25.00", "99, JPY, 74, 25", "9.999, KWD, 7.499, 2.500"
    })
    void threeQuartersOfAnOddAmount(String net, String currency, String owner, String counterpart) {
        var facts = facts(Given.fixed("75%", "25%"), net, currency, List.of(Given.GUS));
        assertThat(amounts(facts)).containsExactly(owner, counterpart);
    }

    @ParameterizedTest
    @CsvSource({"0.00, USD", "0, JPY"})
    void nothingIsCreditedOfNothing(String net, String currency) {
        var facts = facts(new WeightModel.Equal(), net, currency, List.of(Given.GUS));
        assertThat(Crediting.target(facts))
                .isInstanceOfSatisfying(
                        Target.NotCredited.class,
                        not -> assertThat(not.because().code()).isEqualTo("NOTHING_LEFT"));
    }

    private static List<String> shared(WeightModel model, String net, String currency) {
        return amounts(facts(model, net, currency, List.of(Given.GIA, Given.GUS)));
    }

    private static List<String> amounts(Facts facts) {
        return switch (Crediting.target(facts)) {
            case Target.Credited credited ->
                credited.lines().stream().map(line -> line.amount().amount()).toList();
            case Target.NotCredited not -> throw new AssertionError(not.toString());
        };
    }

    private static Facts facts(
            WeightModel model, String net, String currency, List<dev.tandem.contracts.RepId> counterparts) {
        var mapping = Given.counterparts(counterparts.toArray(dev.tandem.contracts.RepId[]::new));
        return new Facts(
                Given.wonDeal(Money.of(net, currency).amount(), currency),
                Optional.of(Given.agreed(model)),
                Optional.of(mapping),
                List.of("e1"));
    }
}
