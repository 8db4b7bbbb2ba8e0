package dev.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Who may call what: every operation of the API document is asked by every role, and answers those that `roles.txt`
/// names for it and no other. An operation that has no line there fails, and so does a line without an operation.
@NullMarked
class RolesTest extends RosterTest {

    @Test
    void eachOperationAnswersTheRolesThatItIsForAndNoOther() throws Exception {
        var found = new TreeMap<String, Set<String>>();
        for (var operation : operations()) {
            found.put(operation, answered(operation));
        }

        assertThat(lines(found)).isEqualTo(lines(table()));
        assertThat(found).hasSizeGreaterThan(100);
    }

    @Test
    void nobodyWithoutATokenIsAnswered() throws Exception {
        for (var operation : operations()) {
            assertThat(asked(operation, "")).as(operation).hasStatus(401);
        }
    }

    @Test
    void aStrangerIsToldNothingOfAPartnership() throws Exception {
        register("knows");
        register("known");
        var invited = post(manager("knows"), "/roster/partnerships", """
                {"name": "Both", "with": ["known"], "reason": {"code": "GROWTH", "sentence": "Customers."}}
                """);
        var id = JsonPath.<String>read(invited.getResponse().getContentAsString(), "$.partnership");
        var table = table();
        for (var operation : operations()) {
            if (operation.startsWith("GET /roster/partnerships/{id}")) {
                var path = operation.substring(4).replace("{id}", id).replaceAll("\\{[^}]*}", "1");
                for (var role : EnumSet.complementOf(EnumSet.of(Role.OPERATOR))) {
                    var token = Tokens.bearer("stranger", role);
                    assertThat(get(token, path + "?period=2026-02&jointAccount=j&topic=GIFTS&country=DE&activity=CALL")
                                    .getResponse()
                                    .getStatus())
                            .as("%s by %s", operation, role)
                            .isEqualTo(table.getOrDefault(operation, Set.of()).contains(role.name()) ? 404 : 403);
                }
            }
        }
    }

    private Set<String> answered(String operation) {
        var roles = new TreeSet<String>();
        for (var role : Role.values()) {
            var token = role == Role.OPERATOR ? Tokens.operator() : Tokens.bearer("stranger", role);
            var answer = asked(operation, token);
            if (answer.getResponse().getStatus() != 403) {
                roles.add(role.name());
            } else {
                assertThat(answer).as(operation).bodyJson().isLenientlyEqualTo("{\"code\": \"ROLE\"}");
            }
        }
        return roles;
    }

    private MvcTestResult asked(String operation, String token) {
        var method = HttpMethod.valueOf(operation.substring(0, operation.indexOf(' ')));
        var path = operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]*}", "1");
        return http.method(method)
                .uri(path)
                .header("Authorization", token)
                .header("Idempotency-Key", "roles")
                .exchange();
    }

    private Set<String> operations() throws Exception {
        var api = JsonPath.parse(
                http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString());
        var all = new TreeSet<String>();
        api.<Map<String, Map<String, Object>>>read("$.paths")
                .forEach((path, methods) ->
                        methods.keySet().forEach(method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return all;
    }

    private static String lines(Map<String, Set<String>> table) {
        return table.entrySet().stream()
                .map(line -> line.getKey() + ": " + String.join(" ", line.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Set<String>> table() throws IOException {
        try (var file = Objects.requireNonNull(RolesTest.class.getResourceAsStream("/roles.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(
                            line -> line[0],
                            line -> new TreeSet<>(Arrays.asList(line[1].split(" "))),
                            (one, other) -> one,
                            TreeMap::new));
        }
    }
}
