package dev.tandem.standalone.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Deleting whole folders.
public final class Folders {
    private Folders() {}

    public static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// Except those whose name begins with `spared`.
    static void deleteSiblings(Path kept, String spared) throws IOException {
        try (var folders = Files.list(kept.getParent())) {
            for (var folder : folders.filter(other -> !other.equals(kept)).toList()) {
                if (!folder.getFileName().toString().startsWith(spared)) {
                    delete(folder);
                }
            }
        }
    }
}
