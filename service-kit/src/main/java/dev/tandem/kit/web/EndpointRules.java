package dev.tandem.kit.web;

import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Caller.OperatorCaller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Looks at every endpoint when the service starts: one that is open by oversight, repeatable without a key, or
/// changeable without a version keeps the service from starting.
final class EndpointRules implements SmartInitializingSingleton {
    private static final Set<RequestMethod> CHANGES =
            Set.of(RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);
    private final RequestMappingHandlerMapping endpoints;

    EndpointRules(RequestMappingHandlerMapping endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var broken = endpoints.getHandlerMethods().entrySet().stream()
                .filter(endpoint -> ours(endpoint.getValue()))
                .flatMap(endpoint -> broken(endpoint.getKey(), endpoint.getValue()))
                .toList();
        if (!broken.isEmpty()) {
            throw new IllegalStateException("endpoints break the rules: " + String.join("; ", broken));
        }
    }

    /// Spring's and springdoc's own endpoints are guarded by path instead.
    static boolean ours(HandlerMethod method) {
        var type = method.getBeanType();
        return !ErrorController.class.isAssignableFrom(type) && !type.getName().startsWith("org.spring");
    }

    private static Stream<String> broken(RequestMappingInfo route, HandlerMethod method) {
        var verbs = route.getMethodsCondition().getMethods();
        var broken = new ArrayList<String>();
        if (verbs.isEmpty()) {
            broken.add("names no HTTP method");
        }
        if (verbs.contains(RequestMethod.POST) && !takes(method, IdempotencyKey.class)) {
            broken.add("a POST takes an IdempotencyKey");
        }
        if (verbs.stream().anyMatch(CHANGES::contains) && !takes(method, IfMatch.class)) {
            broken.add("a change takes an IfMatch");
        }
        if (parameters(method).anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
            broken.add("a body is taken as Body<T>, which is read after the checks");
        }
        broken.addAll(brokenRoles(method));
        return broken.stream().map(rule -> method.getShortLogMessage() + ": " + rule);
    }

    private static List<String> brokenRoles(HandlerMethod method) {
        var allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null || allowed.value().length == 0) {
            return List.of("lacks @Allowed");
        }
        var roles = List.of(allowed.value());
        if (roles.contains(Role.OPERATOR) && takes(method, CompanyCaller.class)) {
            return List.of("an operator is no CompanyCaller");
        }
        if (!roles.equals(List.of(Role.OPERATOR)) && takes(method, OperatorCaller.class)) {
            return List.of("only an operator is an OperatorCaller");
        }
        return List.of();
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return parameters(method).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static Stream<MethodParameter> parameters(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters());
    }
}
