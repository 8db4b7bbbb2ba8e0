package dev.tandem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is in the file at which moment, seen in a copy of it.
class GroupCommitTest {

    private static final Key KEY = Key.of("key");

    @TempDir
    private Path directory;

    private StoreFile file;
    private GroupCommit commits;
    private MVMap<Key, byte[]> documents;
    private MVMap<Key, Key> entries;

    @BeforeEach
    void open() {
        file = StoreFile.open(directory.resolve("file"), true);
        commits = new GroupCommit(file);
        documents = file.documents("documents");
        entries = file.entries("entries");
        file.commit();
    }

    @AfterEach
    void close() {
        file.close();
    }

    private byte[] put() {
        return documents.put(KEY, new byte[] {1});
    }

    /// What would be found if the process were killed now.
    private boolean isInFile() {
        try {
            Path copy = Files.createTempFile(directory, "copy", "");
            Files.write(copy, Files.readAllBytes(directory.resolve("file")));
            try (StoreFile then = StoreFile.open(copy, false)) {
                return then.documents("documents").containsKey(KEY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        Awaitility.await().until(() -> latch.getCount() == 0);
    }

    private static boolean waitsOrIsDone(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TERMINATED;
    }

    @Test
    void returnsFromAChangeWhenItIsInTheFile() {
        commits.change("a", this::put);
        assertThat(isInFile()).isTrue();
    }

    @Test
    void returnsFromAFailedChangeWhenWhatItDidIsInTheFile() {
        assertThatThrownBy(() -> commits.change("a", () -> {
                    put();
                    throw new IllegalArgumentException("halfway");
                }))
                .hasMessage("halfway");
        assertThat(isInFile()).isTrue();
    }

    @Test
    void commitsNoChangeThatIsHalfDone() throws Exception {
        CountDownLatch halfway = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread slow = Thread.ofPlatform()
                .start(() -> commits.change("a", () -> {
                    put();
                    halfway.countDown();
                    await(goOn);
                    return entries.put(KEY, KEY);
                }));
        await(halfway);
        Thread other = Thread.ofPlatform().start(() -> commits.change("b", () -> entries.put(Key.of(1), KEY)));
        Awaitility.await().until(() -> waitsOrIsDone(other));
        assertThat(isInFile()).isFalse();
        goOn.countDown();
        slow.join();
        other.join();
        assertThat(isInFile()).isTrue();
    }

    @Test
    void returnsFromAReadWhenWhatItSawIsInTheFile() throws Exception {
        CountDownLatch visible = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread writer = Thread.ofPlatform()
                .start(() -> commits.change("a", () -> {
                    put();
                    visible.countDown();
                    await(goOn);
                    return true;
                }));
        await(visible);
        FutureTask<Boolean> seenAndInFile =
                new FutureTask<>(() -> commits.read("a", () -> documents.containsKey(KEY)) && isInFile());
        Thread reader = Thread.ofPlatform().start(seenAndInFile);
        assertThat(commits.read("b", () -> documents.containsKey(KEY))).isTrue();
        Awaitility.await().until(() -> waitsOrIsDone(reader));
        assertThat(reader.getState()).isEqualTo(Thread.State.WAITING);
        goOn.countDown();
        writer.join();
        assertThat(seenAndInFile.get()).isTrue();
    }

    @Test
    void failsForEverOnceTheFileCannotBeWritten() throws Exception {
        file.close();
        assertThatThrownBy(() -> commits.changeAlone("a", () -> true)).hasMessageContaining("could not write");
        assertThatThrownBy(() -> commits.read("a", () -> true)).isInstanceOf(RuntimeException.class);
        commits.awaitFailure();
    }
}
