package dev.tandem.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Caller.OperatorCaller;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EndpointRulesTest {

    @Controller
    static class Open {
        @GetMapping("/open")
        void open() {}
    }

    @Controller
    static class NoRoles {
        @GetMapping("/nobody")
        @Allowed({})
        void nobody() {}
    }

    @Controller
    static class Keyless {
        @PostMapping("/keyless")
        @Allowed(Role.ADMIN)
        void create(Body<String> body) {}
    }

    @Controller
    static class Blind {
        @DeleteMapping("/blind")
        @Allowed(Role.ADMIN)
        void delete() {}
    }

    @Controller
    static class Eager {
        @PostMapping("/eager")
        @Allowed(Role.ADMIN)
        void create(IdempotencyKey key, @RequestBody String body) {}
    }

    @Controller
    static class AnyVerb {
        @RequestMapping("/any")
        @Allowed(Role.ADMIN)
        void any() {}
    }

    @Controller
    static class Misfit {
        @GetMapping("/misfit")
        @Allowed({Role.OPERATOR, Role.ADMIN})
        void misfit(CompanyCaller caller) {}
    }

    @Controller
    static class OtherMisfit {
        @GetMapping("/misfit")
        @Allowed({Role.OPERATOR, Role.ADMIN})
        void misfit(OperatorCaller caller) {}
    }

    @Test
    void letsSoundEndpointsStart() {
        assertThatCode(() -> start(Notes.class)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnEndpointWithoutRoles() {
        assertRefused(Open.class, "lacks @Allowed");
        assertRefused(NoRoles.class, "lacks @Allowed");
    }

    @Test
    void refusesACreateWithoutKeyAndAChangeWithoutVersion() {
        assertRefused(Keyless.class, "IdempotencyKey");
        assertRefused(Blind.class, "IfMatch");
    }

    @Test
    void refusesABodyThatIsReadBeforeTheChecks() {
        assertRefused(Eager.class, "Body<T>");
    }

    @Test
    void refusesAnEndpointThatNamesNoMethod() {
        assertRefused(AnyVerb.class, "no HTTP method");
    }

    @Test
    void refusesACallerThatARoleCannotBe() {
        assertRefused(Misfit.class, "no CompanyCaller");
        assertRefused(OtherMisfit.class, "OperatorCaller");
    }

    private static void assertRefused(Class<?> controller, String rule) {
        assertThatThrownBy(() -> start(controller))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(controller.getSimpleName())
                .hasMessageContaining(rule);
    }

    private static void start(Class<?> controller) {
        try (var context = new StaticApplicationContext()) {
            context.registerSingleton("controller", controller);
            var endpoints = new RequestMappingHandlerMapping();
            endpoints.setApplicationContext(context);
            endpoints.afterPropertiesSet();
            assertThat(endpoints.getHandlerMethods()).isNotEmpty();
            new EndpointRules(endpoints).afterSingletonsInstantiated();
        }
    }
}
