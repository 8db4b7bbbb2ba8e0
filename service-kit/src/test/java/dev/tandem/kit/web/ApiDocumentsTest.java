package dev.tandem.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

@WebServer
@WithTokens
class ApiDocumentsTest {
    @LocalServerPort
    int port;

    @Autowired
    JsonMapper mapper;

    private JsonNode api = MissingNode.getInstance();

    @BeforeEach
    void read() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                .build();
        api = mapper.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    @Test
    void isOpenApi31WithABearerToken() {
        assertThat(api.at("/openapi").stringValue()).startsWith("3.1");
        assertThat(api.at("/components/securitySchemes/bearer/scheme").stringValue())
                .isEqualTo("bearer");
        assertThat(api.at("/security/0/bearer").isArray()).isTrue();
    }

    @Test
    void showsTheTypeOfALazyBody() {
        var schema = operation("/notes", "post").at("/requestBody/content/application~1json/schema");

        assertThat(schema.get("$ref").stringValue()).endsWith("/NewNote");
        assertThat(api.at("/components/schemas/NewNote/properties/lines/items/$ref")
                        .stringValue())
                .endsWith("/Line");
    }

    @Test
    void namesAnIdInARecordOfParametersAsItIsAskedFor() {
        var parameters = operation("/notes/alike", "get").at("/parameters");
        var names = new ArrayList<String>();
        parameters.forEach(each -> {
            names.add(each.at("/in").stringValue() + " " + each.at("/name").stringValue());
            assertThat(each.at("/schema/type").toString()).contains("string");
        });

        assertThat(names).containsExactly("query note", "query owner", "query tier");
    }

    @Test
    void requiresWhatTheCodeRequires() {
        assertThat(texts(api.at("/components/schemas/NewNote/required")))
                .containsExactlyInAnyOrder("title", "price", "share", "lines");
        assertThat(texts(api.at("/components/schemas/Line/required")))
                .containsExactlyInAnyOrder("reason", "weight", "open");
        assertThat(texts(api.at("/components/schemas/Reason/required"))).containsExactlyInAnyOrder("code", "sentence");
        assertThat(texts(api.at("/components/schemas/PageInteger/required"))).isEmpty();
    }

    @Test
    void showsMoneySharesAndIdsAsTexts() {
        var note = api.at("/components/schemas/NewNote/properties");

        assertThat(note.at("/price/properties/amount/type").stringValue()).isEqualTo("string");
        assertThat(note.at("/price/properties/currency/type").stringValue()).isEqualTo("string");
        assertThat(note.at("/price/properties").size()).isEqualTo(2);
        assertThat(note.at("/share/type").stringValue()).isEqualTo("string");
        assertThat(api.at("/components/schemas/Note/properties/id/type").stringValue())
                .isEqualTo("string");
        assertThat(api.at("/components/schemas/Note/properties/owner/type").stringValue())
                .isEqualTo("string");
        assertThat(parameter("/notes/{id}", "get", "id").at("/schema/type").stringValue())
                .isEqualTo("string");
    }

    @Test
    void documentsTheHeadersThatAnEndpointAsksFor() {
        assertThat(parameter("/notes", "post", "Idempotency-Key")
                        .at("/required")
                        .booleanValue())
                .isTrue();
        assertThat(parameter("/notes/{id}", "put", "If-Match").at("/required").booleanValue())
                .isTrue();
        assertThat(operation("/notes/{id}", "get")
                        .at("/responses/200/headers/ETag")
                        .isObject())
                .isTrue();
    }

    @Test
    void documentsPagingAndNoneOfTheKitsOwnTypes() {
        assertThat(names("/notes", "get")).containsExactlyInAnyOrder("tier", "limit", "cursor");
        assertThat(names("/notes/{id}", "put")).containsExactlyInAnyOrder("id", "If-Match");
    }

    @Test
    void documentsRolesAndRefusals() {
        var change = operation("/notes/{id}", "put");

        assertThat(change.get("description").stringValue()).contains("Roles: alliance-manager.");
        for (var status : List.of("400", "401", "403", "404", "409", "412", "413", "415", "428", "503")) {
            assertThat(change.at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                            .stringValue())
                    .endsWith("/Problem");
        }
    }

    private JsonNode operation(String path, String method) {
        return api.get("paths").get(path).get(method);
    }

    private JsonNode parameter(String path, String method, String name) {
        for (var parameter : operation(path, method).get("parameters")) {
            if (parameter.get("name").stringValue().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError("no parameter " + name);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    private List<String> names(String path, String method) {
        var names = new ArrayList<String>();
        operation(path, method)
                .get("parameters")
                .forEach(parameter -> names.add(parameter.get("name").stringValue()));
        return names;
    }
}
