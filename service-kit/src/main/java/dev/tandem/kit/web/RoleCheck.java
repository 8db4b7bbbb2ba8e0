package dev.tandem.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses by role before any argument is resolved, so that the refusal depends on nothing but the token.
final class RoleCheck implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && EndpointRules.ours(method)) {
            var allowed = method.getMethodAnnotation(Allowed.class);
            var caller = CallerToken.current();
            if (allowed == null || Arrays.stream(allowed.value()).noneMatch(caller::has)) {
                throw refusal();
            }
        }
        return true;
    }

    static ProblemException refusal() {
        return Problem.forbidden("ROLE", "Your role does not allow this.");
    }
}
