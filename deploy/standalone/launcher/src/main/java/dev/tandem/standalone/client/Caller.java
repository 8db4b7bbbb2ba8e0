package dev.tandem.standalone.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Calls the API with one token. Any status is an answer; only silence is an exception ([Api.Unreachable]).
public final class Caller {
    private static final int PAGE_ITEMS = 200;

    private final Api api;
    private final String token;

    Caller(Api api, String token) {
        this.api = api;
        this.token = token;
    }

    public Answer get(String path) {
        return send("GET", path, Map.of(), null);
    }

    /// @param accept a media type, for example `text/csv`
    public Answer get(String path, String accept) {
        return send("GET", path, Map.of("Accept", accept), null);
    }

    /// @param key the idempotency key: the same key does the same thing once
    public Answer post(String path, String key, String json) {
        return send("POST", path, Map.of("Idempotency-Key", key), json);
    }

    /// @param etag of the resource as it was seen last
    /// @param json null where the command needs no body
    public Answer post(String path, String key, String etag, @Nullable String json) {
        return send("POST", path, Map.of("Idempotency-Key", key, "If-Match", etag), json);
    }

    public Answer put(String path, String etag, String json) {
        return send("PUT", path, Map.of("If-Match", etag), json);
    }

    /// For all else; a body is sent as JSON unless a `Content-Type` says otherwise.
    public Answer send(String method, String path, Map<String, String> headers, @Nullable String body) {
        var all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        if (body != null) {
            all.putIfAbsent("Content-Type", "application/json");
        }
        return api.send(method, path, all, body);
    }

    /// The items of all pages of a list.
    ///
    /// @throws Answer.Unexpected when one is not answered with 200
    public List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var paged = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE_ITEMS;
        for (@Nullable String next = paged; next != null; ) {
            var page = get(next).expect(200).json();
            page.path("items").forEach(items::add);
            var cursor = page.path("next").asString("");
            next = cursor.isEmpty() ? null : paged + "&cursor=" + encoded(cursor);
        }
        return items;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
