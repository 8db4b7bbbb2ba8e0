package dev.tandem.roster.terms;

import org.jspecify.annotations.Nullable;

/// A place where two versions of the same thing differ.
///
/// @param path down to it; an item of a list stands under what names it, not under its place in the list
/// @param was null where there was nothing; `is` null where there is nothing any more
public record Difference(
        String path, @Nullable String was, @Nullable String is) {}
