package dev.tandem.standalone.client;

import org.jspecify.annotations.Nullable;

/// Where bearer tokens come from, for instance `platform::token`.
@FunctionalInterface
public interface Tokens {
    /// @param company null for the operator only
    /// @param role wire name, e.g. `alliance-manager`
    /// @param person becomes the subject; null where it does not matter who it is
    String token(@Nullable String company, String role, @Nullable String person);
}
