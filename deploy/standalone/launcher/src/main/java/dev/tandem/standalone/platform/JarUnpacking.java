package dev.tandem.standalone.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;

/// From a Spring Boot jar to a plain one and a folder of libraries.
final class JarUnpacking {
    /// Part of the folder's name, so that what an earlier launcher unpacked differently is not used.
    static final String FORM = "2";

    static final String APPLICATION = "application.jar";
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private JarUnpacking() {}

    static boolean isNested(Path built) throws IOException {
        try (var jar = new JarFile(built.toFile())) {
            return jar.getEntry(CLASSES) != null;
        }
    }

    static void unpack(Path built, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        try (var jar = new JarFile(built.toFile())) {
            var libraries = new ArrayList<String>();
            for (var entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
                if (entry.getName().startsWith(LIBRARIES)) {
                    libraries.add("lib/" + entry.getName().substring(LIBRARIES.length()));
                    copy(jar, entry, Files.newOutputStream(folder.resolve(libraries.getLast())));
                }
            }
            writeApplication(jar, folder.resolve(APPLICATION), manifest(jar.getManifest(), libraries));
        }
    }

    /// Implementation-Title and the like stay, as applications report them; the libraries keep their order.
    private static Manifest manifest(Manifest original, List<String> libraries) {
        var manifest = new Manifest(original);
        var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MAIN_CLASS, main.getValue("Start-Class"));
        main.put(Attributes.Name.CLASS_PATH, String.join(" ", libraries));
        return manifest;
    }

    /// The folders too: the components of an application are looked for in its packages, and a jar without entries for
    /// them seems to have none.
    private static void writeApplication(JarFile jar, Path target, Manifest manifest) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (var entry : jar.stream().filter(JarUnpacking::isInClasses).toList()) {
                out.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
                try (var in = jar.getInputStream(entry)) {
                    in.transferTo(out);
                }
            }
        }
    }

    private static boolean isInClasses(JarEntry entry) {
        return entry.getName().startsWith(CLASSES) && entry.getName().length() > CLASSES.length();
    }

    private static void copy(JarFile jar, JarEntry entry, OutputStream target) throws IOException {
        try (target;
                var in = jar.getInputStream(entry)) {
            in.transferTo(target);
        }
    }
}
