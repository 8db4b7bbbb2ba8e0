package dev.tandem.standalone.demo;

import dev.tandem.contracts.Money;
import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Money out of an answer.
final class Amounts {
    private Amounts() {}

    static Money of(JsonNode money) {
        return Money.of(money.path("amount").asString(), money.path("currency").asString());
    }

    /// `100,000.01 USD`.
    static String text(JsonNode money) {
        var read = of(money);
        return number(read) + " " + read.currencyCode();
    }

    /// `100,000.01`, with the decimals of the currency.
    static String number(Money money) {
        var amount = new BigDecimal(money.amount());
        return String.format(Locale.ROOT, "%,." + amount.scale() + "f", amount);
    }
}
