package dev.tandem.kit.web;

import dev.tandem.kit.store.Marks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import tools.jackson.databind.json.JsonMapper;

/// What reading any request's body takes.
///
/// @param marks by which a repeated body is told from another one, so that what is kept of it confirms no guess at it
record BodyReading(JsonMapper mapper, Validator validator, Marks marks, int bytesMax) {
    BodyReader of(HttpServletRequest request) {
        return new BodyReader(request, this);
    }
}
