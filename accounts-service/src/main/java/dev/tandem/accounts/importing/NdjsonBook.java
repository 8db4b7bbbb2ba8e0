package dev.tandem.accounts.importing;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// A book as NDJSON: an object a line, whose names are columns and whose values are text or null. A name that is left
/// out leaves the field as it is; null empties it.
final class NdjsonBook {
    private static final int LINE_CHARS_MAX = 1 << 18;
    private static final int NAME_CHARS_MAX = 1_000;

    /// An object in an object is not read at all.
    private static final int DEPTH_MAX = 4;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNameLength(NAME_CHARS_MAX)
                    .maxStringLength(LINE_CHARS_MAX)
                    .build())
            .build();

    private final Findings findings;
    private final Consumer<FileRow> rows;

    private NdjsonBook(Findings findings, Consumer<FileRow> rows) {
        this.findings = findings;
        this.rows = rows;
    }

    /// Each row in order, as long as the findings leave it worth while.
    static void read(Path file, Findings findings, Consumer<FileRow> rows) throws IOException {
        try (var text = Utf8.reader(file)) {
            new NdjsonBook(findings, rows).readAll(text);
        }
    }

    private void readAll(Reader text) throws IOException {
        var line = new StringBuilder();
        for (long number = 1; !findings.isFull() && next(text, line); number++) {
            var where = "line " + number;
            if (line.length() > LINE_CHARS_MAX) {
                findings.add(where, "TOO_LONG", "has more than " + LINE_CHARS_MAX + " characters");
            } else if (!line.toString().isBlank()) {
                line(number, where, line.toString());
            }
        }
    }

    /// Reads a line, of one that is too long only so much as shows that it is; false when there is none left.
    private static boolean next(Reader text, StringBuilder line) throws IOException {
        line.setLength(0);
        var read = text.read();
        if (read < 0) {
            return false;
        }
        for (; read >= 0 && read != '\n'; read = text.read()) {
            if (line.length() <= LINE_CHARS_MAX) {
                line.append((char) read);
            }
        }
        return true;
    }

    private void line(long number, String where, String json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                findings.add(where, "NOT_AN_OBJECT", "must be a JSON object such as {\"id\":\"1\",\"name\":\"Acme\"}");
                return;
            }
            var cells = cells(parser, where);
            if (parser.nextToken() != null) {
                findings.add(where, "NOT_AN_OBJECT", "must hold one object and nothing behind it");
            }
            rows.accept(new FileRow(number, where, cells));
        } catch (JacksonException malformed) {
            findings.add(where, "NOT_JSON", "is not JSON, names a field twice, or is nested");
        }
    }

    private Map<String, String> cells(JsonParser parser, String where) {
        var cells = new HashMap<String, String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            var column = Columns.known(name);
            if (column.isEmpty()) {
                Columns.unknown(name, where, findings);
            } else if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
                findings.add(where + ", " + column.get(), "NOT_TEXT", "must be text in quotes, or null");
            } else if (cells.put(column.get(), value == JsonToken.VALUE_NULL ? "" : parser.getString()) != null) {
                findings.add(where + ", " + column.get(), "COLUMN_TWICE", "is named twice");
            }
            parser.skipChildren();
        }
        return cells;
    }
}
