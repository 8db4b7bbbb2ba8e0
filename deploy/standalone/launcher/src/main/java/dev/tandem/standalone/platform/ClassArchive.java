package dev.tandem.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/// The loaded classes of a process, archived at its first clean stop: the next start needs two thirds of the work.
///
/// The JVM ignores an archive of another JDK or class path and makes a new one only in the first case, so an archive
/// older than the launcher is deleted here.
final class ClassArchive {
    private ClassArchive() {}

    /// @param owner the jar beside which the archive is kept
    static List<String> flags(Path owner, Path launcher) {
        var archive = owner.resolveSibling(owner.getFileName() + ".jsa");
        try {
            if (Files.exists(archive) && modified(archive).compareTo(newest(launcher)) < 0) {
                Files.deleteIfExists(archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(
                "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off", "-Xlog:aot*=off");
    }

    private static FileTime newest(Path launcher) throws IOException {
        var newest = modified(launcher);
        try (var libraries = Files.newDirectoryStream(launcher.resolveSibling("lib"))) {
            for (var library : libraries) {
                newest = newest.compareTo(modified(library)) < 0 ? modified(library) : newest;
            }
        }
        return newest;
    }

    private static FileTime modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file);
    }
}
