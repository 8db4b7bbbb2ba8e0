package dev.tandem.standalone.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Where everything is kept that outlives a restart. One platform at a time may hold it.
public record DataFolder(Path root) {
    /// The pid file of the launcher itself.
    public Path launcherPid() {
        return pid("launcher");
    }

    public Path pid(Part part) {
        return pid(part.processName());
    }

    public Path log(Part part) {
        return root.resolve("logs").resolve(part.processName() + ".log");
    }

    /// What the last process printed that made a class archive.
    Path archivingLog() {
        return root.resolve("logs/class-archive.log");
    }

    public Path issuerKey() {
        return root.resolve("issuer.jwk");
    }

    /// The issuer that the platform used last, as one URL; `foreign <URL>` when it was not the local one.
    public Path issuerUrl() {
        return root.resolve("issuer.url");
    }

    /// Lost with the data, never before.
    Path markKey() {
        return root.resolve("mark.key");
    }

    Path cursorKey() {
        return root.resolve("cursor.key");
    }

    Path of(Part part) {
        return root.resolve(part.processName());
    }

    private Path pid(String name) {
        return root.resolve("run").resolve(name + ".pid");
    }

    /// Held until the channel is closed or this process ends, however it ends.
    ///
    /// @throws PlatformException when another running platform holds it
    public FileChannel lock() {
        try {
            Files.createDirectories(root.resolve("run"));
            Files.createDirectories(root.resolve("logs"));
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new PlatformException("data folder " + root + " is in use by another running platform" + holder()
                        + ": ./tandem stop ends it, --data chooses another folder");
            }
            return channel;
        } catch (IOException e) {
            throw new PlatformException("data folder " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private String holder() {
        return PidFile.read(launcherPid())
                .map(pid -> " (pid " + pid.pid() + ")")
                .orElse("");
    }
}
