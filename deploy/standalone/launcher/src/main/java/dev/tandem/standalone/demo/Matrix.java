package dev.tandem.standalone.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The overlap, counted by one side's populations across the other's.
///
/// @param cells what is shown, by own and partner's population
record Matrix(Map<List<String>, String> cells) {
    private static final List<String> POPULATIONS = List.of("CUSTOMERS", "OPEN_OPPORTUNITIES", "PROSPECTS");

    static Matrix of(JsonNode body) {
        var cells = new LinkedHashMap<List<String>, String>();
        body.path("cells")
                .forEach(cell -> cells.put(
                        List.of(
                                cell.path("ownPopulation").asString(),
                                cell.path("partnerPopulation").asString()),
                        cell.path("count").isMissingNode()
                                ? cell.path("shown").asString("").toLowerCase(Locale.ROOT)
                                : cell.path("count").asString()));
        return new Matrix(cells);
    }

    /// As the other side reads it.
    Matrix turned() {
        var turned = new LinkedHashMap<List<String>, String>();
        cells.forEach((populations, shown) -> turned.put(populations.reversed(), shown));
        return new Matrix(turned);
    }

    long sum() {
        return cells.values().stream()
                .filter(shown -> shown.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .sum();
    }

    Table table(String own, String partner) {
        var head = new ArrayList<Object>(List.of(own + " across " + partner));
        POPULATIONS.forEach(population -> head.add(word(population)));
        var table = new Table(head.toArray());
        for (var mine : POPULATIONS) {
            var row = new ArrayList<Object>(List.of(word(mine)));
            POPULATIONS.forEach(theirs -> row.add(String.valueOf(cells.get(List.of(mine, theirs)))));
            table.row(row.toArray());
        }
        return table;
    }

    private static String word(String population) {
        return population.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
