package dev.tandem.kit.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The version that a change was made from. Take it as an argument of the controller method, and compare once the
/// document was found, so that 404 comes first.
///
/// @param header the `If-Match` header as it was sent, if it was
public record IfMatch(@Nullable String header) {
    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

    /// The version that the caller names.
    ///
    /// @throws ProblemException 428 when none is named; 412 when it is not one strong ETag of ours, since
    /// `*`, a list or a weak tag would let a change overwrite what its author never saw
    public long version() {
        if (header == null || header.isBlank()) {
            throw new Problem.VersionRequired().exception();
        }
        var strong = STRONG.matcher(header.strip());
        if (!strong.matches()) {
            throw new Problem.VersionStale().exception();
        }
        return Long.parseLong(strong.group(1));
    }

    /// @throws ProblemException 428 when no version is named, 412 when it is another than the current one
    public void requireVersion(long current) {
        if (version() != current) {
            throw new Problem.VersionStale().exception();
        }
    }
}
