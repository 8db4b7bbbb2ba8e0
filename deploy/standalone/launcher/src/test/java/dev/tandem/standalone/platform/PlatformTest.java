package dev.tandem.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private Settings settings;

    @BeforeEach
    void choose(@TempDir Path home, @TempDir Path data) {
        FakeHome.with(home, FakeApplication.class);
        settings = Settings.standard(home, data)
                .with(Ports.free())
                .with(new Servers("mongodb://db:27017", "kafka:9092", null));
    }

    @Test
    void givesEachApplicationWhatItsContractNames() throws IOException {
        try (var platform = Platform.start(settings, lines::add)) {
            assertThat(environment(platform.url(Part.CREDIT)))
                    .contains("TANDEM_MONGODB_URI=mongodb://db:27017", "TANDEM_KAFKA_BROKERS=kafka:9092")
                    .contains("TANDEM_ISSUER_URL=" + platform.issuer())
                    .doesNotContain("TANDEM_ROSTER_URL")
                    .containsPattern("TANDEM_CURSOR_KEY=[0-9a-f]{64}")
                    .containsPattern("TANDEM_MARK_KEY=[0-9a-f]{64}");
            assertThat(environment(platform.gateway()))
                    .contains("TANDEM_ROSTER_URL=" + platform.url(Part.ROSTER))
                    .contains("TANDEM_CREDIT_URL=" + platform.url(Part.CREDIT));
            assertThat(lines).hasSize(4).anyMatch(line -> line.startsWith("gateway           up   pid"));
        }
    }

    @Test
    void startsAKilledProcessAgainButNotOneThatWasStopped() throws InterruptedException {
        try (var platform = Platform.start(settings.only(Part.ROSTER, Part.CREDIT), lines::add)) {
            var killed = platform.pid(Part.ROSTER);
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(30)).until(() -> platform.pid(Part.ROSTER) != killed);
            platform.awaitHealthy(Duration.ofSeconds(60));

            platform.stop(Part.CREDIT);

            assertThat(platform.isHealthy(Part.CREDIT)).isFalse();
            assertThat(platform.isHealthy(Part.ROSTER)).isTrue();
            assertThat(lines).anyMatch(line -> line.contains("died (exit code 137), started again at once"));
            platform.start(Part.CREDIT);
            assertThat(platform.isHealthy(Part.CREDIT)).isTrue();
        }
    }

    @Test
    void leavesNoProcessBehindWhenItIsClosed() {
        ProcessHandle gateway;
        try (var platform = Platform.start(settings.only(Part.GATEWAY), lines::add)) {
            gateway = ProcessHandle.of(platform.pid(Part.GATEWAY)).orElseThrow();
        }

        assertThat(gateway.isAlive()).isFalse();
        assertThat(new DataFolder(settings.data()).lock()).isNotNull();
    }

    @Test
    void refusesADataFolderInUse() {
        try (var platform = Platform.start(settings.only(Part.GATEWAY), lines::add)) {
            assertThat(platform.isHealthy(Part.GATEWAY)).isTrue();

            assertThatThrownBy(() -> Platform.start(settings.with(Ports.free()), lines::add))
                    .hasMessageContaining("is in use by another running platform (pid "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void startsNothingWhenAPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(settings.ports().of(Port.GATEWAY), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Platform.start(settings, lines::add))
                    .hasMessageContaining("port " + taken.getLocalPort() + " (gateway) is in use");
            assertThat(new DataFolder(settings.data()).pid(Part.ROSTER)).doesNotExist();
        }
    }

    @Test
    void showsTheEndOfTheLogOfAProcessThatFails(@TempDir Path home) {
        FakeHome.with(home, FailingApplication.class);
        // One alone, since any of several may be the first to fail.
        var failing = new Settings(
                        home,
                        settings.data(),
                        settings.ports(),
                        settings.servers(),
                        settings.parts(),
                        Duration.ofSeconds(20))
                .only(Part.ROSTER);

        assertThatThrownBy(() -> Platform.start(failing, lines::add))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("ended with exit code 1 before it was healthy")
                .hasMessageContaining("roster-service.log")
                .hasMessageContaining("no store here");
    }

    @Test
    void saysWhenAnApplicationHasNotBeenBuilt(@TempDir Path empty) throws IOException {
        Files.createDirectories(empty.resolve("gateway/target"));
        var unbuilt = new Settings(
                empty, settings.data(), settings.ports(), settings.servers(), settings.parts(), Duration.ofSeconds(20));

        assertThatThrownBy(() -> Platform.start(unbuilt, lines::add))
                .hasMessageContaining("has not been built: run ./tandem build");
    }

    @Test
    void makesNoTokensForAForeignIssuer() {
        var foreign = settings.only(Part.GATEWAY)
                .with(new Servers("mongodb://db:27017", "kafka:9092", URI.create("https://idp.example")));

        try (var platform = Platform.start(foreign, lines::add)) {
            assertThatThrownBy(() -> platform.token("acme", "finance", null))
                    .hasMessageContaining("https://idp.example");
        }
    }

    private static String environment(URI application) throws IOException {
        try (var answer = application.resolve("/env").toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
