package dev.tandem.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    private Path folder;

    private Path application;
    private Path launcher;

    @BeforeEach
    void build() throws IOException {
        application = Files.createFile(folder.resolve("application.jar"));
        launcher = Files.createFile(folder.resolve("launcher.jar"));
        Files.createDirectory(folder.resolve("lib"));
    }

    @Test
    void isNotUsedBeforeItsDraftIsComplete() throws IOException {
        var archive = archive();
        Files.writeString(draft(archive), "half of");

        assertThat(archive().used()).isEmpty();
        assertThat(archive.accept()).isTrue();
        assertThat(archive().used()).contains("-XX:AOTCache=" + archive.file());
        assertThat(draft(archive)).doesNotExist();
    }

    @Test
    void comesToNothingWithoutADraft() {
        assertThat(archive().accept()).isFalse();
        assertThat(archive().exists()).isFalse();
    }

    @Test
    void isDeletedOnceTheLauncherOrALibraryOfItIsNewer() throws IOException {
        for (var newer : List.of(launcher, Files.createFile(folder.resolve("lib/store.jar")))) {
            Files.createFile(archive().file());
            assertThat(archive().exists()).isTrue();

            Files.setLastModifiedTime(newer, FileTime.from(Instant.now().plusSeconds(60)));
            assertThat(archive().exists()).isFalse();
            Files.setLastModifiedTime(newer, FileTime.from(Instant.EPOCH));
        }
    }

    @Test
    void isOfOneJdkOnly() {
        assertThat(archive().file().getFileName())
                .asString()
                .contains(Runtime.version().toString());
    }

    @Test
    void forgetsTheDraftsOfItsOwnAndOfLaunchersThatAreGone() throws IOException {
        var archive = archive();
        var gone = folder.resolve(archive.file().getFileName() + ".2147483646.draft");
        var another = folder.resolve(archive.file().getFileName() + "."
                + ProcessHandle.allProcesses()
                        .mapToLong(ProcessHandle::pid)
                        .filter(pid -> pid != ProcessHandle.current().pid())
                        .findFirst()
                        .orElseThrow()
                + ".draft");
        var noted = Path.of(draft(archive) + ".config");
        for (var draft : List.of(draft(archive), noted, gone, another)) {
            Files.createFile(draft);
        }

        archive.discardDrafts();

        assertThat(draft(archive)).doesNotExist();
        assertThat(noted).doesNotExist();
        assertThat(gone).doesNotExist();
        assertThat(another).exists();
    }

    private ClassArchive archive() {
        return ClassArchive.of(application, launcher);
    }

    private static Path draft(ClassArchive archive) {
        return Path.of(archive.drafted().getFirst().replace("-XX:AOTCacheOutput=", ""));
    }
}
