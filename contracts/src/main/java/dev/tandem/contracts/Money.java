package dev.tandem.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/// An exact amount: integer minor units with the ISO 4217 scale of its currency (JPY 0, USD 2, KWD 3, CLF 4).
/// May be negative, zero, or beyond 2^63. Outside it is `{"amount": "1234.50", "currency": "USD"}`.
public record Money(@JsonIgnore BigInteger amountMinor, Currency currency) {

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency.getCurrencyCode() + " has no minor unit");
        }
    }

    public static Money zero(Currency currency) {
        return new Money(BigInteger.ZERO, currency);
    }

    public static Money ofMinor(long amountMinor, String currencyCode) {
        return new Money(BigInteger.valueOf(amountMinor), Currency.getInstance(currencyCode));
    }

    /// Reads a plain decimal (`1234.50`, no exponent); more decimals than the currency has are refused, never rounded.
    ///
    /// @throws IllegalArgumentException for an unknown currency, a malformed amount or too many decimals
    @JsonCreator
    public static Money of(@JsonProperty("amount") String amount, @JsonProperty("currency") String currencyCode) {
        var currency = known(currencyCode);
        if (!amount.matches("-?\\d{1,60}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("amount must be a plain decimal such as 1234.50");
        }
        var minor = new BigDecimal(amount)
                .movePointRight(currency.getDefaultFractionDigits())
                .stripTrailingZeros();
        if (minor.scale() > 0) {
            throw new IllegalArgumentException(
                    "amount has more decimals than the " + currency.getDefaultFractionDigits() + " of " + currencyCode);
        }
        return new Money(minor.toBigIntegerExact(), currency);
    }

    private static Currency known(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException cause) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code such as USD", cause);
        }
    }

    /// The amount in major units with exactly the currency's decimals, never with an exponent.
    @JsonProperty("amount")
    public String amount() {
        return new BigDecimal(amountMinor, currency.getDefaultFractionDigits()).toPlainString();
    }

    @JsonProperty("currency")
    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    /// The exact sum.
    ///
    /// @throws IllegalArgumentException when the currencies differ: money of two currencies is never added
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amountMinor.add(other.amountMinor), currency);
    }

    /// The exact difference.
    ///
    /// @throws IllegalArgumentException when the currencies differ
    public Money minus(Money other) {
        return plus(other.negated());
    }

    public Money negated() {
        return new Money(amountMinor.negate(), currency);
    }

    @JsonIgnore
    public boolean isZero() {
        return amountMinor.signum() == 0;
    }

    @Override
    public String toString() {
        return amount() + " " + currency.getCurrencyCode();
    }
}
