package dev.tandem.engine;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes one row of a CSV file after the other, without making texts of its fields: the names of the columns first,
/// and then of each row what stands in the columns that are read.
final class RowFields extends AbstractBaseCsvCallbackHandler<RowFields> {
    private static final int MOST = 16 * 1024;
    private static final int NOT_READ = -1;

    final Fields fields = new Fields();
    final List<String> names = new ArrayList<>();
    /// In which line the row starts that was read last, and how many fields it has.
    long number;

    int count;
    /// Whether its last field goes over several lines.
    boolean endsInSeveralLines;

    private boolean isHeader = true;
    /// By place in the row: the field that stands there.
    private int[] fieldAt = {};

    /// The row that was read last is the header, and says what stands where.
    void columns(int[] placeOfField) {
        isHeader = false;
        fieldAt = new int[names.size()];
        Arrays.fill(fieldAt, NOT_READ);
        for (var field = 0; field < placeOfField.length; field++) {
            if (placeOfField[field] >= 0) {
                fieldAt[placeOfField[field]] = field;
            }
        }
    }

    @Override
    protected void handleBegin(long line) {
        fields.clear();
    }

    @Override
    protected void handleField(int place, char[] text, int offset, int length, boolean isQuoted) {
        if (place >= MOST) {
            throw new CsvParseException("Record starting at line %d has surpassed the maximum limit of %d fields"
                    .formatted(getStartingLineNumber(), MOST));
        }
        endsInSeveralLines = isQuoted && hasLineEnd(text, offset, length);
        if (isHeader) {
            names.add(new String(text, offset, length));
        } else if (place < fieldAt.length && fieldAt[place] != NOT_READ) {
            fields.setStripped(fieldAt[place], text, offset, length);
        }
    }

    private static boolean hasLineEnd(char[] text, int offset, int length) {
        for (var n = offset; n < offset + length; n++) {
            if (text[n] == '\n') {
                return true;
            }
        }
        return false;
    }

    @Override
    protected RowFields buildRecord() {
        if (getRecordType() == RecordType.DATA) {
            number = getStartingLineNumber();
            count = getFieldCount();
        }
        return this;
    }
}
