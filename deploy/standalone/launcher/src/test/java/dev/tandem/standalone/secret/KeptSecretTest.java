package dev.tandem.standalone.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSecretTest {
    @TempDir
    Path folder;

    @Test
    void staysTheSameOnceMade() {
        var file = folder.resolve("new/cursor.key");

        var first = KeptSecret.at(file, KeptSecret::random);

        assertThat(KeptSecret.at(file, KeptSecret::random)).isEqualTo(first).matches("[0-9a-f]{64}");
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        var file = folder.resolve("issuer.jwk");

        KeptSecret.at(file, () -> "secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }
}
