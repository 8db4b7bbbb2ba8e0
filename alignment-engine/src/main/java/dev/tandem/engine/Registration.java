package dev.tandem.engine;

/// Reads a registration number: letters and digits alone, in capitals, and its scheme (by form, and by check
/// digits where the scheme has some), for only numbers of one scheme can contradict each other.
final class Registration {
    long number;
    int scheme;
    private final char[] buffer = new char[32];

    void read(char[] text, int from, int to) {
        number = 0;
        scheme = 0;
        var length = compact(text, from, to);
        if (length >= 5) {
            number = Hash.of(buffer, 0, length);
            scheme = scheme(length);
        }
    }

    private int compact(char[] text, int from, int to) {
        var length = 0;
        for (var i = from; i < to && length < buffer.length; i++) {
            var c = text[i];
            if (Character.isLetterOrDigit(c)) {
                buffer[length++] = Character.toUpperCase(c);
            }
        }
        return length;
    }

    /// Length, whether it starts with two letters, and whether all else are digits: LEI, VAT, SIREN, DUNS and
    /// ISNI all differ in these.
    private int scheme(int length) {
        var letters = 0;
        for (var i = 0; i < length - 1; i++) {
            letters += Character.isLetter(buffer[i]) ? 1 : 0;
        }
        return length * 64 + Math.min(letters, 31) + 1;
    }
}
