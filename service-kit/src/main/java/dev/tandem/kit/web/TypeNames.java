package dev.tandem.kit.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import org.springframework.web.bind.annotation.RestController;

/// What types are called in the API documents: a type within another by the names of both, since several policies have
/// rules; only what an endpoint declares for itself by its own name alone.
final class TypeNames extends TypeNameResolver {
    @Override
    protected String getNameOfClass(Class<?> type) {
        var within = type.getEnclosingClass();
        return within == null || within.isAnnotationPresent(RestController.class)
                ? super.getNameOfClass(type)
                : getNameOfClass(within) + super.getNameOfClass(type);
    }
}
