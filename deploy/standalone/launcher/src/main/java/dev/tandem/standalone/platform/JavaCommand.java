package dev.tandem.standalone.platform;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Command lines of child JVMs: this process's own JDK, small heaps, quick to start, on a [Leash].
final class JavaCommand {
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow");

    private static final Path NICE = Path.of("/usr/bin/nice");

    private JavaCommand() {}

    /// A main class on the launcher's own class path.
    static List<String> own(String name, List<String> flags, String main, Object... arguments) {
        var archive = isPackaged() ? archive(ownCode().resolveSibling(name)).kept() : List.<String>of();
        var command = java(flags, archive, ownClassPath());
        command.add(main);
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        return command;
    }

    /// An application, with nothing of the launcher's but the leash.
    static List<String> application(List<String> flags, ApplicationJar application) {
        var archive = isPackaged() ? archive(application.jar()).used() : List.<String>of();
        return application(flags, archive, application);
    }

    /// The same on the same class path, but with the only aim to leave its classes in a draft of the archive; empty
    /// when
    /// there is an archive, or none can be, since the launcher is not packaged.
    static Optional<ArchivingJob> archiving(
            List<String> flags, ApplicationJar application, Map<String, String> environment) {
        if (!isPackaged() || archive(application.jar()).exists()) {
            return Optional.empty();
        }
        var archive = archive(application.jar());
        var command = application(flags, archive.drafted(), application);
        if (Files.isExecutable(NICE)) {
            command.addAll(0, List.of(NICE.toString(), "-n", "19"));
        }
        return Optional.of(new ArchivingJob(archive, command, environment));
    }

    private static List<String> application(List<String> flags, List<String> archive, ApplicationJar application) {
        var command = java(flags, archive, application.jar() + File.pathSeparator + ownCode());
        command.add(application.mainClass());
        return command;
    }

    /// Later flags win over former ones, and those that the operator gave are among the last.
    private static List<String> java(List<String> flags, List<String> archive, String classPath) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(archive);
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, Leash.class.getName()));
        return command;
    }

    private static ClassArchive archive(Path owner) {
        return ClassArchive.of(owner, ownCode());
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
