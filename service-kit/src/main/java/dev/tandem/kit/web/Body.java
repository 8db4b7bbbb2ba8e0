package dev.tandem.kit.web;

import org.jspecify.annotations.Nullable;

/// A JSON request body that is not read before it is asked for: who may not call, or calls what is not there, learns
/// nothing about the body's rules. Take it as an argument of the controller method (`Body<Invite> body`); the API
/// documents show `T`.
public final class Body<T> {
    private final BodyReader reader;
    private final Class<T> type;
    private @Nullable ParsedBody parsed;
    private @Nullable T value;

    Body(BodyReader reader, Class<T> type) {
        this.reader = reader;
        this.type = type;
    }

    /// The body, decoded strictly and valid.
    ///
    /// @throws ProblemException 400 naming each field and rule; 413 or 415 when it is no body that could be read
    public T read() {
        var known = value;
        if (known == null) {
            known = reader.decode(parsed(), type);
            value = known;
        }
        return known;
    }

    /// A keyed mark of the content, the same for any order of the fields and any white space: tells a repeated request
    /// from another one under the same idempotency key, and confirms no guess at what was in it.
    ///
    /// @throws ProblemException as `read()`, for what is no JSON object; the fields are not validated
    public String mark() {
        return parsed().mark();
    }

    private ParsedBody parsed() {
        var known = parsed;
        if (known == null) {
            known = reader.parse();
            parsed = known;
        }
        return known;
    }
}
