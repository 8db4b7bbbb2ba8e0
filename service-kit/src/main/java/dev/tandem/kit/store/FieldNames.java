package dev.tandem.kit.store;

/// Names as the store can hold them: dots, dollars and NUL mean something to it, their full-width twins do not. A name
/// that has such a twin itself gets an escape before it, so that every name comes back as it went in.
final class FieldNames {
    private static final String MEANT = ".$\u0000";
    private static final String STORED = "\uFF0E\uFF04\uFF10";
    private static final char FIRST_TWIN = '\uFF04';
    private static final char ESCAPE = '\uFF3C';

    private FieldNames() {}

    /// Most names are stored as they are.
    private static boolean isPlain(String name, String meant) {
        for (int i = 0; i < name.length(); i++) {
            var character = name.charAt(i);
            if (meant.indexOf(character) >= 0 || character >= FIRST_TWIN) {
                return false;
            }
        }
        return true;
    }

    static String escaped(String name) {
        if (isPlain(name, MEANT)) {
            return name;
        }
        var stored = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            var character = name.charAt(i);
            var meant = MEANT.indexOf(character);
            if (STORED.indexOf(character) >= 0 || character == ESCAPE) {
                stored.append(ESCAPE);
            }
            stored.append(meant < 0 ? character : STORED.charAt(meant));
        }
        return stored.toString();
    }

    static String unescaped(String stored) {
        if (isPlain(stored, "")) {
            return stored;
        }
        var name = new StringBuilder(stored.length());
        for (int i = 0; i < stored.length(); i++) {
            var character = stored.charAt(i);
            if (character == ESCAPE && i + 1 < stored.length()) {
                i++;
                name.append(stored.charAt(i));
            } else {
                var twin = STORED.indexOf(character);
                name.append(twin < 0 ? character : MEANT.charAt(twin));
            }
        }
        return name.toString();
    }
}
