package dev.tandem.kit.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/// The API documents at `/v3/api-docs`: OpenAPI 3.1, the same in form for every service.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class KitApiDocumentsAutoConfiguration {
    static {
        ApiDocuments.describeTypes();
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI tandemApi(Environment environment) {
        return ApiDocuments.of(environment.getProperty("spring.application.name", "service"));
    }

    @Bean
    ModelResolver tandemTypes(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new TypeNames()).openapi31(true);
    }

    @Bean
    ApiExamples tandemExamples(JsonMapper mapper) {
        return new ApiExamples(mapper);
    }

    @Bean
    ApiOperations tandemOperations() {
        return new ApiOperations();
    }
}
