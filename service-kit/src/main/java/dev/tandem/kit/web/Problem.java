package dev.tandem.kit.web;

import dev.tandem.contracts.Violation;
import java.time.Duration;
import java.util.List;

/// Every way in which a request can be refused, each answered as `application/problem+json` (RFC 9457).
/// A sentence never repeats a value that another company owns.
public sealed interface Problem {
    /// 401.
    record Unauthenticated() implements Problem {}

    /// 403, for what the caller may know of but not do.
    record Forbidden(String code, String sentence) implements Problem {}

    /// 404, the same bytes for what never existed and for what is not the caller's.
    record NotFound() implements Problem {}

    /// 400, naming each broken rule.
    record Invalid(List<Violation> violations) implements Problem {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }

    /// 409, with the transitions that the present state allows.
    ///
    /// @param broken the field and the rule that it breaks, where it is one
    record Conflict(String code, String sentence, List<String> allowed, List<Violation> broken) implements Problem {
        public Conflict {
            allowed = List.copyOf(allowed);
            broken = List.copyOf(broken);
        }

        public Conflict(String code, String sentence, List<String> allowed) {
            this(code, sentence, allowed, List.of());
        }
    }

    /// 428: a change must name the version that it was made from.
    record VersionRequired() implements Problem {}

    /// 412: somebody else changed it in the meantime.
    record VersionStale() implements Problem {}

    /// 422: the idempotency key was used before, with another body.
    record KeyReused() implements Problem {}

    /// 413.
    record TooLarge(int bytesMax) implements Problem {}

    /// 405.
    record MethodNotAllowed(List<String> methods) implements Problem {}

    /// 406.
    record NotAcceptable() implements Problem {}

    /// 415.
    record UnsupportedMedia(List<String> supported) implements Problem {}

    /// 429.
    record TooManyRequests(Duration retryAfter) implements Problem {}

    /// 503: something that the service needs does not answer; the same request may succeed later.
    record Unavailable(String sentence, Duration retryAfter) implements Problem {}

    /// 500: a defect of ours, told in the log and not to the caller.
    record Unexpected() implements Problem {}

    default ProblemException exception() {
        return new ProblemException(this);
    }

    /// Fits `orElseThrow(Problem::notFound)`.
    static ProblemException notFound() {
        return new NotFound().exception();
    }

    static ProblemException forbidden(String code, String sentence) {
        return new Forbidden(code, sentence).exception();
    }

    static ProblemException invalid(List<Violation> violations) {
        return new Invalid(violations).exception();
    }

    static ProblemException invalid(String field, String rule, String message) {
        return invalid(List.of(new Violation(field, rule, message)));
    }

    static ProblemException conflict(String code, String sentence, List<String> allowed) {
        return new Conflict(code, sentence, allowed).exception();
    }

    /// Of a field that breaks a rule of the present state.
    static ProblemException conflict(Violation broken, List<String> allowed) {
        return new Conflict(broken.rule(), broken.message(), allowed, List.of(broken)).exception();
    }

    static ProblemException keyReused() {
        return new KeyReused().exception();
    }

    static ProblemException unavailable(String sentence, Duration retryAfter) {
        return new Unavailable(sentence, retryAfter).exception();
    }
}
