package dev.tandem.standalone.demo;

import static dev.tandem.standalone.demo.Stage.ACME;
import static dev.tandem.standalone.demo.Stage.GLOBEX;

import dev.tandem.contracts.CrmId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What one company sees of the joint accounts, and both together know.
///
/// @param rows by joint account
record Joint(String company, Map<String, JsonNode> rows) {
    static Joint of(Stage stage, String company, String partnership) {
        var rows = new TreeMap<String, JsonNode>();
        stage.manager(company)
                .all(Paths.of(partnership) + "/overlap")
                .forEach(row -> rows.put(row.path("jointAccount").asString(), row));
        return new Joint(company, rows);
    }

    static List<Joint> both(Stage stage, String partnership) {
        return List.of(of(stage, ACME, partnership), of(stage, GLOBEX, partnership));
    }

    /// The joint account of the company's own account.
    Optional<String> with(CrmId ownAccount) {
        return rows.values().stream()
                .filter(row -> row.path("ownAccount").asString("").equals(ownAccount.value()))
                .map(row -> row.path("jointAccount").asString())
                .findFirst();
    }
}
