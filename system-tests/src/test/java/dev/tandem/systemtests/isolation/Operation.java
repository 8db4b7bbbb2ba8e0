package dev.tandem.systemtests.isolation;

import dev.tandem.standalone.platform.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// One operation as its service documents it.
///
/// @param path with its parameters, e.g. `/roster/reps/{rep}`
/// @param roles who may use it, by wire name
/// @param query what it demands in the query string
/// @param body the media type of its body, empty for none
record Operation(Part service, String method, String path, Set<String> roles, Set<String> query, String body) {
    private static final Pattern PARAMETER = Pattern.compile("([^/{}]+)/\\{([^}]+)}");

    Operation {
        roles = Set.copyOf(roles);
        query = Set.copyOf(query);
    }

    /// The collections whose ids the path names, in order: `partnerships`, `revisions`. Each service parks its own
    /// events, hence `roster parked`.
    List<String> collections() {
        return PARAMETER
                .matcher(path)
                .results()
                .map(found -> collection(found.group(1)))
                .toList();
    }

    private String collection(String segment) {
        return segment.equals("parked") ? path.substring(1, path.indexOf('/', 1)) + " parked" : segment;
    }

    boolean changes() {
        return !"GET".equals(method);
    }

    /// The path for these ids, with what the query string must hold.
    ///
    /// @param ids by collection
    String at(Map<String, String> ids) {
        var filled = PARAMETER
                .matcher(path)
                .replaceAll(found -> found.group(1) + "/" + ids.getOrDefault(collection(found.group(1)), "unknown"));
        return query.contains("period") ? filled + "?period=2026-01" : filled;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
