package dev.tandem.kit.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// Holds JSON to what the code already says: within `@NullMarked`, a component that is not `@Nullable` (or Optional)
/// must be there and not null, and no list holds a null. A null never gets past the edge.
final class RequiredComponents extends JacksonAnnotationIntrospector {
    private static final JsonSetter.Value NOTHING_NULL = JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
    private static final JsonSetter.Value NO_NULL_INSIDE = JsonSetter.Value.forContentNulls(Nulls.FAIL);

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        var stated = super.hasRequiredMarker(config, member);
        return (stated == null && required(member)) ? Boolean.TRUE : stated;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        var stated = super.findSetterInfo(config, member);
        if (stated.nonDefaultValueNulls() != null || stated.nonDefaultContentNulls() != null) {
            return stated;
        }
        if (required(member)) {
            return NOTHING_NULL;
        }
        return member instanceof AnnotatedParameter ? NO_NULL_INSIDE : stated;
    }

    private static boolean required(Annotated member) {
        return member instanceof AnnotatedParameter parameter
                && parameter.getRawType() != Optional.class
                && nullMarked(parameter.getDeclaringClass())
                && !type(parameter).isAnnotationPresent(Nullable.class);
    }

    private static AnnotatedType type(AnnotatedParameter parameter) {
        return ((Executable) parameter.getOwner().getAnnotated()).getAnnotatedParameterTypes()[parameter.getIndex()];
    }

    static boolean nullMarked(Class<?> type) {
        return type.getPackage() != null && type.getPackage().isAnnotationPresent(NullMarked.class);
    }
}
