package dev.tandem.roster.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.csv.CsvRows.Form;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.RosterTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NullMarked
class RepImportTest extends RosterTest {
    private static final String FILE = """
            crmUser,name,email,role,territory,managerUser,skills
            U1,Kim Lee,kim@x.example,Account Executive,North,U2,"Go, Java"
            U2,Pat Poe,pat@x.example,Sales Manager,North,,
            """;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Importing importing;

    @Autowired
    private RepTable table;

    @Test
    void aFileIsTakenRowByRowAndAgainChangesNothing() throws Exception {
        register("gringotts");
        assertThat(file("gringotts", "plan", "?dryRun=true", FILE))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.applied")
                .isEqualTo(2);
        assertThat(get(admin("gringotts"), "/roster/reps")).bodyJson().isStrictlyEqualTo("{\"items\": []}");

        var accepted = file("gringotts", "k1", "", FILE);
        assertThat(accepted).hasStatus(202);
        var location = "" + accepted.getResponse().getHeader("Location");
        done("gringotts", location, 2, 0);
        assertThat(rows("gringotts", location)).containsExactly(Map.entry(2, "APPLIED"), Map.entry(3, "APPLIED"));
        await().untilAsserted(() -> assertThat(get(admin("gringotts"), "/roster/reps"))
                .bodyText()
                .contains("Go, Java", "Sales Manager", "\"manager\""));

        assertThat(file("gringotts", "k1", "", FILE)).hasStatus(202);
        assertThat(file("gringotts", "k1", "", FILE.replace("North", "South"))).hasStatus(422);
        var again = file("gringotts", "k2", "", FILE);
        done("gringotts", "" + again.getResponse().getHeader("Location"), 0, 2);
    }

    @Test
    void aFileWithAWrongLineImportsNothing() {
        register("stark2");
        assertThat(file("stark2", "k1", "", FILE + "U3,,,,,,\n"))
                .hasStatus(400)
                .bodyText()
                .contains("line 4, name");
        assertThat(get(admin("stark2"), "/roster/reps")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        assertThat(post(admin("stark2"), "/roster/rep-imports", "{}")).hasStatus(415);
        assertThat(file(Tokens.bearer("stark2", Role.REP), "k1", "", FILE)).hasStatus(403);
    }

    @Test
    void anImportThatWasCutOffGoesOnAndEachRowEndsAsItDid() throws Exception {
        register("umbrella2");
        var location = "" + file("umbrella2", "k1", "", FILE).getResponse().getHeader("Location");
        done("umbrella2", location, 2, 0);
        var id = location.substring(location.lastIndexOf('/') + 1);
        var parts = mongo.find(
                new Query(Criteria.where("_id").is(id + "-000000")), org.bson.Document.class, "table_import_parts");
        assertThat(parts.toString()).doesNotContain("Kim Lee");

        asIfCutOff(id);
        importing.resume();

        done("umbrella2", location, 2, 0);
        assertThat(rows("umbrella2", location)).containsExactly(Map.entry(2, "APPLIED"), Map.entry(3, "APPLIED"));
    }

    @Test
    void whoIsErasedIsTakenOutOfTheRowsThatWait() {
        register("umbrella3");
        var location = "" + file("umbrella3", "k1", "", FILE).getResponse().getHeader("Location");
        done("umbrella3", location, 2, 0);
        var id = location.substring(location.lastIndexOf('/') + 1);
        asIfCutOff(id);

        write(Topics.crmPeopleIn(new CompanyId("umbrella3")), "U1", 0, null);

        await().untilAsserted(() -> assertThat(mongo.find(
                                new Query(Criteria.where("_id").is(id + "-000000")),
                                org.bson.Document.class,
                                "table_import_parts")
                        .toString())
                .contains("Pat Poe")
                .doesNotContain("Kim Lee"));
        importing.resume();
        done("umbrella3", location, 1, 0);
        assertThat(get(admin("umbrella3"), "/roster/reps")).bodyText().doesNotContain("Kim Lee");
    }

    @Test
    void anotherCompanySeesNoImport() {
        register("tyrell2");
        var location = "" + file("tyrell2", "k1", "", FILE).getResponse().getHeader("Location");

        assertThat(get(admin("outsider"), location)).hasStatus(404);
        assertThat(get(admin("outsider"), location + "/rows")).hasStatus(404);
    }

    private void asIfCutOff(String id) {
        var lines = CsvRows.read(FILE, new Form(table.columns(), table.required(), 10))
                .rows();
        var part = org.bson.Document.parse(new String(
                new dev.tandem.kit.store.StateCodec().toJson(new TableImport.Part(lines, List.of())),
                java.nio.charset.StandardCharsets.UTF_8));
        mongo.updateFirst(
                new Query(Criteria.where("_id").is(id + "-000000")),
                new Update().set("state", part),
                "table_import_parts");
        mongo.updateFirst(
                new Query(Criteria.where("_id").is(id)),
                new Update().set("state.partsDone", 0).set("state.count.applied", 0),
                "table_imports");
        mongo.updateFirst(
                new Query(Criteria.where("_id").is(id)), new Update().set("state.open", true), "table_import_notes");
    }

    private void done(String company, String location, int applied, int unchanged) {
        await().untilAsserted(() -> assertThat(get(admin(company), location))
                .bodyText()
                .contains("DONE", "\"applied\":" + applied, "\"unchanged\":" + unchanged));
    }

    private List<Map.Entry<Integer, String>> rows(String company, String location) throws Exception {
        List<Map<String, Object>> rows = JsonPath.read(
                get(admin(company), location + "/rows").getResponse().getContentAsString(), "$.items");
        return rows.stream()
                .map(row -> Map.entry((Integer) row.get("line"), (String) row.get("ended")))
                .toList();
    }

    private MvcTestResult file(String companyOrToken, String key, String query, String text) {
        var token = companyOrToken.startsWith("Bearer") ? companyOrToken : admin(companyOrToken);
        return postCsv(token, "/roster/rep-imports" + query, key, text);
    }

    private static String admin(String company) {
        return Tokens.bearer(company, Role.ADMIN);
    }
}
