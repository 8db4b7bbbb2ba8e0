package dev.tandem.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.servlet.HandlerMapping;

/// Names what is being called: method, route and the ids in the path, decoded, so that two spellings of one URL are
/// one operation and one key for two parents never meets.
final class Operation {
    private Operation() {}

    static String of(HttpServletRequest request) {
        var ids = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var sorted = new TreeMap<String, String>();
        if (ids instanceof Map<?, ?> found) {
            found.forEach((name, value) -> sorted.put(String.valueOf(name), String.valueOf(value)));
        }
        return request.getMethod() + " " + pattern(request) + " " + sorted;
    }

    static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }
}
