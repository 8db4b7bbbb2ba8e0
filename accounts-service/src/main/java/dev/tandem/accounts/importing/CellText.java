package dev.tandem.accounts.importing;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/// The text of a cell. A number is written out, without exponent; one that cannot be what its author saw, since Excel
/// dropped digits or zeros of it, is refused, and so are dates, of which an account has none. A formula counts by the
/// result that was saved with it.
final class CellText {
    /// Further ones are lost when a workbook is saved.
    private static final int DIGITS_MAX = 15;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern ERROR = Pattern.compile("#(N/A|REF!|VALUE!|NAME[?]|DIV/0!|NUM!|NULL!|SPILL!|CALC!)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
    private static final Pattern DATE = Pattern.compile("[yYdDmMhHsS]");

    private CellText() {}

    /// Empty, and a finding, where it is refused.
    static String of(Cell cell, String where, Findings findings) {
        var raw = cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> String.valueOf(cell.getValue());
            case BOOLEAN -> Boolean.TRUE.equals(cell.getValue()) ? "TRUE" : "FALSE";
            case ERROR -> refused(where, "ERROR_CELL", "holds an error of the spreadsheet", findings);
            case NUMBER -> number(raw, cell.getDataFormatString(), where, findings);
            case FORMULA -> formula(raw, cell, where, findings);
        };
    }

    private static String formula(@Nullable String raw, Cell cell, String where, Findings findings) {
        if (raw == null) {
            return refused(where, "NO_RESULT", "is a formula saved without its result: paste values", findings);
        }
        if (ERROR.matcher(raw).matches()) {
            return refused(where, "ERROR_CELL", "holds an error of the spreadsheet", findings);
        }
        return NUMBER.matcher(raw).matches() ? number(raw, cell.getDataFormatString(), where, findings) : raw;
    }

    private static String number(String raw, @Nullable String format, String where, Findings findings) {
        var shown = format == null ? "" : QUOTED.matcher(format).replaceAll("");
        if (!NUMBER.matcher(raw).matches()) {
            return refused(where, "ERROR_CELL", "holds no number that can be read", findings);
        }
        if (!shown.equals("General") && DATE.matcher(shown).find()) {
            return refused(where, "DATE_CELL", "is a date, and no field of an account is one: make it text", findings);
        }
        if (shown.startsWith("00")) {
            return refused(where, "ZEROS_LOST", "shows leading zeros that are not in it: make it text", findings);
        }
        return written(new BigDecimal(raw).stripTrailingZeros(), where, findings);
    }

    private static String written(BigDecimal number, String where, Findings findings) {
        if (number.scale() > 0) {
            return refused(where, "NOT_WHOLE", "is a broken number: make it text", findings);
        }
        if (number.precision() - number.scale() > DIGITS_MAX) {
            return refused(where, "DIGITS_LOST", "has more digits than a spreadsheet keeps: make it text", findings);
        }
        return number.toPlainString();
    }

    private static String refused(String where, String rule, String message, Findings findings) {
        findings.add(where, rule, message);
        return "";
    }
}
