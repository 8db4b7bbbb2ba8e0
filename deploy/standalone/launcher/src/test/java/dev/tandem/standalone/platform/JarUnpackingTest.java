package dev.tandem.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarUnpackingTest {
    @TempDir
    private Path folder;

    @Test
    void keepsTheFoldersOfPackagesSinceComponentsAreLookedForInThem() throws IOException {
        JarUnpacking.unpack(nested(), folder.resolve("unpacked"));

        try (var jar = new JarFile(folder.resolve("unpacked/application.jar").toFile())) {
            assertThat(jar.stream().map(JarEntry::getName)).contains("shop/", "shop/Shop.class");
        }
    }

    private Path nested() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Start-Class", "shop.Shop");
        var built = folder.resolve("built.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(built), manifest)) {
            for (var name : new String[] {"BOOT-INF/classes/", "BOOT-INF/classes/shop/"}) {
                out.putNextEntry(new JarEntry(name));
            }
            out.putNextEntry(new JarEntry("BOOT-INF/classes/shop/Shop.class"));
        }
        return built;
    }
}
