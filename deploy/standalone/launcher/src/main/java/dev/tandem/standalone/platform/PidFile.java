package dev.tandem.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Which process a name stands for; it knows the start time too, so a pid that went to another process is not mistaken.
///
/// @param port what the process listens on, 0 for none
public record PidFile(long pid, Instant started, int port) {
    /// Start times are derived from the boot time, which the clock's corrections move a little.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static PidFile of(ProcessHandle process, int port) {
        return new PidFile(process.pid(), process.info().startInstant().orElse(Instant.EPOCH), port);
    }

    /// Empty when there is no such file, or one that says nothing readable.
    public static Optional<PidFile> read(Path file) {
        try {
            var words = Files.readString(file).strip().split(" ", 3);
            return words.length < 3
                    ? Optional.empty()
                    : Optional.of(
                            new PidFile(Long.parseLong(words[0]), Instant.parse(words[1]), Integer.parseInt(words[2])));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    void write(Path file) {
        try {
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, pid + " " + started + " " + port + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The process, as long as it is the very one that was started.
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    /// An unknown start time is never taken for a match.
    private boolean isTheSame(ProcessHandle candidate) {
        return candidate
                .info()
                .startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
