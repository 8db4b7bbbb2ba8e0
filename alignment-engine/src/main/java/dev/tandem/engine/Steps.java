package dev.tandem.engine;

/// What is known of each row of a book before its pairs are looked at: in which place it comes, and how common its
/// name, domain and phone number are, as steps of [Commonness]. Each is told once, by whatever thread.
final class Steps {
    final int[] place;
    private final byte[] ofName;
    private final byte[] ofDomain;
    private final byte[] ofPhone;

    Steps(int rows) {
        place = new int[rows];
        ofName = new byte[rows];
        ofDomain = new byte[rows];
        ofPhone = new byte[rows];
    }

    /// So many accounts of one book have what the row has.
    void tell(int type, int row, int count) {
        of(type)[row] = (byte) Commonness.step(count);
    }

    /// The first of them where none was told.
    int of(int type, int row) {
        return row < ofName.length ? of(type)[row] : 0;
    }

    private byte[] of(int type) {
        return type == Keys.NAME ? ofName : type == Keys.DOMAIN ? ofDomain : ofPhone;
    }
}
