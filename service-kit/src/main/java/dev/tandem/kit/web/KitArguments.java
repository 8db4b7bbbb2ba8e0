package dev.tandem.kit.web;

import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What a controller method may ask for beside Spring's own arguments.
final class KitArguments implements WebMvcConfigurer {
    private final BodyReading bodies;
    private final Cursors cursors;
    private final WebSettings settings;

    KitArguments(BodyReading bodies, Cursors cursors, WebSettings settings) {
        this.bodies = bodies;
        this.cursors = cursors;
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleCheck()).order(Integer.MIN_VALUE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new KitArgument(Caller.class, (parameter, _) -> caller(parameter)));
        resolvers.add(new KitArgument(IfMatch.class, (_, request) -> new IfMatch(request.getHeader("If-Match"))));
        resolvers.add(new KitArgument(
                IdempotencyKey.class,
                (_, request) -> IdempotencyKey.of(CallerToken.current(), request, bodies.marks())));
        resolvers.add(new KitArgument(
                Paging.class,
                (_, request) -> new Paging(PageQuery.of(CallerToken.current(), request, settings), cursors)));
        resolvers.add(new KitArgument(
                Body.class, (parameter, request) -> new Body<>(bodies.of(request), bodyType(parameter))));
    }

    /// An operator who calls what belongs to companies is refused, as by role, and the other way round.
    private static Caller caller(MethodParameter parameter) {
        var caller = CallerToken.current();
        if (!parameter.getParameterType().isInstance(caller)) {
            throw RoleCheck.refusal();
        }
        return caller;
    }

    static Class<?> bodyType(MethodParameter parameter) {
        return ResolvableType.forMethodParameter(parameter).getGeneric(0).toClass();
    }
}
