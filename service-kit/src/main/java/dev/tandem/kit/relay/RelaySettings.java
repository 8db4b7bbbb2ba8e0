package dev.tandem.kit.relay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the relay sends (`tandem.relay.*`).
///
/// @param batchDocuments how many outboxes one Kafka transaction empties at most
/// @param sweepIntervalMs how long an event waits whose trigger was lost, or whose writer is another instance
/// @param leaseMs after how long another instance may take over from one that fell silent
/// @param retryDelayMs pause after a failed send
/// @param waitMaxMs the longest pause of an aggregate whose next event the broker does not take; it doubles up to that
@ConfigurationProperties("tandem.relay")
public record RelaySettings(
        @DefaultValue("200") int batchDocuments,
        @DefaultValue("250") long sweepIntervalMs,
        @DefaultValue("5000") long leaseMs,
        @DefaultValue("250") long retryDelayMs,
        @DefaultValue("30000") long waitMaxMs) {}
