package dev.tandem.standalone.demo;

import dev.tandem.standalone.client.Caller;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What became of the records that a company's CRM has sent, counted.
///
/// @param parked with field, rule and fix; among them those that could not even be read, which have no receipt
record Receipts(Map<Outcome, Integer> counts, List<Parked> parked) {
    enum Outcome {
        APPLIED,
        UNCHANGED,
        SUPERSEDED,
        PENDING,
        PARKED
    }

    /// @param place on the broker
    record Parked(String place, String key, String field, String rule, String fix) {
        static Parked of(JsonNode event) {
            var finding = event.path("findings").path(0);
            return new Parked(
                    event.path("id").asString(),
                    event.path("key").asString(""),
                    finding.path("field").asString(""),
                    finding.path("rule").asString(""),
                    finding.path("message").asString(""));
        }
    }

    static Receipts of(Caller crm) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        var places = new HashSet<String>();
        all(crm, "receipts").forEach(receipt -> {
            places.add(receipt.path("id").asString().replace('/', '-'));
            counts.merge(Outcome.valueOf(receipt.path("outcome").asString()), 1, Integer::sum);
        });
        var parked = all(crm, "parked").map(Parked::of).toList();
        parked.stream()
                .filter(event -> !places.contains(event.place()))
                .forEach(_ -> counts.merge(Outcome.PARKED, 1, Integer::sum));
        return new Receipts(counts, parked);
    }

    private static Stream<JsonNode> all(Caller crm, String what) {
        return Stream.of("/roster/", "/accounts/").flatMap(service -> crm.all(service + what).stream());
    }

    int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
