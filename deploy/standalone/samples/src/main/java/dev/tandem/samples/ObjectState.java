package dev.tandem.samples;

import java.util.Map;

/// An object as it stands after a number of events.
///
/// @param fields those that have a value; none when deleted
public record ObjectState(boolean deleted, Map<String, String> fields) {}
