package dev.tandem.engine;

import java.util.Locale;

/// Normalises one account into the columns of a book; one instance a thread.
final class Reading {
    private static final int ACRONYM_SHORTEST = 3;
    private static final int ACRONYM_LONGEST = 7;

    private final NameReader name;
    private final NameReader place;
    private final Website website = new Website();
    private final Registration registration = new Registration();
    private final Letters letters = new Letters();
    private final Remembered<long[]> places = new Remembered<>();
    private final Remembered<String> countries = new Remembered<>();
    private final char[] joined = new char[512];

    Reading(Vocabulary vocabulary) {
        name = new NameReader(vocabulary);
        place = new NameReader(new Vocabulary());
    }

    void read(Fields fields, Book book, int index) {
        var country = known(fields);
        readName(fields, book, index);
        readWebsite(fields, book, index);
        book.fact(
                index,
                Book.PHONE,
                Phone.read(fields.letters, fields.from(Fields.PHONE), fields.to(Fields.PHONE), country));
        registration.read(fields.letters, fields.from(Fields.REGISTRATION), fields.to(Fields.REGISTRATION));
        book.fact(index, Book.REGISTRATION, registration.number);
        book.forms(index, country, name.legalForm, registration.scheme);
        book.fact(index, Book.POSTCODE, postcode(fields));
        book.fact(index, Book.PARENT, fields.hash(Fields.PARENT));
        readPlace(fields, book, index);
        book.fact(index, Book.STREET, fields.isEmpty(Fields.STREET) ? 0 : street(fields));
    }

    private void readWebsite(Fields fields, Book book, int index) {
        website.read(fields.letters, fields.from(Fields.WEBSITE), fields.to(Fields.WEBSITE));
        book.fact(index, Book.HOST, website.host);
        book.fact(index, Book.DOMAIN, website.domain);
        book.fact(index, Book.LABEL, hash(website.label));
        book.labelWord[index] = word(website.label);
        book.labels[index] = website.label;
    }

    private void readName(Fields fields, Book book, int index) {
        name.read(fields.letters, fields.from(Fields.NAME), fields.to(Fields.NAME));
        var length = 0;
        for (var i = 0; i < name.size; i++) {
            book.word(name.word[i]);
            length = join(name.spelling(i), length);
        }
        book.start[index + 1] = book.used;
        book.fact(index, Book.NAME, key());
        book.fact(index, Book.TOGETHER, name.together());
        book.fact(index, Book.WHOLE, name.whole);
        book.fact(index, Book.INITIALS, name.initials.length() >= ACRONYM_SHORTEST ? Hash.of(name.initials) : 0);
        book.fact(index, Book.ACRONYM, acronym());
        sign(book, index, length);
    }

    /// The words of the name last read, each once, in any order.
    private long key() {
        var key = 0L;
        for (var i = 0; i < name.size; i++) {
            key += isFirst(i) ? Hash.mix(name.token(i)) : 0;
        }
        return key;
    }

    /// What names of the same words have in common.
    long nameKey(String text) {
        name.read(text.toCharArray(), 0, text.length());
        return key();
    }

    private boolean isFirst(int i) {
        for (var k = 0; k < i; k++) {
            if (name.token(k) == name.token(i)) {
                return false;
            }
        }
        return true;
    }

    private int join(String word, int length) {
        var fits = Math.min(word.length(), joined.length - length);
        word.getChars(0, fits, joined, length);
        return length + fits;
    }

    /// A name of one short word may be an acronym, and so may a word in capitals among others.
    private long acronym() {
        var only = name.size == 1 ? name.writtenLength(0) : 0;
        if (only >= ACRONYM_SHORTEST - 1 && only <= ACRONYM_LONGEST) {
            return name.written(0);
        }
        var end = name.capitals.indexOf(" ");
        return end >= ACRONYM_SHORTEST ? Hash.of(name.capitals.substring(0, end).toLowerCase(Locale.ROOT)) : 0;
    }

    private void sign(Book book, int index, int length) {
        for (var i = 1; i < length; i++) {
            book.sign(index, joined[i - 1] * 128 + joined[i]);
        }
    }

    private void readPlace(Fields fields, Book book, int index) {
        var hash = fields.hash(Fields.CITY);
        if (hash != 0) {
            var known = places.get(hash);
            var tokens = known != null ? known : places.put(hash, place(fields));
            book.fact(index, Book.CITY, tokens[0]);
            book.fact(index, Book.CITY_WORDS, tokens[1 + Book.PLACE_TOKENS]);
            System.arraycopy(tokens, 1, book.cityTokens, index * Book.PLACE_TOKENS, Book.PLACE_TOKENS);
        }
    }

    private long[] place(Fields fields) {
        place.read(fields.letters, fields.from(Fields.CITY), fields.to(Fields.CITY));
        var tokens = new long[2 + Book.PLACE_TOKENS];
        for (var i = 0; i < place.size; i++) {
            tokens[0] += Hash.mix(place.token(i));
            if (i < Book.PLACE_TOKENS) {
                tokens[1 + i] = place.token(i);
                tokens[1 + Book.PLACE_TOKENS] |= 1L << place.token(i);
            }
        }
        return tokens;
    }

    private long street(Fields fields) {
        place.read(fields.letters, fields.from(Fields.STREET), fields.to(Fields.STREET));
        var key = 0L;
        for (var i = 0; i < place.size; i++) {
            key += place.kind(i) == NameReader.NUMBER || place.spelling(i).length() > 4 ? Hash.mix(place.token(i)) : 0;
        }
        return key;
    }

    private String known(Fields fields) {
        var hash = fields.hash(Fields.COUNTRY);
        if (hash == 0) {
            return "";
        }
        var known = countries.get(hash);
        return known != null ? known : countries.put(hash, country(fields.text(Fields.COUNTRY)));
    }

    private String country(String text) {
        var stripped = text.strip();
        if (stripped.length() == 2) {
            return stripped.toUpperCase(Locale.ROOT);
        }
        var folded = letters.fold(stripped).strip().toCharArray();
        return Words.shared()
                .country(
                        Hash.of(folded, 0, Letters.sound(folded, 0, Letters.withoutUmlauts(folded, 0, folded.length))));
    }

    private long word(String label) {
        if (label.length() > joined.length) {
            return 0;
        }
        label.getChars(0, label.length(), joined, 0);
        var length = Letters.sound(joined, 0, Letters.withoutUmlauts(joined, 0, label.length()));
        return length < 4 ? 0 : Hash.of(joined, 0, length);
    }

    /// Those of a label as of a word, as they sound.
    static String letters(String label) {
        var chars = label.toCharArray();
        return new String(chars, 0, Letters.sound(chars, 0, Letters.withoutUmlauts(chars, 0, chars.length)));
    }

    /// Its letters and digits alone, in capitals.
    private static long postcode(Fields fields) {
        return fields.isEmpty(Fields.POSTCODE)
                ? 0
                : hash(fields.text(Fields.POSTCODE)
                        .replaceAll("[^\\p{L}\\p{N}]", "")
                        .toUpperCase(Locale.ROOT));
    }

    private static long hash(String text) {
        return text.isEmpty() ? 0 : Hash.of(text);
    }
}
