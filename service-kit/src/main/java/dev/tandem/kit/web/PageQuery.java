package dev.tandem.kit.web;

import dev.tandem.kit.store.Hash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a request says about paging, checked when it is first used.
///
/// @param binding hash of caller, path and filter
record PageQuery(String binding, @Nullable String limitText, Optional<String> cursor, WebSettings settings) {

    static PageQuery of(Caller caller, HttpServletRequest request, WebSettings settings) {
        var parts = new ArrayList<String>();
        parts.add(caller.tenant().value());
        parts.add(Operation.of(request));
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!name.equals("cursor") && !name.equals("limit")) {
                parts.add(name);
                parts.add(Hash.id(values));
            }
        });
        var cursor = Optional.ofNullable(request.getParameter("cursor"));
        return new PageQuery(Hash.hex(parts.toArray(String[]::new)), request.getParameter("limit"), cursor, settings);
    }

    int limit() {
        if (limitText == null) {
            return settings.pageLimitDefault();
        }
        var limit = limitText.matches("\\d{1,6}") ? Integer.parseInt(limitText) : 0;
        if (limit < 1 || limit > settings.pageLimitMax()) {
            throw Problem.invalid("limit", "RANGE", "must be a number from 1 to " + settings.pageLimitMax());
        }
        return limit;
    }
}
