package dev.tandem.engine;

/// The ids of a file and the row of each; leaves nothing to collect but itself.
final class RowIds {
    private String[] ids = new String[1 << 10];
    /// By id: its hash and its row. Ids are read only where the hashes are the same.
    private long[] table = new long[2 << 10];
    private int size;

    /// The row that has the id already; 0 if none had, and this has it now.
    long add(String id, long row) {
        var hash = Hash.mix(id.hashCode());
        var slot = slot(id, hash);
        if (table[slot + 1] != 0) {
            return table[slot + 1];
        }
        table[slot] = hash;
        table[slot + 1] = row;
        ids[slot / 2] = id;
        if (++size * 4 > table.length) {
            grow();
        }
        return 0;
    }

    private int slot(String id, long hash) {
        var slot = first(hash);
        while (table[slot + 1] != 0 && !(table[slot] == hash && ids[slot / 2].equals(id))) {
            slot = slot + 2 & table.length - 2;
        }
        return slot;
    }

    private int first(long hash) {
        return (int) hash << 1 & table.length - 2;
    }

    private void grow() {
        var old = table;
        var oldIds = ids;
        table = new long[old.length * 2];
        ids = new String[oldIds.length * 2];
        for (var i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                var slot = first(old[i]);
                while (table[slot + 1] != 0) {
                    slot = slot + 2 & table.length - 2;
                }
                table[slot] = old[i];
                table[slot + 1] = old[i + 1];
                ids[slot / 2] = oldIds[i / 2];
            }
        }
    }
}
