package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.roster.activity.Facts.Unknown;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An activity as a CRM or a file says it: `partnership`, `kind`, `start`, `minutes`, `jointAccount`, `deal`,
/// `users` (its own, each with an act where it is not `ATTENDED`: `u-7:PRESENTED, u-8`), `invited`, `evidence`.
///
/// @param users none of them looked up yet
record CrmActivity(PartnershipId partnership, Facts facts, List<Unknown> users) {

    /// @throws Unprocessable naming the field that cannot be read
    static CrmActivity of(Map<String, @Nullable String> said) {
        var facts = new Facts(
                read(said, "kind", Kind::valueOf, "send one of " + Arrays.toString(Kind.values())),
                read(said, "start", Instant::parse, "send a time such as 2026-03-02T09:00:00Z"),
                read(said, "minutes", CrmActivity::minutes, "send a whole number from 1 to 720"),
                optional(said, "jointAccount", JointAccountId::new),
                optional(said, "deal", DealId::new),
                List.of(),
                List.of(),
                list(said, "invited", CompanyId::new),
                list(said, "evidence", CrmActivity::evidence));
        return new CrmActivity(
                read(said, "partnership", PartnershipId::new, "send the id of the partnership"),
                facts,
                list(said, "users", CrmActivity::user));
    }

    private static int minutes(String text) {
        var minutes = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (minutes < 1 || minutes > 720) {
            throw new IllegalArgumentException("out of range");
        }
        return minutes;
    }

    private static String evidence(String text) {
        if (text.length() > Reporting.EVIDENCE_LENGTH_MAX) {
            throw new IllegalArgumentException("too long");
        }
        return text;
    }

    private static Unknown user(String text) {
        var colon = text.lastIndexOf(':');
        return colon < 0
                ? new Unknown(new CrmId(text), Act.ATTENDED)
                : new Unknown(
                        new CrmId(text.substring(0, colon).strip()),
                        Act.valueOf(text.substring(colon + 1).strip()));
    }

    private static <T> List<T> list(Map<String, @Nullable String> said, String field, Function<String, T> parse) {
        var text = said.get(field);
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var parts = Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty());
        try {
            return limited(field, parts.map(parse).distinct().toList());
        } catch (IllegalArgumentException unreadable) {
            throw broken(field, "send a list that is separated by commas, of items that are as they should be");
        }
    }

    private static <T> List<T> limited(String field, List<T> items) {
        if (items.size() > Reporting.PEOPLE_MAX) {
            throw broken(field, "send " + Reporting.PEOPLE_MAX + " at most");
        }
        return items;
    }

    private static <T> @Nullable T optional(
            Map<String, @Nullable String> said, String field, Function<String, T> parse) {
        var text = said.get(field);
        return text == null || text.isBlank() ? null : read(said, field, parse, "send an id of the platform's");
    }

    private static <T> T read(Map<String, @Nullable String> said, String field, Function<String, T> parse, String fix) {
        var text = said.get(field);
        if (text == null || text.isBlank()) {
            throw new Unprocessable(List.of(new Violation("fields." + field, "REQUIRED", fix)));
        }
        try {
            return parse.apply(text.strip());
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            throw broken(field, fix);
        }
    }

    private static Unprocessable broken(String field, String fix) {
        return new Unprocessable(List.of(new Violation("fields." + field, "MALFORMED", fix)));
    }
}
