package dev.tandem.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Answers for paths that lead to no service.
@ControllerAdvice
class EdgeErrors {

    @ExceptionHandler(NoResourceFoundException.class)
    void nothingThere(HttpServletResponse response) throws IOException {
        Problems.notFound(response);
    }
}
