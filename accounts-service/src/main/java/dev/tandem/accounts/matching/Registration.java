package dev.tandem.accounts.matching;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number in a public register. Two different numbers of one register are two organisations.
///
/// @param register country and letters before the number (`DEHRB`, `LEI`)
/// @param number all of it, letters and digits only
record Registration(String register, String number) {
    private static final Pattern FORM = Pattern.compile("([A-Z]*)([0-9].*)");

    /// Empty when there is no digit in it, since then it is no number.
    static Optional<Registration> of(String text, @Nullable String country) {
        var code = Text.code(text);
        var whole = country == null || code.startsWith(country) || code.startsWith("LEI") ? code : country + code;
        var form = FORM.matcher(whole);
        return form.matches() ? Optional.of(new Registration(form.group(1), whole)) : Optional.empty();
    }

    boolean contradicts(Registration other) {
        return register.equals(other.register) && !number.equals(other.number);
    }
}
