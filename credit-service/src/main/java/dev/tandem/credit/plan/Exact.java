package dev.tandem.credit.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/// An exact amount in minor units, possibly between two of them and of either sign.
public record Exact(BigInteger numerator, BigInteger denominator) implements Comparable<Exact> {
    public static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);

    public Exact {
        var divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /// As [#toString] wrote it.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Exact parse(String text) {
        var slash = text.indexOf('/');
        return slash < 0
                ? new Exact(new BigInteger(text), BigInteger.ONE)
                : new Exact(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }

    public static Exact of(Money money) {
        return new Exact(money.amountMinor(), BigInteger.ONE);
    }

    public Exact plus(Exact other) {
        return new Exact(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Exact minus(Exact other) {
        return plus(new Exact(other.numerator.negate(), other.denominator));
    }

    public Exact times(Share share) {
        return new Exact(numerator.multiply(share.numerator()), denominator.multiply(share.denominator()));
    }

    public Exact times(Exact other) {
        return new Exact(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /// @throws ArithmeticException when the other is zero
    public Exact dividedBy(Exact other) {
        var sign = BigInteger.valueOf(other.numerator.signum());
        return new Exact(
                numerator.multiply(other.denominator).multiply(sign), denominator.multiply(other.numerator.abs()));
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    public Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// To the nearest minor unit; halves away from zero.
    public Money rounded(Currency currency) {
        var doubled = numerator.abs().shiftLeft(1).add(denominator);
        var nearest = doubled.divide(denominator.shiftLeft(1));
        return new Money(numerator.signum() < 0 ? nearest.negate() : nearest, currency);
    }

    /// In major units: a decimal where one is exact, else a fraction of minor units.
    String text(Currency currency) {
        try {
            var major = new BigDecimal(numerator)
                    .divide(new BigDecimal(denominator))
                    .movePointLeft(currency.getDefaultFractionDigits());
            var scale = Math.max(
                    currency.getDefaultFractionDigits(),
                    major.stripTrailingZeros().scale());
            return major.setScale(scale).toPlainString() + " " + currency;
        } catch (ArithmeticException endless) {
            return numerator + "/" + denominator + " minor units of " + currency;
        }
    }

    /// A whole number or a fraction, such as `29997/4`.
    @Override
    @JsonValue
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }

    @Override
    public int compareTo(Exact other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
