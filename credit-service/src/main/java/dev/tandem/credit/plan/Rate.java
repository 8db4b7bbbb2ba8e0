package dev.tandem.credit.plan;

import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/// What one unit of a currency was worth in another on a day. Never changed under its id.
///
/// @param value a plain decimal, above zero
public record Rate(String id, Currency from, Currency to, LocalDate date, String value) {
    private static final String FORM = "\\d{1,12}(\\.\\d{1,12})?";

    public List<Violation> violations(String path) {
        if (id.isBlank() || id.length() > 64) {
            return List.of(new Violation(path + ".id", "LENGTH", "must be 1 to 64 characters"));
        }
        if (!value.matches(FORM) || new BigDecimal(value).signum() == 0) {
            return List.of(new Violation(path + ".value", "MALFORMED", "must be a decimal above zero, such as 1.0845"));
        }
        return from.equals(to)
                ? List.of(new Violation(path + ".to", "SAME_CURRENCY", "must be another currency than from"))
                : List.of();
    }

    /// Minor units of `to` per minor unit of `from`.
    public Share perMinorUnit() {
        var decimal = new BigDecimal(value);
        var major = new Share(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
        var scale = to.getDefaultFractionDigits() - from.getDefaultFractionDigits();
        var power = BigInteger.TEN.pow(Math.abs(scale));
        return major.times(scale >= 0 ? new Share(power, BigInteger.ONE) : new Share(BigInteger.ONE, power));
    }
}
