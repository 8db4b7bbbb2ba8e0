package dev.tandem.kit.store;

/// A state with the version of the document it was read from, which is its ETag.
public record Versioned<S>(String id, long version, S state) {}
