package dev.tandem.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// A checkout whose four applications are built: nested jars, as Spring Boot makes them.
record FakeHome(Path root) {
    static final List<Part> APPLICATIONS = List.of(Part.ACCOUNTS, Part.ROSTER, Part.CREDIT, Part.GATEWAY);

    static FakeHome with(Path root, Class<?> main) {
        APPLICATIONS.forEach(part -> build(root.resolve(part.processName()), main));
        return new FakeHome(root);
    }

    private static void build(Path module, Class<?> main) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "not.Used");
        manifest.getMainAttributes().putValue("Start-Class", main.getName());
        var classFile = main.getName().replace('.', '/') + ".class";
        try {
            Files.createDirectories(module.resolve("target"));
            var jar = module.resolve("target").resolve(module.getFileName() + "-1.jar");
            try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                    var in = main.getResourceAsStream("/" + classFile)) {
                out.putNextEntry(new JarEntry("BOOT-INF/classes/"));
                out.putNextEntry(new JarEntry("BOOT-INF/classes/" + classFile));
                in.transferTo(out);
                out.putNextEntry(new JarEntry("BOOT-INF/lib/some-library.jar"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
