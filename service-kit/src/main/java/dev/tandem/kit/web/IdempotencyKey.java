package dev.tandem.kit.web;

import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Marks;
import dev.tandem.kit.store.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The caller's own name for one POST, so that repeating it does nothing twice. Take it as an argument of the
/// controller method; the header is checked when the key is first used, that is after the 404.
///
/// @param tenant whose key it is; two companies that choose the same key never meet
/// @param operation method, route and ids in the path
/// @param key the header as it was sent, if it was
/// @param marks by which a body is recognised when it comes again
public record IdempotencyKey(
        Tenant tenant, String operation, @Nullable String key, Marks marks) {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");

    static IdempotencyKey of(Caller caller, HttpServletRequest request, Marks marks) {
        return new IdempotencyKey(caller.tenant(), Operation.of(request), request.getHeader(HEADER), marks);
    }

    /// Stands for the key of an action in its aggregate, without storing what the caller sent.
    ///
    /// @throws ProblemException 400 when the header is missing or not 1 to 255 printable ASCII characters
    public String keyHash() {
        return Hash.hex(tenant.value(), operation, valid());
    }

    /// The `_id` of what a create makes, URL-safe: a repeated create meets its own document.
    ///
    /// @throws ProblemException 400 as for `keyHash`
    public String documentId() {
        return Hash.id(tenant.value(), operation, valid());
    }

    /// This command as the cause of a change; a replay answers the same status.
    ///
    /// @throws ProblemException 400 for this key or for a body that is no JSON object
    public Cause.Command cause(Body<?> body, int status) {
        return new Cause.Command(keyHash(), body.mark(), status);
    }

    /// This command, with a file's text for a body.
    ///
    /// @throws ProblemException 400 as for `keyHash`
    public Cause.Command cause(String text, int status) {
        return new Cause.Command(keyHash(), marks.of("text", text), status);
    }

    /// Checks the header, before a long body is read.
    ///
    /// @throws ProblemException 400 as for `keyHash`
    public void require() {
        valid();
    }

    /// For a command without a body.
    public Cause.Command cause(int status) {
        return new Cause.Command(keyHash(), Hash.hex(), status);
    }

    private String valid() {
        if (key == null) {
            throw Problem.invalid(HEADER, "REQUIRED", "is required on every POST: name the attempt, repeat it as is");
        }
        if (!FORM.matcher(key).matches()) {
            throw Problem.invalid(HEADER, "MALFORMED", "must be 1 to 255 printable ASCII characters");
        }
        return key;
    }
}
