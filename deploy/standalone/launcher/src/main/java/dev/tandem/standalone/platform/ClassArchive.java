package dev.tandem.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The loaded classes of a process, in a file that the next JVM maps: a start needs half of the work then. That of an
/// application, a process that lasts, holds them linked as well (an AOT cache).
///
/// The JVM ignores an archive of another JDK or other jars. So that it does not stay for ever without one, the name
/// says
/// which JDK it is for, and one that is older than the launcher is deleted here.
record ClassArchive(Path file) {
    private static final List<String> QUIET = List.of("-Xlog:cds*=off", "-Xlog:aot*=off");
    private static final String SUFFIX = ".cache";
    private static final String DRAFT = ".draft";

    /// @param owner the jar beside which the archive is kept
    static ClassArchive of(Path owner, Path launcher) {
        var archive = owner.resolveSibling(owner.getFileName() + "." + Runtime.version() + SUFFIX);
        try {
            if (Files.exists(archive) && modified(archive).compareTo(newest(launcher)) < 0) {
                Files.deleteIfExists(archive);
            }
            return new ClassArchive(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// For a process that uses the archive and never writes it.
    List<String> used() {
        return exists() ? with("-XX:AOTCache=" + file) : List.of();
    }

    /// For a process with few classes, which writes the archive when it is stopped and there is none.
    List<String> kept() {
        return with("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file);
    }

    /// For a process that ends as soon as it is started, only to leave its classes in a draft, which a child of it
    /// writes.
    List<String> drafted() {
        return with("-XX:AOTCacheOutput=" + draft(), "-Dspring.context.exit=onRefresh");
    }

    /// Makes the draft the archive, in one step: whoever starts meanwhile sees none or all of it.
    ///
    /// @return false when there is no draft
    boolean accept() {
        try {
            if (Files.notExists(draft())) {
                return false;
            }
            Files.move(draft(), file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes this process's draft and those of launchers that are gone.
    void discardDrafts() {
        try (var drafts = Files.newDirectoryStream(file.getParent(), file.getFileName() + ".*" + DRAFT + "*")) {
            for (var draft : drafts) {
                if (isOwn(draft) || !isLaunchersAlive(draft)) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path draft() {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + DRAFT);
    }

    /// The draft, or what the JVM notes on the way to it.
    private boolean isOwn(Path draft) {
        return draft.getFileName().toString().startsWith(draft().getFileName().toString());
    }

    private boolean isLaunchersAlive(Path draft) {
        var name = draft.getFileName().toString();
        var pid = name.substring(file.getFileName().toString().length() + 1, name.lastIndexOf(DRAFT));
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }

    private static List<String> with(String... flags) {
        return Stream.concat(Arrays.stream(flags), QUIET.stream()).toList();
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
