package dev.tandem.engine;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/// Reads a phone number into E.164 digits. A number that says its country by `+` is read as it stands, others
/// by the rules of the account's country; without either, the digits alone.
final class Phone {
    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;

    private Phone() {}

    /// 0 if there is none that could be compared.
    static long read(char[] text, int from, int to, String country) {
        if (from == to) {
            return 0;
        }
        return text[from] == '+' ? international(text, from, to) : national(new String(text, from, to - from), country);
    }

    private static long international(char[] text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (text[i] == '(') {
                return digits(new String(text, from, to - from).replace("(0)", ""));
            }
        }
        return digits(text, from, to);
    }

    private static long national(String phone, String country) {
        if (country.length() != 2) {
            return digits(phone);
        }
        try {
            var number = PhoneNumberUtil.getInstance().parse(phone, country);
            return digits(number.getCountryCode() + "" + number.getNationalNumber());
        } catch (NumberParseException notOfTheCountry) {
            // Its digits can still be compared with the same digits.
            return digits(phone);
        }
    }

    private static long digits(String phone) {
        return digits(phone.toCharArray(), 0, phone.length());
    }

    private static long digits(char[] text, int from, int to) {
        var number = 0L;
        var count = 0;
        for (var i = from; i < to && count <= LONGEST; i++) {
            var digit = Character.digit(text[i], 10);
            if (digit >= 0) {
                number = number * 10 + digit;
                count++;
            }
        }
        return count < SHORTEST || count > LONGEST ? 0 : number;
    }
}
