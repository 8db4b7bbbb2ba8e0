package dev.tandem.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.regex.Pattern;

/// An exact, non-negative part of a whole, in lowest terms; `1/1` is all of it.
/// Written and read as a percentage (`60%`, `33.34%`) or a fraction (`1/3`); never rounded.
public record Share(BigInteger numerator, BigInteger denominator) implements Comparable<Share> {
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,30})/(\\d{1,30})");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,20})?)%");
    private static final BigInteger FIVE = BigInteger.valueOf(5);
    public static final Share NONE = new Share(BigInteger.ZERO, BigInteger.ONE);
    public static final Share ALL = new Share(BigInteger.ONE, BigInteger.ONE);

    public Share {
        if (denominator.signum() <= 0 || numerator.signum() < 0) {
            throw new IllegalArgumentException("a share is not negative and its denominator is above zero");
        }
        var divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Share of(long numerator, long denominator) {
        return new Share(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /// @throws IllegalArgumentException when the text is neither a percentage nor a fraction
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Share parse(String text) {
        var fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            return new Share(new BigInteger(fraction.group(1)), new BigInteger(fraction.group(2)));
        }
        var percent = PERCENT.matcher(text);
        if (percent.matches()) {
            return ofPercent(new BigDecimal(percent.group(1)));
        }
        throw new IllegalArgumentException("a share is a fraction such as 1/3 or a percentage such as 60%");
    }

    private static Share ofPercent(BigDecimal percent) {
        return new Share(percent.unscaledValue(), BigInteger.TEN.pow(percent.scale() + 2));
    }

    public static Share sum(Collection<Share> shares) {
        return shares.stream().reduce(NONE, Share::plus);
    }

    public Share plus(Share other) {
        return new Share(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Share times(Share other) {
        return new Share(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /// What part of the other this is, possibly above all of it.
    ///
    /// @throws IllegalArgumentException when the other is nothing
    public Share dividedBy(Share other) {
        return new Share(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    @Override
    public int compareTo(Share other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /// A percentage where one is exact within 20 decimals, else the fraction in lowest terms.
    @Override
    @JsonValue
    public String toString() {
        if (!ends(denominator)) {
            return numerator + "/" + denominator;
        }
        var percent = new BigDecimal(numerator)
                .movePointRight(2)
                .divide(new BigDecimal(denominator))
                .stripTrailingZeros();
        return percent.scale() <= 20
                ? (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString() + "%"
                : numerator + "/" + denominator;
    }

    /// Whether a fraction of this denominator is a decimal that ends: asked first, since finding
    /// out by dividing costs an exception with its trace for every third.
    private static boolean ends(BigInteger denominator) {
        var rest = denominator.shiftRight(Math.max(0, denominator.getLowestSetBit()));
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
        }
        return rest.equals(BigInteger.ONE);
    }
}
