package dev.tandem.credit.crediting;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import java.math.BigDecimal;

/// One participant's part of an amount, with every step of how it came about.
///
/// @param net what was divided
/// @param share the exact weight
/// @param exactMinor the exact part in minor units, as a fraction in lowest terms (`7499/4`)
/// @param floor the part rounded towards zero
/// @param remainderRank place by the size of what rounding cut off, from 1
/// @param remainderUnit whether a left-over minor unit went here
/// @param amount the part: `floor`, and the left-over unit if any
public record Split(
        Money net,
        Share share,
        String exactMinor,
        Money floor,
        int remainderRank,
        boolean remainderUnit,
        Money amount) {

    /// `25% of 99.99 USD = 24.9975 rounded to 25.00 USD`, with the numbers as they were.
    public String formula() {
        var exact = exactMinor.split("/");
        if (exact.length == 1) {
            return share + " of " + net + " = " + amount;
        }
        var rounding = remainderUnit
                ? "; rounded towards zero " + floor + ", plus one left-over unit by remainder rank " + remainderRank
                : "; rounded towards zero, remainder rank " + remainderRank;
        return share + " of " + net + " is exactly " + exactText(exact) + rounding + " = " + amount;
    }

    /// A decimal where one is exact, else the fraction of minor units.
    private String exactText(String[] exact) {
        try {
            return new BigDecimal(exact[0])
                    .movePointLeft(net.currency().getDefaultFractionDigits())
                    .divide(new BigDecimal(exact[1]))
                    .toPlainString();
        } catch (ArithmeticException endless) {
            return exactMinor + " minor units";
        }
    }
}
