package dev.tandem.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What a process prints, bounded: past 16 MB the file becomes `.1` and starts anew.
record LogFile(Path path) {
    private static final long LIMIT_BYTES = 16L << 20;
    private static final int TAIL_BYTES = 8_192;

    /// Copied and cut, as the process keeps writing (appending) to the very same file.
    void bound() {
        try {
            if (Files.exists(path) && Files.size(path) > LIMIT_BYTES) {
                Files.copy(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                try (var log = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    log.truncate(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lastLines(int count) {
        try (var log = FileChannel.open(path, StandardOpenOption.READ)) {
            var bytes = ByteBuffer.allocate(TAIL_BYTES);
            log.read(bytes, Math.max(0, log.size() - TAIL_BYTES));
            var lines = StandardCharsets.UTF_8
                    .decode(bytes.flip())
                    .toString()
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("(no log: " + e.getMessage() + ")");
        }
    }
}
