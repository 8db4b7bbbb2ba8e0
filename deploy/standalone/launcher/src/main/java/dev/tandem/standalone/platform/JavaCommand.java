package dev.tandem.standalone.platform;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Command lines of child JVMs: this process's own JDK, small heaps, quick to start, on a [Leash].
final class JavaCommand {
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow");

    private JavaCommand() {}

    /// A main class on the launcher's own class path.
    static List<String> own(String name, List<String> flags, String main, Object... arguments) {
        var command = java(flags, ownCode().resolveSibling(name), ownClassPath());
        command.add(main);
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        return command;
    }

    /// An application, with nothing of the launcher's but the leash.
    static List<String> application(List<String> flags, ApplicationJar application) {
        var command = java(flags, application.jar(), application.jar() + File.pathSeparator + ownCode());
        command.add(application.mainClass());
        return command;
    }

    private static List<String> java(List<String> flags, Path archived, String classPath) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(flags);
        if (isPackaged()) {
            command.addAll(ClassArchive.flags(archived, ownCode()));
        }
        command.addAll(List.of("-cp", classPath, Leash.class.getName()));
        return command;
    }

    /// Once packaged, the jar and its `lib` folder; during a build, whatever this process runs on.
    private static String ownClassPath() {
        return isPackaged()
                ? ownCode() + File.pathSeparator + ownCode().resolveSibling("lib") + File.separator + "*"
                : System.getProperty("java.class.path");
    }

    private static boolean isPackaged() {
        return Files.isRegularFile(ownCode()) && Files.isDirectory(ownCode().resolveSibling("lib"));
    }

    private static Path ownCode() {
        var source = Objects.requireNonNull(Leash.class.getProtectionDomain().getCodeSource());
        return Path.of(source.getLocation().getPath());
    }
}
