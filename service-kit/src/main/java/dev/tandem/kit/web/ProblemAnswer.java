package dev.tandem.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.web.Problem.Conflict;
import dev.tandem.kit.web.Problem.Forbidden;
import dev.tandem.kit.web.Problem.Invalid;
import dev.tandem.kit.web.Problem.KeyReused;
import dev.tandem.kit.web.Problem.MethodNotAllowed;
import dev.tandem.kit.web.Problem.NotAcceptable;
import dev.tandem.kit.web.Problem.NotFound;
import dev.tandem.kit.web.Problem.TooLarge;
import dev.tandem.kit.web.Problem.TooManyRequests;
import dev.tandem.kit.web.Problem.Unauthenticated;
import dev.tandem.kit.web.Problem.Unavailable;
import dev.tandem.kit.web.Problem.Unexpected;
import dev.tandem.kit.web.Problem.UnsupportedMedia;
import dev.tandem.kit.web.Problem.VersionRequired;
import dev.tandem.kit.web.Problem.VersionStale;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A problem as it is written. It names no request and no instance, so that two refusals for different reasons are
/// the same bytes. A conflict always says what is allowed, also where that is nothing.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "violations", "allowed"})
@Schema(name = "Problem")
record ProblemAnswer(
        String type,
        String title,
        int status,
        String code,
        String detail,
        List<Violation> violations,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> allowed) {

    static ProblemAnswer of(Problem problem) {
        return switch (problem) {
            case Unauthenticated() -> plain(401, "UNAUTHENTICATED", "A valid token of this platform is required.");
            case Forbidden(var code, var sentence) -> plain(403, code, sentence);
            case NotFound() -> plain(404, "NOT_FOUND", "There is nothing here.");
            case Invalid(var violations) ->
                plain(400, "INVALID", "The request breaks the rules that are listed.")
                        .breaking(violations);
            case Conflict(var code, var sentence, var allowed, var broken) ->
                plain(409, code, sentence).allowing(allowed).breaking(broken);
            case VersionRequired() ->
                plain(428, "VERSION_REQUIRED", "Send If-Match with the ETag of the version that you changed.");
            case VersionStale() ->
                plain(412, "VERSION_STALE", "It was changed in the meantime: read it again, then repeat.");
            case KeyReused() -> plain(422, "KEY_REUSED", "This Idempotency-Key was used with another body.");
            case TooLarge(var bytesMax) -> plain(413, "TOO_LARGE", "The body is larger than " + bytesMax + " bytes.");
            case MethodNotAllowed(var methods) ->
                plain(405, "METHOD_NOT_ALLOWED", "Only the listed methods are offered.")
                        .allowing(methods);
            case NotAcceptable() -> plain(406, "NOT_ACCEPTABLE", "None of the accepted media types is offered here.");
            case UnsupportedMedia(var supported) ->
                plain(415, "UNSUPPORTED_MEDIA_TYPE", "The body must be of a listed media type, not compressed.")
                        .allowing(supported);
            case TooManyRequests _ -> plain(429, "TOO_MANY_REQUESTS", "Slow down, then repeat.");
            case Unavailable unavailable -> plain(503, "UNAVAILABLE", unavailable.sentence());
            case Unexpected() -> plain(500, "UNEXPECTED", "This is a defect of the platform; it has been recorded.");
        };
    }

    private static ProblemAnswer plain(int status, String code, String detail) {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        var title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        var type = "urn:tandem:problem:" + words.replace(' ', '-');
        return new ProblemAnswer(type, title, status, code, detail, List.of(), null);
    }

    private ProblemAnswer breaking(List<Violation> rules) {
        return new ProblemAnswer(type, title, status, code, detail, rules, allowed);
    }

    private ProblemAnswer allowing(List<String> choices) {
        return new ProblemAnswer(type, title, status, code, detail, violations, choices);
    }
}
