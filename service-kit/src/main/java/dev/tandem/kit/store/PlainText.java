package dev.tandem.kit.store;

/// Text that every store, format and reader can take: whole characters, and of controls the white space only. Half a
/// character, which JSON can spell, is in no encoding at all, so whoever wrote it out for others would fail for them.
public final class PlainText {
    private static final String WHITE_SPACE = "\t\n\r";
    private static final int NO_CHARACTER = 0xFFFE;

    private PlainText() {}

    public static boolean is(String text) {
        return text.codePoints().allMatch(PlainText::isCharacter);
    }

    private static boolean isCharacter(int point) {
        var control = Character.isISOControl(point) && WHITE_SPACE.indexOf(point) < 0;
        var half = Character.isBmpCodePoint(point) && Character.isSurrogate((char) point);
        return !control && !half && (point & NO_CHARACTER) != NO_CHARACTER;
    }
}
