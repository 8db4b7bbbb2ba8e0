package dev.tandem.engine;

/// The rarest words of a name, by their places in the token pool, the rarest first; equally rare ones in the
/// order of their hashes. Holds those asked for last; one instance a thread.
final class RareWords {
    private static final int MOST = 4;

    final int[] place = new int[MOST];
    int size;

    void of(Book book, int row) {
        size = 0;
        for (var i = book.start[row]; i < book.start[row + 1]; i++) {
            if (book.kind(i) != NameReader.COUNTRY || book.start[row + 1] - book.start[row] == 1) {
                insert(book, i);
            }
        }
    }

    private void insert(Book book, int candidate) {
        var at = size;
        while (at > 0 && isRarer(book, candidate, place[at - 1])) {
            at--;
        }
        if (at == MOST || (at > 0 && book.token(place[at - 1]) == book.token(candidate))) {
            return;
        }
        size = Math.min(size + 1, MOST);
        System.arraycopy(place, at, place, at + 1, size - at - 1);
        place[at] = candidate;
    }

    private static boolean isRarer(Book book, int one, int other) {
        var difference = Float.compare(book.info(one), book.info(other));
        return difference > 0 || (difference == 0 && book.token(one) < book.token(other));
    }
}
