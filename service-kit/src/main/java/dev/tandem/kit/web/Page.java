package dev.tandem.kit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a list.
///
/// @param next the `cursor` that continues it; absent on the last page
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
