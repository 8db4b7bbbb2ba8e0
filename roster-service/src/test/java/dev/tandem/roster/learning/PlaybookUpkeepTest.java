package dev.tandem.roster.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut.PlaybookEntry;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Who owns an entry keeps it up to date and takes it back; the others' systems follow.
@NullMarked
class PlaybookUpkeepTest extends AgreedPair {
    private static final CompanyId METIS = new CompanyId("metis");
    private static final String WHY = "{\"reason\": {\"code\": \"OLD\", \"sentence\": \"It no longer holds.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    @Test
    void itsOwnerChangesAnEntryAndTakesItBackAndNobodyElseDoes() throws Exception {
        var resource = agreed("themis", "metis", TERMS);
        var written = post(manager("themis"), resource + "/playbook", entry("They are cheaper"));
        String id = JsonPath.read(written.getResponse().getContentAsString(), "$.id");
        var entry = resource + "/playbook/" + id;
        var rep = Tokens.bearer("metis", Role.REP);

        assertThat(post(manager("metis"), entry + "/revision", entry("Theirs"))).hasStatus(409);
        assertThat(post(manager("themis"), entry + "/revision", entry("They are slower")))
                .hasStatusOk();

        assertThat(get(rep, resource + "/playbook"))
                .bodyJson()
                .extractingPath("$.items[*].entry.title")
                .isEqualTo(java.util.List.of("They are slower"));
        await().untilAsserted(() -> assertThat(read(Topics.crmOut(METIS)))
                .anyMatch(event -> event.payload() instanceof PlaybookEntry told
                        && told.title().equals("They are slower")));
        assertThat(post(manager("themis"), entry + "/withdrawal", WHY)).hasStatusOk();
        assertThat(get(rep, entry)).hasStatus(404);
        assertThat(get(rep, resource + "/playbook")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        assertThat(post(manager("themis"), entry + "/withdrawal", WHY)).hasStatus(409);
        await().untilAsserted(() -> assertThat(read(Topics.crmOut(METIS)))
                .anyMatch(event -> event.key().endsWith(id) && event.payload() instanceof Withdrawn));
    }

    private static String entry(String title) {
        return """
                {"entry": {"kind": "COMPETITION", "title": "%s",
                   "text": "Ask what it costs after the first year.", "audience": "EVERYBODY", "reviewBy": "%s"},
                 "reason": {"code": "SEEN", "sentence": "Two customers said so."}}
                """.formatted(title, LocalDate.now(ZoneOffset.UTC).plusDays(30));
    }
}
