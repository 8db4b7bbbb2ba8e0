package dev.tandem.kit.web;

import dev.tandem.contracts.Violation;
import jakarta.validation.ConstraintViolation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says which field of a request breaks which rule; never repeats the library's messages, which quote values.
final class Violations {
    private Violations() {}

    static List<Violation> of(Set<? extends ConstraintViolation<?>> broken) {
        return broken.stream()
                .map(one -> new Violation(one.getPropertyPath().toString(), rule(one), one.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::rule))
                .toList();
    }

    private static String rule(ConstraintViolation<?> broken) {
        var annotation = broken.getConstraintDescriptor().getAnnotation().annotationType();
        return annotation.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    static List<Violation> of(HandlerMethodValidationException broken) {
        return broken.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Violation(
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), "parameter"),
                                "INVALID",
                                Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid"))))
                .toList();
    }

    /// A value type's own sentence, where its constructor refused the parameter.
    static String sentence(MethodArgumentTypeMismatchException wrong) {
        for (var cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
            if (ours(cause)) {
                return Objects.requireNonNullElse(cause.getMessage(), "is not valid");
            }
        }
        return "must be " + ExpectedForm.of(wrong.getRequiredType());
    }

    /// The messages of the JDK and of Spring quote the value; those of our value types do not.
    private static boolean ours(Throwable cause) {
        return cause instanceof IllegalArgumentException
                && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("dev.tandem.");
    }

    static Violation ofSyntax(JacksonException malformed) {
        var field =
                malformed.processor() instanceof JsonParser parser ? FieldPath.of(parser.streamReadContext()) : "body";
        if (malformed instanceof StreamConstraintsException) {
            return new Violation(field, "LIMIT", "is too deep or too long");
        }
        if (malformed.getOriginalMessage().startsWith("Duplicate Object property")) {
            return new Violation(field, "DUPLICATE_FIELD", "occurs twice");
        }
        var place = malformed.getLocation();
        return new Violation(
                field, "MALFORMED", "is no JSON at line " + place.getLineNr() + ", column " + place.getColumnNr());
    }

    static Violation ofMismatch(JacksonException mismatch, JsonNode tree) {
        var field = FieldPath.of(mismatch.getPath());
        if (mismatch instanceof UnrecognizedPropertyException) {
            return new Violation(field, "UNKNOWN_FIELD", "is not a field here");
        }
        var node = FieldPath.find(mismatch.getPath(), tree);
        if (node.isMissingNode() || node.isNull()) {
            return new Violation(field, "REQUIRED", "is required");
        }
        if (mismatch instanceof ValueInstantiationException refused) {
            return new Violation(field, "INVALID", sentence(refused));
        }
        return new Violation(field, "WRONG_TYPE", "must be " + ExpectedForm.of(mismatch));
    }

    private static String sentence(ValueInstantiationException refused) {
        var cause = refused.getCause();
        return cause == null || !ours(cause) ? "is not valid" : Objects.requireNonNullElse(cause.getMessage(), "");
    }
}
