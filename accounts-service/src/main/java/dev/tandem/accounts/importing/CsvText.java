package dev.tandem.accounts.importing;

import dev.tandem.kit.web.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// The bytes of an uploaded file as text, or the reason why they are none.
final class CsvText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvText() {}

    /// @throws dev.tandem.kit.web.ProblemException 413 when there are more bytes than allowed
    static byte[] read(InputStream body, int bytesMax) throws IOException {
        var bytes = body.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            throw new Problem.TooLarge(bytesMax).exception();
        }
        return bytes;
    }

    /// @throws dev.tandem.kit.web.ProblemException 400 naming the first line that is not UTF-8
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
