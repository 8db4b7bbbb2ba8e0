package dev.tandem.kit.delivery;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/// A real broker in this process, which keeps port and data when it is stopped and started again.
public final class TestBroker implements AutoCloseable {
    private final int port = freePort();
    private final String clusterId = Uuid.randomUuid().toString();
    private final Properties settings = new Properties();
    private @Nullable KafkaRaftServer server;

    public TestBroker() {
        var controllerPort = freePort();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort)),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("log.dirs", directory().toString()),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("broker.session.timeout.ms", "1500"),
                Map.entry("broker.heartbeat.interval.ms", "300"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304")));
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public TestBroker start() {
        format();
        var starting = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        starting.startup();
        server = starting;
        return this;
    }

    public void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void format() {
        var directory = settings.getProperty("log.dirs");
        try {
            new Formatter()
                    .setNodeId(1)
                    .setClusterId(clusterId)
                    .setPrintStream(new PrintStream(
                            PrintStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8))
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName("CONTROLLER")
                    .setDirectories(List.of(directory))
                    .setMetadataLogDirectory(directory)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception failed) {
            throw new IllegalStateException("the broker's directory could not be formatted", failed);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("tandem-broker");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
