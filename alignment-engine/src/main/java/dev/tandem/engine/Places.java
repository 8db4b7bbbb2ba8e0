package dev.tandem.engine;

import java.util.function.LongPredicate;

/// Where the accounts that have a key meet, when keys are divided among blocks. A key has its place by its hash. A
/// word that may be almost the same as another has two, by its first two letters and by its last two: words that
/// differ by one letter have one of these in common. All accounts that have a key are in each of its places, so that
/// whoever counts them in one place counts all.
final class Places {
    /// The mask of blocks of an account is one number.
    static final int MOST_BLOCKS = 64;

    private static final int BEGIN = 1;
    private static final int END = 2;

    private Places() {}

    /// The block that has a place.
    static int block(long place, int blocks) {
        return Math.floorMod((int) (place >>> Integer.SIZE), blocks);
    }

    /// Whether one of the places of a name's word is in the share. All of them are asked for.
    static boolean ofWord(LongPredicate share, Book book, int place) {
        return book.kind(place) == NameReader.WORD
                ? ofWord(share, book.token(place), book.spelling(place))
                : share.test(Keys.keyOf(Keys.WORD, book.token(place)));
    }

    /// The same, of a word that is the hash of these letters.
    static boolean ofWord(LongPredicate share, long word, String letters) {
        if (!NearWords.mayBeNear(letters)) {
            return share.test(Keys.keyOf(Keys.WORD, word));
        }
        var last = letters.length() - 1;
        var begins = share.test(place(BEGIN, letters.charAt(0), letters.charAt(1)));
        var ends = share.test(place(END, letters.charAt(last - 1), letters.charAt(last)));
        // What others have as a word of organisations has the place of its hash, whatever its letters.
        var isKnown = Words.shared().mayKnow(word) && share.test(Keys.keyOf(Keys.WORD, word));
        return begins || ends || isKnown;
    }

    private static long place(int end, char one, char other) {
        return Hash.both(end, (long) one << Character.SIZE | other);
    }
}
