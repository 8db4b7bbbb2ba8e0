package dev.tandem.credit.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.kit.store.Hash;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// The hash of a link: over the hash before it and its own content, as JSON with sorted names and
/// without nulls, so that a field added later leaves old hashes as they are.
final class Seal {
    /// What the first entry of a chain is chained to.
    static final String NOTHING = "";

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Seal() {}

    static Entry sealed(Entry entry) {
        return new Entry(
                entry.seq(),
                entry.deal(),
                entry.cause(),
                entry.knownAt(),
                entry.lines(),
                entry.prevHash(),
                hashOf(entry));
    }

    static String hashOf(Link link) {
        return switch (link) {
            case Entry entry -> hashOf(entry);
            case PeriodClosed closed -> hashOf(closed);
        };
    }

    private static String hashOf(PeriodClosed closed) {
        return Hash.hex(
                closed.prevHash(),
                Long.toString(closed.seq()),
                closed.period().toString(),
                closed.statementHash(),
                CANONICAL.writeValueAsString(closed.signatures()),
                closed.cause(),
                closed.knownAt().toString());
    }

    private static String hashOf(Entry entry) {
        return Hash.hex(
                entry.prevHash(),
                Long.toString(entry.seq()),
                CANONICAL.writeValueAsString(entry.deal()),
                entry.cause(),
                entry.knownAt().toString(),
                CANONICAL.writeValueAsString(entry.lines()));
    }
}
