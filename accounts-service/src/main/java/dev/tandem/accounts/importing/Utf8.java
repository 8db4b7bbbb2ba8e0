package dev.tandem.accounts.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Text files, which are UTF-8 or refused.
final class Utf8 {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private Utf8() {}

    /// Its text, without the byte order mark that it may begin with.
    static Reader reader(Path file) throws IOException {
        var reader = new BufferedReader(Files.newBufferedReader(file, StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /// Finds the first line that is not UTF-8, if there is one.
    static void check(Path file, Findings findings) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(BUFFER_BYTES);
        var chars = CharBuffer.allocate(BUFFER_BYTES);
        var line = 1;
        try (var channel = Files.newByteChannel(file)) {
            for (var end = false; !end; bytes.compact()) {
                end = channel.read(bytes) < 0;
                var result = decoder.decode(bytes.flip(), chars.clear(), end);
                line += newlines(bytes);
                if (result.isError() || (end && bytes.hasRemaining())) {
                    findings.add("line " + line, "NOT_UTF_8", "save the file as UTF-8");
                    return;
                }
            }
        }
    }

    /// Of what was decoded.
    private static int newlines(ByteBuffer bytes) {
        var count = 0;
        for (int i = 0; i < bytes.position(); i++) {
            count += bytes.get(i) == '\n' ? 1 : 0;
        }
        return count;
    }
}
