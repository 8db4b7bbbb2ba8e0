package dev.tandem.standalone.demo;

import java.io.IOException;
import java.nio.file.Path;

/// Files that a reader of the story may want to open.
final class Files {
    private Files() {}

    /// @return the path to show
    static String keep(Path folder, String name, String text) {
        try {
            java.nio.file.Files.createDirectories(folder);
            return java.nio.file.Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new StoryBroken(folder.resolve(name) + " cannot be written: " + e.getMessage());
        }
    }
}
