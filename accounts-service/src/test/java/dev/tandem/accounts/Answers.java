package dev.tandem.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All that one company can read by REST, byte for byte: each GET operation that the API's description has, of each id
/// that the company knows, by each filter, in each form, page by page. An operation that names an id or a parameter
/// that is not known here fails, so that none is ever left out.
final class Answers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGES_MAX = 60;
    private static final String SPREADSHEET = "spreadsheetml";

    /// What no company reads: how the service itself stands.
    private static final Set<String> OPERATORS = Set.of("/accounts/read-models");

    /// They change from one answer to the next by themselves.
    private static final Set<String> MOMENTARY = Set.of("Date", "RateLimit", "RateLimit-Policy", "traceparent");

    private static final Pattern ID = Pattern.compile("([a-z-]+)/\\{[A-Za-z]+}");

    private final MockMvc http;
    private final String company;
    private final Map<String, List<String>> ids;
    private final Map<String, List<String>> filters;
    private final Map<String, String> found = new TreeMap<>();
    private final Map<String, String> work = new TreeMap<>();

    /// @param ids by the collection that they stand behind in a path
    /// @param filters by a parameter's name, each as a query; empty for those that are named with another
    Answers(MockMvc http, String company, Map<String, List<String>> ids, Map<String, List<String>> filters) {
        this.http = http;
        this.company = company;
        this.ids = ids;
        this.filters = filters;
    }

    /// By what was asked.
    Map<String, String> read() throws Exception {
        found.clear();
        work.clear();
        var document = JSON.readTree(send("/v3/api-docs", "application/json").getContentAsString(UTF_8));
        for (var path : document.at("/paths").properties()) {
            var operation = path.getValue().at("/get");
            if (!operation.isMissingNode() && OPERATORS.stream().noneMatch(path.getKey()::startsWith)) {
                read(path.getKey(), operation);
            }
        }
        return Map.copyOf(found);
    }

    /// What each answer asked of the store when all were read last.
    Map<String, String> work() {
        return Map.copyOf(work);
    }

    private void read(String path, JsonNode operation) throws Exception {
        var forms = operation.at("/responses/200/content").propertyNames();
        for (var place : places(path)) {
            for (var query : queries(path, operation)) {
                for (var form : forms.isEmpty() ? List.of("*/*") : forms) {
                    read(place + query, form, isPaged(operation));
                }
            }
        }
    }

    private void read(String place, String form, boolean paged) throws Exception {
        keep(place, form, send(place, form));
        var next = paged ? more(place, "limit=1") : "";
        for (int page = 0; !next.isEmpty(); page++) {
            assertThat(page).as("pages of %s", place).isLessThan(PAGES_MAX);
            var answer = send(next, form);
            keep(next, form, answer);
            var body = JSON.readTree(answer.getContentAsString(UTF_8));
            var items = body.has("accounts") ? body.at("/accounts") : body;
            var cursor = items.at("/next").asString("");
            next = cursor.isEmpty() || items.at("/items").isEmpty() ? "" : more(place, "limit=1&cursor=" + cursor);
        }
    }

    private static String more(String place, String query) {
        return place + (place.contains("?") ? "&" : "?") + query;
    }

    private void keep(String place, String form, MockHttpServletResponse answer) throws IOException {
        assertThat(answer.getStatus()).as("%s as %s", place, form).isEqualTo(200);
        var headers = new TreeMap<String, List<String>>();
        answer.getHeaderNames().stream()
                .filter(name -> !MOMENTARY.contains(name))
                .forEach(name -> headers.put(name, answer.getHeaders(name)));
        work.put(form + " " + place, StoreReads.take());
        found.put(
                form + " " + place,
                headers + "\n" + body(String.valueOf(answer.getContentType()), answer.getContentAsByteArray()));
    }

    /// Of a workbook all but when it was made.
    private static String body(String type, byte[] bytes) throws IOException {
        if (!type.contains(SPREADSHEET)) {
            return new String(bytes, UTF_8);
        }
        var parts = new TreeMap<String, String>();
        var file = Files.createTempFile("answer", ".zip");
        Files.write(file, bytes);
        try (var zip = new ZipFile(file.toFile())) {
            for (var part : zip.stream().toList()) {
                parts.put(part.getName(), new String(zip.getInputStream(part).readAllBytes(), UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        parts.keySet().removeIf(name -> name.startsWith("docProps"));
        return parts.toString();
    }

    /// The path with each id that is known for it.
    private List<String> places(String path) {
        var id = ID.matcher(path);
        if (!id.find()) {
            assertThat(path).as("an id that is not known to this test").doesNotContain("{");
            return List.of(path);
        }
        return known(ids, id.group(1), path).stream()
                .map(known -> path.substring(0, id.start()) + id.group(1) + "/" + known + path.substring(id.end()))
                .flatMap(next -> places(next).stream())
                .toList();
    }

    private List<String> queries(String path, JsonNode operation) {
        var needed = new ArrayList<String>();
        var others = new ArrayList<>(List.of(""));
        for (var parameter : operation.at("/parameters")) {
            var name = parameter.at("/name").asString();
            if (parameter.at("/in").asString().equals("query")
                    && !Set.of("limit", "cursor").contains(name)) {
                (isNeeded(parameter) ? needed : others).addAll(known(filters, name, path));
            }
        }
        return (needed.isEmpty() ? others : needed)
                .stream().map(query -> query.isEmpty() ? "" : "?" + query).toList();
    }

    /// A missing rule is answered as a wrong one, so it is not marked as needed.
    private static boolean isNeeded(JsonNode parameter) {
        return parameter.at("/required").asBoolean(false)
                || parameter.at("/name").asString().equals("rule");
    }

    private static List<String> known(Map<String, List<String>> all, String name, String path) {
        var known = all.get(name);
        if (known == null) {
            throw new AssertionError("What is to be asked for " + name + " of " + path + "? Tell it to this test.");
        }
        return known;
    }

    private static boolean isPaged(JsonNode operation) {
        for (var parameter : operation.at("/parameters")) {
            if (parameter.at("/name").asString().equals("cursor")) {
                return true;
            }
        }
        return false;
    }

    static String query(String... namesAndValues) {
        var query = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i] + "="
                    + URLEncoder.encode(namesAndValues[i + 1], UTF_8).replace("+", "%20"));
        }
        return String.join("&", query);
    }

    MockHttpServletResponse send(String place, String form) throws Exception {
        var roles = new Role[] {Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM, Role.FINANCE, Role.REP};
        StoreReads.take();
        return http.perform(get(URI.create(place))
                        .accept(MediaType.parseMediaType(form))
                        .header("Authorization", Tokens.bearer(company, roles)))
                .andReturn()
                .getResponse();
    }
}
