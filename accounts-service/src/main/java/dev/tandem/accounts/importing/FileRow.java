package dev.tandem.accounts.importing;

import dev.tandem.contracts.CrmId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A row as the format's reader found it, nothing of which is looked at yet.
///
/// @param where how its sender finds it, such as `line 3`
/// @param cells by the names of [Columns]
record FileRow(long line, String where, Map<String, String> cells) {

    static FileRow of(long line, String where, List<String> columns, List<String> texts) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), texts.get(i));
        }
        return new FileRow(line, where, cells);
    }

    /// Empty where there is none.
    String cell(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    Row row(CrmId id) {
        var fields = new HashMap<String, String>();
        cells.keySet().stream()
                .filter(column -> !column.equals("id"))
                .forEach(column -> fields.put(column, cell(column)));
        return new Row(line, id, fields);
    }

    /// Of a file that was found to be in order.
    Row row() {
        return row(new CrmId(cell("id")));
    }
}
