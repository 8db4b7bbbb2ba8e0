package dev.tandem.engine;

import java.util.Arrays;
import java.util.List;

/// The fields of one account as letters, each behind the other in one memory that is used again for the next account;
/// one a thread.
final class Fields {
    static final int ID = 0;
    static final int NAME = 1;
    static final int WEBSITE = 2;
    static final int PHONE = 3;
    static final int STREET = 4;
    static final int CITY = 5;
    static final int REGION = 6;
    static final int POSTCODE = 7;
    static final int COUNTRY = 8;
    static final int REGISTRATION = 9;
    static final int PARENT = 10;
    static final int COUNT = 11;

    char[] letters = new char[1 << 10];
    private int used;
    private final int[] from = new int[COUNT];
    private final int[] to = new int[COUNT];
    /// By field: all its letters in one.
    private final int[] bits = new int[COUNT];

    /// Forgets all fields: each is empty.
    void clear() {
        used = 0;
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
        Arrays.fill(bits, 0);
    }

    void set(AccountRow row) {
        clear();
        var texts = List.of(
                row.id(),
                row.name(),
                row.website(),
                row.phone(),
                row.street(),
                row.city(),
                row.region(),
                row.postcode(),
                row.country(),
                row.registrationId(),
                row.parentId());
        for (var field = 0; field < COUNT; field++) {
            var text = texts.get(field).toCharArray();
            set(field, text, 0, text.length);
        }
    }

    /// Of a text of this length, without the blanks around it.
    void setStripped(int field, char[] text, int offset, int length) {
        var start = offset;
        var end = offset + length;
        while (start < end && Character.isWhitespace(text[start])) {
            start++;
        }
        while (start < end && Character.isWhitespace(text[end - 1])) {
            end--;
        }
        set(field, text, start, end - start);
    }

    private void set(int field, char[] text, int offset, int length) {
        if (used + length > letters.length) {
            letters = Arrays.copyOf(letters, 2 * (used + length));
        }
        var all = 0;
        for (var n = 0; n < length; n++) {
            letters[used + n] = text[offset + n];
            all |= text[offset + n];
        }
        bits[field] = all;
        from[field] = used;
        used += length;
        to[field] = used;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    int length(int field) {
        return to[field] - from[field];
    }

    boolean isEmpty(int field) {
        return to[field] == from[field];
    }

    boolean isAscii(int field) {
        return bits[field] < 0x80;
    }

    boolean has(int field, String text) {
        for (var at = from[field]; at + text.length() <= to[field]; at++) {
            if (isAt(at, text)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int at, String text) {
        for (var n = 0; n < text.length(); n++) {
            if (letters[at + n] != text.charAt(n)) {
                return false;
            }
        }
        return true;
    }

    String text(int field) {
        return isEmpty(field) ? "" : new String(letters, from[field], length(field));
    }

    /// 0 for an empty field.
    long hash(int field) {
        return isEmpty(field) ? 0 : Hash.of(letters, from[field], to[field]);
    }
}
