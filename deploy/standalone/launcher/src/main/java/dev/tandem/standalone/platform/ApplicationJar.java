package dev.tandem.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/// The executable jar of an application, unpacked once beside itself: a JVM starts faster from plain jars than from
/// jars within a jar.
///
/// @param jar the application's own classes; its manifest names the libraries
record ApplicationJar(Path jar, String mainClass) {
    private static final String DRAFT = "draft";

    /// @throws PlatformException when the module has not been built
    static ApplicationJar of(Path module) {
        try {
            var built = find(module);
            if (!JarUnpacking.isNested(built)) {
                return of(built, built);
            }
            var unpacked = module.resolve("target/unpacked").resolve(stamp(built));
            if (Files.notExists(unpacked)) {
                unpackInto(unpacked, built);
            }
            return of(unpacked.resolve(JarUnpacking.APPLICATION), built);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + module, e);
        }
    }

    static boolean isBuilt(Path module) {
        return !candidates(module).isEmpty();
    }

    private static ApplicationJar of(Path unpacked, Path built) throws IOException {
        try (var jar = new JarFile(unpacked.toFile())) {
            var main = jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (main == null) {
                throw new PlatformException(built + " is not an executable jar: run ./tandem build");
            }
            return new ApplicationJar(unpacked, main);
        }
    }

    private static Path find(Path module) {
        var built = candidates(module);
        if (built.size() != 1) {
            throw new PlatformException(module.getFileName() + " has not been built: run ./tandem build");
        }
        return built.getFirst();
    }

    private static List<Path> candidates(Path module) {
        var built = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(module.resolve("target"), module.getFileName() + "-*.jar")) {
            files.forEach(built::add);
        } catch (IOException noTarget) {
            return List.of();
        }
        built.removeIf(jar -> jar.toString().matches(".*-(sources|tests|javadoc)\\.jar"));
        return built;
    }

    /// By content, not by time: reproducible builds give every jar the same date.
    private static String stamp(Path built) throws IOException {
        try (var jar = new JarFile(built.toFile())) {
            var stamp = jar.stream()
                    .mapToLong(entry -> 31L * entry.getName().hashCode() + entry.getCrc())
                    .reduce(17, (sum, entry) -> 31 * sum + entry);
            return JarUnpacking.FORM + "-" + Long.toHexString(stamp);
        }
    }

    /// Moved into place complete, so that neither a kill nor a second launcher leaves or sees half of it.
    private static void unpackInto(Path unpacked, Path built) throws IOException {
        Files.createDirectories(unpacked.getParent());
        var draft = Files.createTempDirectory(unpacked.getParent(), DRAFT);
        JarUnpacking.unpack(built, draft);
        try {
            Files.move(draft, unpacked);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFaster) {
            Folders.delete(draft);
        }
        Folders.deleteSiblings(unpacked, DRAFT);
    }
}
