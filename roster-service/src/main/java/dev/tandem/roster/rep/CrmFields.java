package dev.tandem.roster.rep;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.intake.Unprocessable;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the fields of what a CRM sends and notes all that is wrong with them; a finding never repeats a value.
public final class CrmFields {
    private final Map<String, @Nullable String> fields;
    private final List<Violation> findings = new ArrayList<>();

    public CrmFields(Map<String, @Nullable String> fields) {
        this.fields = fields;
    }

    /// Null if it is missing or cannot be read.
    public <T> @Nullable T required(String field, Function<String, T> parse, String fix) {
        var text = fields.get(field);
        if (text == null || text.isBlank()) {
            findings.add(new Violation("fields." + field, "REQUIRED", fix));
            return null;
        }
        return optional(field, parse, fix);
    }

    /// Null if it is missing or cannot be read.
    public <T> @Nullable T optional(String field, Function<String, T> parse, String fix) {
        var text = fields.get(field);
        try {
            return text == null || text.isBlank() ? null : parse.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            findings.add(new Violation("fields." + field, "MALFORMED", fix));
            return null;
        }
    }

    /// @throws Unprocessable with all that was found
    public void requireSound() {
        if (!findings.isEmpty()) {
            throw new Unprocessable(findings);
        }
    }
}
