package dev.tandem.kit.csv;

/// Texts of files that people open in a spreadsheet, which takes a cell for a formula by how it starts. Numbers are not
/// for it: the minus of an amount is no formula.
public final class FormulaGuard {
    /// The full-width signs too: some spreadsheets take them for the others.
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    /// The text itself, or with an apostrophe before it if it starts like a formula, white space aside.
    public static String guarded(String text) {
        return starts(text) || starts(text.stripLeading()) ? "'" + text : text;
    }

    private static boolean starts(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
