package dev.tandem.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import dev.tandem.standalone.platform.DataFolder;
import dev.tandem.standalone.platform.Part;
import dev.tandem.standalone.platform.PidFile;
import dev.tandem.standalone.platform.Port;
import dev.tandem.standalone.platform.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TandemTest {
    @TempDir
    Path folder;

    @Test
    void printsATokenWhetherOrNotThePlatformRuns() throws Exception {
        var answer = tandem("token", "acme", "finance", "u7", "--data", data());

        var claims = SignedJWT.parse(answer.out().strip()).getJWTClaimsSet();
        assertThat(answer.exitCode()).isZero();
        assertThat(claims.getSubject()).isEqualTo("u7");
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:8084");
    }

    @Test
    void cannotMakeTokensOfAForeignIssuer() {
        var answer = tandem("token", "acme", "finance", "--data", data(), "--issuer", "https://idp.example");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err())
                .startsWith("tandem: tokens come from your own issuer")
                .hasLineCount(1);
    }

    @Test
    void saysInOneLineWhatItDoesNotUnderstand() {
        assertRefused(2, "tandem: unknown command 'upp'", "upp");
        assertRefused(2, "tandem: unknown option --prot-base", "up", "--prot-base", "1");
        assertRefused(2, "tandem: 'now' is one word too many", "stop", "now");
        assertRefused(2, "tandem: token needs a company and a role", "token", "acme");
        assertRefused(1, "tandem: company must be", "token", "Acme", "finance");
        assertRefused(1, "tandem: no process is called 'kafka', only store, broker", "status", "--only", "kafka");
        assertRefused(1, "tandem: --kafka must be host:port", "up", "--kafka", "nowhere");
    }

    @Test
    void deletesDataFoldersOnly() throws IOException {
        var other = Files.createDirectories(folder.resolve("photos"));
        var ours = Files.createDirectories(folder.resolve("data"));
        Files.writeString(ours.resolve("lock"), "");

        assertRefused(
                1,
                "tandem: " + other + " is not a data folder of Tandem",
                "reset",
                "--yes",
                "--data",
                other.toString());
        assertThat(tandem("reset", "--yes", "--data", ours.toString()).exitCode())
                .isZero();

        assertThat(other).exists();
        assertThat(ours).doesNotExist();
    }

    @Test
    void leavesNoOrphansWhenTheLauncherIsKilledAndStartsAgain() throws Exception {
        var launcher = launch();
        var broker = new DataFolder(Path.of(data())).pid(Part.BROKER);
        await().atMost(Duration.ofSeconds(60)).until(() -> PidFile.read(broker).isPresent());
        var orphan = PidFile.read(broker).flatMap(PidFile::process).orElseThrow();

        launcher.destroyForcibly();
        await().atMost(Duration.ofSeconds(60)).until(() -> !orphan.isAlive());

        var second = launch();
        await().atMost(Duration.ofSeconds(60)).until(() -> status().exitCode() == 0);
        assertThat(status().out()).containsPattern("broker +healthy +\\d+ +\\d+ +\\d+ MB");
        assertThat(tandem("stop", "--data", data()).exitCode()).isZero();
        assertThat(second.isAlive()).isFalse();
        assertThat(status().exitCode()).isEqualTo(1);
    }

    private Answer status() {
        return tandem("status", "--data", data(), "--only", "broker");
    }

    private Process launch() throws IOException {
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp"));
        command.addAll(
                List.of(System.getProperty("java.class.path"), Tandem.class.getName(), "up", "--only", "broker"));
        command.addAll(List.of("--data", data()));
        var ports = Ports.free();
        for (var port : Port.values()) {
            command.add("--" + port.option() + "=" + ports.of(port));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("launcher.out").toFile())
                .start();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static void assertRefused(int exitCode, String beginning, String... line) {
        var answer = tandem(line);
        assertThat(answer.exitCode()).isEqualTo(exitCode);
        assertThat(answer.err()).startsWith(beginning).hasLineCount(1);
    }

    private static Answer tandem(String... line) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exitCode = Tandem.run(List.of(line), print(out), print(err));
        return new Answer(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }

    private record Answer(int exitCode, String out, String err) {}
}
