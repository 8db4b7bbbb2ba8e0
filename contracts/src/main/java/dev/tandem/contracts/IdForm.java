package dev.tandem.contracts;

import java.util.regex.Pattern;

final class IdForm {
    private IdForm() {}

    /// The value itself stays out of the message: it may be somebody else's data.
    static void check(String type, Pattern form, String value) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(type + " must match " + form.pattern());
        }
    }
}
