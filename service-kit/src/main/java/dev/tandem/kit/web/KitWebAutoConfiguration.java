package dev.tandem.kit.web;

import dev.tandem.kit.store.Marks;
import jakarta.validation.Validator;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// What a service gets by depending on the kit: strict JSON, the kit's arguments, roles, problem answers.
@AutoConfiguration(
        before = {JacksonAutoConfiguration.class, ErrorMvcAutoConfiguration.class, WebMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebSettings.class)
public class KitWebAutoConfiguration {

    @Bean
    JsonFactoryBuilderCustomizer strictJsonLimits() {
        return StrictJson::limit;
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return StrictJson::tighten;
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper mapper) {
        return new ProblemWriter(mapper);
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemWriter writer, WebSettings settings) {
        return new ProblemAdvice(writer, settings);
    }

    @Bean
    ProblemErrors problemErrors(ProblemWriter writer) {
        return new ProblemErrors(writer);
    }

    @Bean
    KitArguments kitArguments(JsonMapper mapper, Validator validator, WebSettings settings) {
        var bodies = new BodyReading(mapper, validator, new Marks(settings.markKey()), settings.bodyMaxBytes());
        return new KitArguments(bodies, new Cursors(settings.cursorKey()), settings);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemValve() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    @Bean
    EndpointRules endpointRules(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        return new EndpointRules(endpoints);
    }
}
