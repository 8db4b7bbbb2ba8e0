package dev.tandem.kit.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/// Documents what the signature of an endpoint already says: roles, headers, paging, body, and how it refuses.
final class ApiOperations implements GlobalOperationComponentsCustomizer {
    private static final Map<String, String> ALWAYS =
            Map.of("400", "broken rules, each named", "401", "no valid token", "403", "not by your role");
    private static final Map<String, String> FOUND = Map.of("404", "nothing here for you");
    private static final Map<String, String> GUARDED =
            Map.of("412", "changed in the meantime", "428", "names no version", "409", "not from the present state");
    private static final Map<String, String> KEYED =
            Map.of("422", "the key was used with another body", "409", "not from the present state");
    private static final Map<String, String> SENT = Map.of("413", "too large", "415", "not JSON, or compressed");
    private static final Map<String, String> DOWN = Map.of("503", "try again later");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        return operation;
    }

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod method) {
        describeRoles(operation, method);
        var refusals = new TreeMap<>(ALWAYS);
        refusals.putAll(FOUND);
        refusals.putAll(DOWN);
        for (var parameter : method.getMethodParameters()) {
            refusals.putAll(describe(operation, components, parameter));
        }
        describeEtag(operation, method);
        markRequired(components, method);
        var problem = schema(components, ProblemAnswer.class);
        refusals.forEach((status, why) -> operation.getResponses().addApiResponse(status, refusal(why, problem)));
        return operation;
    }

    private static void describeRoles(Operation operation, HandlerMethod method) {
        var allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed != null) {
            var roles = Arrays.stream(allowed.value()).map(Role::claim).sorted().collect(Collectors.joining(", "));
            var said = Objects.requireNonNullElse(operation.getDescription(), "");
            operation.setDescription((said + " Roles: " + roles + ".").strip());
        }
    }

    private static Map<String, String> describe(Operation operation, Components components, MethodParameter parameter) {
        var type = parameter.getParameterType();
        if (type == IfMatch.class) {
            operation.addParametersItem(header("If-Match", "The ETag of the version that this change was made from."));
            return GUARDED;
        }
        if (type == IdempotencyKey.class) {
            operation.addParametersItem(
                    header(IdempotencyKey.HEADER, "Your name for this attempt; repeat it to retry without effect."));
            return KEYED;
        }
        if (type == Paging.class) {
            operation.addParametersItem(query("limit", "How many items at most."));
            operation.addParametersItem(query("cursor", "`next` of the page before, with the same filter."));
        }
        if (type == Body.class) {
            var content = new MediaType().schema(schema(components, KitArguments.bodyType(parameter)));
            operation.setRequestBody(
                    new RequestBody().required(true).content(new Content().addMediaType("application/json", content)));
            return SENT;
        }
        return Map.of();
    }

    private static void markRequired(Components components, HandlerMethod method) {
        var required = new RequiredFields(components);
        required.mark(ResolvableType.forMethodReturnType(method.getMethod()));
        for (var parameter : method.getMethodParameters()) {
            required.mark(ResolvableType.forMethodParameter(parameter));
        }
    }

    private static Parameter header(String name, String description) {
        var schema = ApiDocuments.text();
        return new Parameter()
                .in("header")
                .name(name)
                .required(true)
                .description(description)
                .schema(schema);
    }

    private static Parameter query(String name, String description) {
        var schema = ApiDocuments.text();
        return new Parameter()
                .in("query")
                .name(name)
                .required(false)
                .description(description)
                .schema(schema);
    }

    private static void describeEtag(Operation operation, HandlerMethod method) {
        if (method.getReturnType().getParameterType() == ResponseEntity.class) {
            var etag = new Header().description("Version of what is shown.").schema(ApiDocuments.text());
            operation.getResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    response.addHeaderObject("ETag", etag);
                }
            });
        }
    }

    private static Schema<?> schema(Components components, Class<?> type) {
        return SpringDocAnnotationsUtils.extractSchema(components, type, null, new Annotation[0], SpecVersion.V31);
    }

    private static ApiResponse refusal(String why, Schema<?> problem) {
        var content = new Content().addMediaType("application/problem+json", new MediaType().schema(problem));
        return new ApiResponse().description(why).content(content);
    }
}
