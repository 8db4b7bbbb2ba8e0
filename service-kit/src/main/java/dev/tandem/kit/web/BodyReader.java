package dev.tandem.kit.web;

import dev.tandem.kit.store.PlainText;
import dev.tandem.kit.web.Problem.Invalid;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.node.ObjectNode;

/// Reads one request's body: media type, size, JSON, type, rules, in this order.
final class BodyReader {
    private final HttpServletRequest request;
    private final BodyReading how;

    BodyReader(HttpServletRequest request, BodyReading how) {
        this.request = request;
        this.how = how;
    }

    ParsedBody parse() {
        requireJson();
        try {
            if (how.mapper().readTree(bytes()) instanceof ObjectNode tree) {
                requireText("", tree);
                var canonical = how.mapper().writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);
                return new ParsedBody(tree, how.marks().of("body", canonical.writeValueAsString(tree)));
            }
        } catch (JacksonException malformed) {
            throw new Invalid(List.of(Violations.ofSyntax(malformed))).exception();
        }
        throw Problem.invalid("body", "REQUIRED", "must be a JSON object");
    }

    private static void requireText(String at, JsonNode value) {
        if (value.isString() && !PlainText.is(value.stringValue())) {
            throw Problem.invalid(at, "NOT_TEXT", "holds a control character or half of a character");
        }
        value.properties().forEach(field -> {
            var name = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
            requireText(PlainText.is(name) ? name : at, field.getValue());
        });
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            requireText(at + "[" + i + "]", value.get(i));
        }
    }

    <T> T decode(ParsedBody body, Class<T> type) {
        try {
            var value = how.mapper().treeToValue(body.tree(), type);
            var broken = how.validator().validate(value);
            if (broken.isEmpty()) {
                return value;
            }
            throw new Invalid(Violations.of(broken)).exception();
        } catch (JacksonException mismatch) {
            throw new Invalid(Violations.ofMismatch(mismatch, body.tree())).exception();
        }
    }

    /// A compressed body is refused, not unpacked: its size says nothing about what it unpacks to.
    private void requireJson() {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (!isJson(request.getContentType()) || (encoding != null && !encoding.equalsIgnoreCase("identity"))) {
            throw new Problem.UnsupportedMedia(List.of(MediaType.APPLICATION_JSON_VALUE)).exception();
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private byte[] bytes() {
        var bytesMax = how.bytesMax();
        if (request.getContentLengthLong() > bytesMax) {
            throw new Problem.TooLarge(bytesMax).exception();
        }
        try {
            var bytes = request.getInputStream().readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new Problem.TooLarge(bytesMax).exception();
            }
            return bytes;
        } catch (IOException broken) {
            throw Problem.invalid("body", "MALFORMED", "broke off before its end");
        }
    }
}
