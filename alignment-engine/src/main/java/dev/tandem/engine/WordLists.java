package dev.tandem.engine;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The lists of words that come with the engine.
final class WordLists {
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    private WordLists() {}

    /// The words of each line that is neither blank nor a comment.
    static List<List<String>> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(WordLists.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(WORDS::splitToList)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
