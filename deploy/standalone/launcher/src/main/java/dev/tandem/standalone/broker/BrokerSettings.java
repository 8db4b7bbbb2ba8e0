package dev.tandem.standalone.broker;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/// What differs between two brokers, and what every one of ours has in common.
record BrokerSettings(Path data, int port, int controllerPort) {
    static final int NODE_ID = 1;

    /// The short session lets a broker that was killed register again at once, not after nine seconds.
    private static final String COMMON = """
            process.roles=broker,controller
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT

            # One broker: every internal topic has one replica, and groups form without waiting for company.
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.num.partitions=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.num.partitions=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            broker.session.timeout.ms=1500
            broker.heartbeat.interval.ms=300

            # A platform that was off for weeks finds everything again.
            log.retention.ms=-1
            log.retention.bytes=-1
            offsets.retention.minutes=2147483647
            auto.create.topics.enable=false

            # A small machine.
            num.network.threads=2
            num.io.threads=4
            log.cleaner.dedupe.buffer.size=4194304
            """;

    Properties properties() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(COMMON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.put("node.id", String.valueOf(NODE_ID));
        properties.put("log.dirs", data.toString());
        properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        properties.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        return properties;
    }
}
