package dev.tandem.samples;

import dev.tandem.samples.Country.City;
import java.math.BigInteger;

/// Numbers from trade registers, in the form and with the check digits of each country.
final class Registrations {
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private Registrations() {}

    static String of(String country, City city, Dice dice) {
        return country
                + switch (country) {
                    case "US" -> "-" + city.regionCode() + " " + dice.between(1, 8) + dice.digits(6);
                    case "DE" -> " HRB " + dice.between(1100, 259999);
                    case "GB" -> " 0" + dice.between(1, 9) + dice.digits(6);
                    case "FR" -> " SIREN " + withLuhnDigit(dice.between(3, 9) + dice.digits(7));
                    case "AT" -> " FN " + dice.between(30000, 599999) + (char) ('a' + dice.below(26));
                    case "CH" -> " CHE-" + dice.filled("1##.###.###");
                    case "NL" -> " KVK " + dice.between(1, 8) + dice.digits(7);
                    case "SE" -> " 556" + dice.filled("###-####");
                    case "ES" -> " B" + dice.digits(8);
                    case "PL" -> " KRS 0000" + dice.digits(6);
                    case "CA" -> " " + dice.filled("######") + dice.between(1, 9) + "-" + dice.below(10);
                    default -> " " + dice.between(1, 9) + dice.digits("JP".equals(country) ? 12 : 10);
                };
    }

    /// An LEI with the check digits of ISO 7064 MOD 97-10.
    static String lei(Dice dice) {
        var body = new StringBuilder("529900");
        while (body.length() < 18) {
            body.append(LETTERS.charAt(dice.below(LETTERS.length())));
        }
        return "LEI " + body + "%02d".formatted(98 - remainder(body + "00"));
    }

    private static int remainder(String code) {
        var digits = new StringBuilder();
        code.chars().forEach(letter -> digits.append(Character.digit(letter, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValueExact();
    }

    private static String withLuhnDigit(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - at), 10);
            int counted = at % 2 == 0 ? 2 * digit : digit;
            sum += counted / 10 + counted % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
