package dev.tandem.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HowToTest {
    private static final Pattern SAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsOnlyCodeThatIsCompiledAndTested() throws IOException {
        var guide = Files.readString(Path.of("../docs/how-to/add-an-endpoint.md"));
        var notes = plain(Files.readString(Path.of("src/test/java/dev/tandem/kit/web/Notes.java")));

        var samples =
                SAMPLE.matcher(guide).results().map(found -> found.group(1)).toList();

        assertThat(samples).isNotEmpty().allSatisfy(sample -> assertThat(notes).contains(plain(sample)));
    }

    private static String plain(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
