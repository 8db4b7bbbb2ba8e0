package dev.tandem.credit.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// The one text of a value that is hashed: JSON with sorted names and without nulls, so that a
/// field added later leaves old hashes as they are.
public final class Canonical {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Canonical() {}

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
