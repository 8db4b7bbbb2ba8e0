package dev.tandem.kit.csv;

import dev.tandem.kit.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The body of a request as the text of a CSV file, or the reason why it is none. Looked at when it is asked for and
/// not by the mapping, so that who may not import does not learn what could be imported.
public final class CsvBody {
    public static final String TYPE = "text/csv";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvBody() {}

    /// @throws dev.tandem.kit.web.ProblemException 415 for another type, 413 when there are more bytes than allowed,
    /// 400 naming the first line that is not UTF-8
    public static String read(HttpServletRequest request, int bytesMax) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            throw new Problem.UnsupportedMedia(List.of(TYPE)).exception();
        }
        var bytes = request.getInputStream().readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            throw new Problem.TooLarge(bytesMax).exception();
        }
        return decode(bytes);
    }

    static String decode(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        var result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw Problem.invalid("line " + line(bytes, in.position()), "NOT_UTF_8", "save the file as UTF-8");
        }
        var text = out.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static int line(byte[] bytes, int position) {
        var line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
