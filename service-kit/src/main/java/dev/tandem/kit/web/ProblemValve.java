package dev.tandem.kit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What Tomcat refuses before any filter runs (a malformed URL or header) is answered in the same form. Public, and
/// without arguments, since Tomcat makes it by name.
public final class ProblemValve extends ErrorReportValve {
    private static final ProblemWriter WRITER = new ProblemWriter(new JsonMapper());

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            WRITER.write(ProblemAdvice.ofStatus(response.getStatus()), response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
