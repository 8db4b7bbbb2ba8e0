package dev.tandem.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The store in a process of its own, on a free port, with the heap it is meant for.
final class StoreProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("tandem store ready at (mongodb://\\S+), data in .*");

    private final Process process;
    private final BufferedReader output;

    private StoreProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static StoreProcess start(Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedStore.class.getName(),
                "--port=0",
                "--data=" + data));
        command.addAll(List.of(options));
        return new StoreProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    String firstLine() throws IOException {
        return Objects.requireNonNull(output.readLine(), "the store said nothing");
    }

    String awaitUri() throws IOException {
        String line = firstLine();
        Matcher ready = READY.matcher(line);
        if (!ready.matches()) {
            throw new AssertionError("not ready: " + line);
        }
        return ready.group(1);
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// As `kill` does.
    int terminate() throws InterruptedException {
        process.toHandle().destroy();
        return awaitExit();
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the store is still running");
        }
        return process.exitValue();
    }

    String rest() {
        return output.lines().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
