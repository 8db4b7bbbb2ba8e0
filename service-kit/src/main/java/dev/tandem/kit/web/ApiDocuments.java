package dev.tandem.kit.web;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Set;
import org.springdoc.core.utils.SpringDocUtils;

/// How the API documents of every service begin, and how the value types look in them.
final class ApiDocuments {
    private ApiDocuments() {}

    static OpenAPI of(String service) {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An RS256 token of the platform's issuer for the audience tandem.");
        return new OpenAPI()
                .info(new Info().title("Tandem " + service).version("1").description("Errors are RFC 9457 problems."))
                .components(new Components().addSecuritySchemes("bearer", bearer))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    /// springdoc keeps these for the whole process, hence once and not per document.
    static void describeTypes() {
        var types = SpringDocUtils.getConfig();
        types.addRequestWrapperToIgnore(
                Caller.class,
                Caller.CompanyCaller.class,
                Caller.OperatorCaller.class,
                Body.class,
                IfMatch.class,
                IdempotencyKey.class,
                Paging.class);
        List.of(CompanyId.class, CrmId.class, DealId.class, JointAccountId.class, PartnershipId.class, RepId.class)
                .forEach(id -> types.replaceWithSchema(id, text()));
        types.addSimpleTypePredicateForParameterObject(ApiDocuments::isOneText);
        types.replaceWithSchema(Share.class, text().example("33.34%"));
        types.replaceWithSchema(Money.class, money());
    }

    /// An id within the record of an endpoint's query parameters is one parameter, not an object of its own.
    private static boolean isOneText(Class<?> type) {
        var parts = type.getRecordComponents();
        return parts != null && parts.length == 1 && parts[0].getType() == String.class;
    }

    static Schema<String> text() {
        var schema = new Schema<String>();
        schema.setType("string");
        schema.setTypes(Set.of("string"));
        return schema;
    }

    private static Schema<Object> money() {
        var schema = new Schema<>();
        schema.setType("object");
        schema.setTypes(Set.of("object"));
        schema.addProperty("amount", text().example("1234.50"));
        schema.addProperty("currency", text().example("USD"));
        schema.setRequired(List.of("amount", "currency"));
        return schema;
    }
}
