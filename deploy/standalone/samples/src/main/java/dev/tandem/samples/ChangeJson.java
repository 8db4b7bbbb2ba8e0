package dev.tandem.samples;

import dev.tandem.contracts.crm.CrmChange;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The body of a change; the sequence is a decimal string, as the input contract has it, so that no digit is lost.
final class ChangeJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ChangeJson() {}

    static String write(CrmChange change) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("objectType", change.objectType());
        body.put("objectId", change.objectId().value());
        if (change.sourceSequence() != null) {
            body.put("sourceSequence", change.sourceSequence().toString());
        }
        body.put("change", change.change().name());
        body.put("fields", change.fields());
        return JSON.writeValueAsString(body);
    }

    static String line(Object value) {
        return JSON.writeValueAsString(value);
    }
}
