package dev.tandem.kit.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What failed before or behind the handlers (a refused URL, a filter) is answered in the same form; without this,
/// security would answer the container's error dispatch with a 401 that hides the cause.
@Controller
final class ProblemErrors implements ErrorController {
    private final ProblemWriter writer;

    ProblemErrors(ProblemWriter writer) {
        this.writer = writer;
    }

    /// Whoever asks for this path directly finds nothing.
    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        writer.write(ProblemAdvice.ofStatus(status instanceof Integer code ? code : 404), response);
    }
}
