package dev.tandem.contracts;

/// A Kafka topic and what it carries. `docs/events/catalogue.md` says who writes and who reads it.
///
/// @param payload the record, or the sealed family, that its values are
/// @param compacted whether each record is the full state under its key
public record Topic<T>(String name, Class<T> payload, boolean compacted) {}
