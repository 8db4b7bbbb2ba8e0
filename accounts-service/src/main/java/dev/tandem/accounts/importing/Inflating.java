package dev.tandem.accounts.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// How large a workbook becomes once unpacked, found out by unpacking it, since what a zip says of itself need not be
/// true; by the library that also reads it, so that both see the same parts.
final class Inflating {
    private static final int PARTS_MAX = 1_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private Inflating() {}

    static void check(Path file, long bytesMax, Findings findings) {
        try (var zip = ZipFile.builder().setPath(file).get()) {
            var left = bytesMax;
            var parts = 0;
            for (var part : Collections.list(zip.getEntries())) {
                try (var content = zip.getInputStream(part)) {
                    left -= size(content, left);
                }
                if (left < 0 || ++parts > PARTS_MAX) {
                    findings.addLast(
                            "file",
                            "TOO_LARGE",
                            "unpacked it has more than %d bytes or %d parts".formatted(bytesMax, PARTS_MAX));
                    return;
                }
            }
        } catch (IOException | RuntimeException broken) {
            findings.addLast("file", "NOT_XLSX", "is no XLSX workbook: save it anew");
        }
    }

    /// Reads one byte more than is left, at most.
    private static long size(InputStream content, long left) throws IOException {
        var buffer = new byte[BUFFER_BYTES];
        var size = 0L;
        for (var read = content.read(buffer); read >= 0 && size <= left; read = content.read(buffer)) {
            size += read;
        }
        return size;
    }
}
