package dev.tandem.kit.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/// Answers that carry the version of what they show as a strong ETag, to be sent back in `If-Match`.
public final class Etag {
    private Etag() {}

    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(etag(version)).body(body);
    }

    public static <T> ResponseEntity<T> created(URI location, T body, long version) {
        return ResponseEntity.created(location).eTag(etag(version)).body(body);
    }

    /// `"7"`, quotes included.
    public static String etag(long version) {
        return "\"" + version + "\"";
    }
}
