package dev.tandem.kit.store;

/// A decision with what it is due to, by which a repetition is recognised.
public record Caused<S>(Cause cause, Decision<S> decision) {}
