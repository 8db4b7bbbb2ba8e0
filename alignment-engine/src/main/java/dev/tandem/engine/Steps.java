package dev.tandem.engine;

/// How common the name, the domain and the phone number of each account of a book are, as steps of [Commonness]. Each
/// is told once, by whatever thread.
final class Steps {
    private final byte[] ofName;
    private final byte[] ofDomain;
    private final byte[] ofPhone;

    Steps(int rows) {
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
