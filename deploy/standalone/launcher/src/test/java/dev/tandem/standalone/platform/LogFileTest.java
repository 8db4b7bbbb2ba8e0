package dev.tandem.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void tellsItsLastLines() throws IOException {
        var path = Files.write(folder.resolve("a.log"), List.of("one", "two", "three"));

        assertThat(new LogFile(path).lastLines(2)).containsExactly("two", "three");
        assertThat(new LogFile(path).lastLines(9)).hasSize(3);
        assertThat(new LogFile(folder.resolve("none.log")).lastLines(2))
                .singleElement()
                .asString()
                .contains("no log");
    }

    @Test
    void startsAnewWhenItHasGrownTooLarge() throws IOException {
        var path = Files.write(folder.resolve("a.log"), new byte[(16 << 20) + 1]);

        new LogFile(path).bound();

        assertThat(path).isEmptyFile();
        assertThat(folder.resolve("a.log.1")).hasSize((16 << 20) + 1);
    }
}
