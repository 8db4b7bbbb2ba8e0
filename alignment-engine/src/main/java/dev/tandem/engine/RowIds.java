package dev.tandem.engine;

/// The ids of a file and the row of each; leaves nothing to collect but itself.
final class RowIds {
    private String[] ids = new String[1 << 10];
    private long[] rows = new long[1 << 10];
    private int size;

    /// The row that has the id already; 0 if none had, and this has it now.
    long add(String id, long row) {
        var slot = slot(id);
        if (rows[slot] != 0) {
            return rows[slot];
        }
        ids[slot] = id;
        rows[slot] = row;
        if (++size * 2 > rows.length) {
            grow();
        }
        return 0;
    }

    private int slot(String id) {
        var slot = (int) Hash.mix(id.hashCode()) & rows.length - 1;
        while (rows[slot] != 0 && !ids[slot].equals(id)) {
            slot = slot + 1 & rows.length - 1;
        }
        return slot;
    }

    private void grow() {
        var oldIds = ids;
        var oldRows = rows;
        ids = new String[oldIds.length * 2];
        rows = new long[ids.length];
        for (var i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) {
                var slot = slot(oldIds[i]);
                ids[slot] = oldIds[i];
                rows[slot] = oldRows[i];
            }
        }
    }
}
