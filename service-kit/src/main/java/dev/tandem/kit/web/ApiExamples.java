package dev.tandem.kit.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Gives each operation of the API documents an example of a request and of its answer, from `api-examples.json` of the
/// service: by operation, such as `POST /notes/{id}/lines`, what a test sent and was answered.
final class ApiExamples implements GlobalOpenApiCustomizer {
    static final String FILE = "api-examples.json";

    private final Map<String, Example> examples;

    /// @param request null where nothing is sent
    record Example(@Nullable Object request, @Nullable Object response) {}

    ApiExamples(JsonMapper mapper) {
        this.examples = read(mapper);
    }

    private static Map<String, Example> read(JsonMapper mapper) {
        var file = new ClassPathResource(FILE);
        if (!file.exists()) {
            return Map.of();
        }
        try (var in = file.getInputStream()) {
            return mapper.readValue(in, new TypeReference<Map<String, Example>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getPaths() != null) {
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> describe(operation, examples.get(method + " " + path))));
        }
    }

    private static void describe(Operation operation, @Nullable Example example) {
        if (example == null) {
            return;
        }
        if (operation.getRequestBody() != null) {
            describe(operation.getRequestBody().getContent(), example.request());
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                describe(response.getContent(), example.response());
            }
        });
    }

    private static void describe(@Nullable Content content, @Nullable Object example) {
        if (content != null && example != null) {
            content.values().forEach(type -> type.setExample(example));
        }
    }
}
