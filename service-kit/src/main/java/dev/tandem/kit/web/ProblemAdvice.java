package dev.tandem.kit.web;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.store.StoreRefusal;
import dev.tandem.kit.web.Problem.Conflict;
import dev.tandem.kit.web.Problem.Forbidden;
import dev.tandem.kit.web.Problem.Invalid;
import dev.tandem.kit.web.Problem.KeyReused;
import dev.tandem.kit.web.Problem.MethodNotAllowed;
import dev.tandem.kit.web.Problem.NotAcceptable;
import dev.tandem.kit.web.Problem.NotFound;
import dev.tandem.kit.web.Problem.TooLarge;
import dev.tandem.kit.web.Problem.Unauthenticated;
import dev.tandem.kit.web.Problem.Unavailable;
import dev.tandem.kit.web.Problem.Unexpected;
import dev.tandem.kit.web.Problem.UnsupportedMedia;
import dev.tandem.kit.web.Problem.VersionStale;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/// The one place where an exception of a handler becomes an answer.
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration STORE_RETRY = Duration.ofSeconds(2);
    private final ProblemWriter writer;
    private final WebSettings settings;

    ProblemAdvice(ProblemWriter writer, WebSettings settings) {
        this.writer = writer;
        this.settings = settings;
    }

    @ExceptionHandler(ProblemException.class)
    void refused(ProblemException refusal, HttpServletResponse response) throws IOException {
        writer.write(refusal.problem(), response);
    }

    @ExceptionHandler(StoreRefusal.class)
    void refused(StoreRefusal refusal, HttpServletResponse response) throws IOException {
        var problem = switch (refusal) {
            case StoreRefusal.KeyReused _ -> new KeyReused();
            case StoreRefusal.Taken _ -> new Conflict("TAKEN", "There is one already.", List.of());
            case StoreRefusal.Busy _ -> new Unavailable("Too many changes at once.", STORE_RETRY);
        };
        writer.write(problem, response);
    }

    /// The caller has gone; there is nobody to answer.
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("the caller hung up", gone);
    }

    @ExceptionHandler(Exception.class)
    void failed(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = problem(failure);
        if (problem instanceof Unexpected) {
            LOG.error("{} {} failed", request.getMethod(), Operation.pattern(request), failure);
        }
        writer.write(problem, response);
    }

    private Problem problem(Exception failure) {
        return switch (failure) {
            case HttpRequestMethodNotSupportedException wrong ->
                new MethodNotAllowed(List.of(Objects.requireNonNullElse(wrong.getSupportedMethods(), new String[0])));
            case HttpMediaTypeNotSupportedException wrong -> new UnsupportedMedia(names(wrong));
            case HttpMediaTypeNotAcceptableException _ -> new NotAcceptable();
            case MethodArgumentTypeMismatchException wrong -> mismatch(wrong);
            case MissingServletRequestParameterException missing ->
                invalid(missing.getParameterName(), "REQUIRED", "is required");
            case MissingServletRequestPartException missing ->
                invalid(missing.getRequestPartName(), "REQUIRED", "is required");
            case HandlerMethodValidationException broken -> new Invalid(Violations.of(broken));
            case MaxUploadSizeExceededException large -> new TooLarge(uploadMax(large));
            case OptimisticLockingFailureException _ -> new VersionStale();
            case DataAccessResourceFailureException _ -> new Unavailable("The store does not answer.", STORE_RETRY);
            case RequestRejectedException _ -> invalid("request", "MALFORMED", "holds what no header may hold");
            case AccessDeniedException _ -> new Forbidden("ROLE", "Your role does not allow this.");
            case AuthenticationException _ -> new Unauthenticated();
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            default -> new Unexpected();
        };
    }

    private static List<String> names(HttpMediaTypeNotSupportedException wrong) {
        return wrong.getSupportedMediaTypes().stream().map(MediaType::toString).toList();
    }

    /// An id in a path that cannot be an id names nothing: the same answer as for one that was never issued.
    private static Problem mismatch(MethodArgumentTypeMismatchException wrong) {
        if (wrong.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return new NotFound();
        }
        return invalid(wrong.getName(), "MALFORMED", Violations.sentence(wrong));
    }

    private int uploadMax(MaxUploadSizeExceededException large) {
        var max = large.getMaxUploadSize();
        return max > 0 ? Math.toIntExact(Math.min(max, Integer.MAX_VALUE)) : settings.bodyMaxBytes();
    }

    private static Invalid invalid(String field, String rule, String message) {
        return new Invalid(List.of(new Violation(field, rule, message)));
    }

    /// For what the container or Spring refused with no more than a status.
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> new Unauthenticated();
            case 403 -> new Forbidden("FORBIDDEN", "This is not allowed.");
            case 404 -> new NotFound();
            case 405 -> new MethodNotAllowed(List.of());
            case 406 -> new NotAcceptable();
            case 415 -> new UnsupportedMedia(List.of());
            case 503 -> new Unavailable("The service is not ready.", STORE_RETRY);
            default -> status < 500 ? invalid("request", "MALFORMED", "cannot be understood") : new Unexpected();
        };
    }
}
