package dev.tandem.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    private final PidFile own = PidFile.of(ProcessHandle.current(), 8080);

    @TempDir
    Path folder;

    @Test
    void findsTheVeryProcessAgain() {
        own.write(folder.resolve("a.pid"));

        var read = PidFile.read(folder.resolve("a.pid"));

        assertThat(read.flatMap(PidFile::process)).contains(ProcessHandle.current());
        assertThat(read.orElseThrow().port()).isEqualTo(8080);
    }

    @Test
    void doesNotTakeAnotherProcessWithTheSamePidForIt() {
        var earlier = new PidFile(own.pid(), own.started().minusSeconds(60), 8080);

        assertThat(earlier.process()).isEmpty();
    }

    @Test
    void takesUnreadableFilesForNone() throws IOException {
        Files.writeString(folder.resolve("torn.pid"), "12");

        assertThat(PidFile.read(folder.resolve("torn.pid"))).isEmpty();
        assertThat(PidFile.read(folder.resolve("missing.pid"))).isEmpty();
    }

    @Test
    void neverEndsAProcessThatMerelyHasThePid() throws IOException {
        var data = new DataFolder(folder);
        Files.createDirectories(folder.resolve("run"));
        new PidFile(own.pid(), own.started().minusSeconds(60), 8080).write(data.pid(Part.STORE));

        Orphans.end(data, line -> assertThat(line).isEmpty());

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }
}
