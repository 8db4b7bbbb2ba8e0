package dev.tandem.kit.web;

import dev.tandem.contracts.Violation;
import jakarta.validation.ConstraintViolation;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
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

    static List<Violation> ofMismatch(JacksonException mismatch, JsonNode tree) {
        var path = mismatch.getPath();
        var node = FieldPath.find(path, tree);
        if (mismatch instanceof UnrecognizedPropertyException || !(node.isMissingNode() || node.isNull())) {
            return List.of(ofValue(mismatch, FieldPath.of(path)));
        }
        var missing = new Violation(FieldPath.of(path), "REQUIRED", "is required");
        return Stream.concat(UnknownFields.beside(path, tree), Stream.of(missing))
                .toList();
    }

    private static Violation ofValue(JacksonException mismatch, String field) {
        return switch (mismatch) {
            case UnrecognizedPropertyException _ -> new Violation(field, "UNKNOWN_FIELD", "is not a field here");
            case ValueInstantiationException refused -> new Violation(field, "INVALID", sentence(refused));
            case InvalidFormatException wrong
            when wrong.getTargetType() == Currency.class ->
                new Violation(field, "UNKNOWN_CURRENCY", "must be a currency of ISO 4217 such as EUR");
            default -> new Violation(field, "WRONG_TYPE", "must be " + ExpectedForm.of(mismatch));
        };
    }

    private static String sentence(ValueInstantiationException refused) {
        var cause = refused.getCause();
        return cause == null || !ours(cause) ? "is not valid" : Objects.requireNonNullElse(cause.getMessage(), "");
    }
}
