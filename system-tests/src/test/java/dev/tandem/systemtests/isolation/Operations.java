package dev.tandem.systemtests.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.standalone.platform.Part;
import dev.tandem.systemtests.running.RunningPlatform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// All operations of all services, read from the documents that they serve at this moment.
final class Operations {
    static final Map<String, Part> SERVICES =
            new TreeMap<>(Map.of("accounts", Part.ACCOUNTS, "roster", Part.ROSTER, "credit", Part.CREDIT));

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern ROLES = Pattern.compile("Roles: ([a-z, -]+)\\.");

    private Operations() {}

    static List<Operation> all() {
        var all = new ArrayList<Operation>();
        SERVICES.forEach((service, part) -> {
            var document = RunningPlatform.api()
                    .operator()
                    .get("/v3/api-docs/" + service)
                    .expect(200)
                    .json();
            all.addAll(read(part, document));
        });
        return all;
    }

    static List<Operation> read(Part service, JsonNode document) {
        var found = new ArrayList<Operation>();
        document.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> found.add(read(service, path.getKey(), method))));
        return found;
    }

    private static Operation read(Part service, String path, Map.Entry<String, JsonNode> method) {
        var operation = method.getValue();
        return new Operation(
                service,
                method.getKey().toUpperCase(Locale.ROOT),
                path,
                roles(path, operation.at("/description").asString("")),
                required(operation, "query"),
                body(operation));
    }

    private static String body(JsonNode operation) {
        return operation.at("/requestBody/content").propertyNames().stream()
                .findFirst()
                .orElse("");
    }

    private static Set<String> roles(String path, String description) {
        var said = ROLES.matcher(description);
        assertThat(said.find()).as("the document of %s names its roles", path).isTrue();
        return Set.copyOf(Arrays.asList(said.group(1).split(", ")));
    }

    private static Set<String> required(JsonNode operation, String where) {
        var names = new TreeSet<String>();
        for (var parameter : operation.at("/parameters")) {
            if (where.equals(parameter.at("/in").asString(""))
                    && parameter.at("/required").asBoolean(false)) {
                names.add(parameter.at("/name").asString());
            }
        }
        return names;
    }
}
