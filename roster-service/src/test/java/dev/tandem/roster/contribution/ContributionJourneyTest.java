package dev.tandem.roster.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.activity.ActivityChanged.Contribution;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// A CRM says that somebody contributed; what credit is told of it, and what is refused.
@NullMarked
class ContributionJourneyTest extends AgreedPair {
    private static final CompanyId KESTREL = new CompanyId("kestrel");
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;
    private int sequence;

    @Test
    void tellsWhatACrmRecordedCorrectedAndTookBack() throws Exception {
        var resource = agreed("kestrel", "osprey", TERMS);
        var fields = fields(resource);
        assertTold(0);
        record("contribution/c-1", fields);
        receipted("APPLIED", "contribution/c-1");
        assertTold(0);
        var kim = rep("kestrel", "K1", "Kim Kite");
        await().untilAsserted(() -> assertThat(last()).isPresent());
        var first = last().orElseThrow();
        assertThat(first.confirmedBy()).containsExactly(KESTREL);
        assertThat(standing(first)).containsExactly(kim + " SOURCED");

        fields.put("act", "INTRODUCED");
        record("contribution/c-1", fields);
        await().untilAsserted(() -> assertThat(standing(last().orElseThrow())).containsExactly(kim + " INTRODUCED"));
        assertThat(last().orElseThrow().contributions())
                .extracting(Contribution::act, Contribution::retracted)
                .containsExactly(tuple(Act.SOURCED, true), tuple(Act.INTRODUCED, false));

        write(Topics.crmPeopleIn(KESTREL), "contribution/c-1", 0, null);
        await().untilAsserted(() -> assertThat(standing(last().orElseThrow())).isEmpty());
        record("contribution/c-1", fields);
        record("contribution/c-2", fields);
        await().untilAsserted(() -> assertThat(told()).hasSize(2));
        assertThat(standing(told().getFirst())).isEmpty();
        parks(resource);
    }

    /// What a CRM took back before it arrived never stands.
    @Test
    void aDeletionThatComesFirstStays() throws Exception {
        var resource = agreed("harrier", "merlin", TERMS);
        rep("harrier", "K1", "Hal Hawk");
        var topic = Topics.crmPeopleIn(new CompanyId("harrier"));
        write(topic, "contribution/d-1", 0, change("contribution/d-1", CrmChange.Change.DELETED, 2, Map.of()));
        write(topic, "contribution/d-1", 0, change("contribution/d-1", CrmChange.Change.FULL, 1, fields(resource)));
        write(topic, "contribution/d-2", 0, change("contribution/d-2", CrmChange.Change.FULL, 3, fields(resource)));
        await().untilAsserted(() -> assertThat(ofPartnership(resource)).hasSize(1));
        assertThat(standing(ofPartnership(resource).getFirst())).hasSize(1);
    }

    private void parks(String resource) throws Exception {
        record("17", fields(resource));
        var fields = fields(resource);
        fields.put("act", "DREAMT");
        fields.put("on", "2126-01-30");
        fields.remove("evidence");
        record("contribution/3", fields);
        fields.put("act", "CLOSED");
        fields.put("evidence", "mail:1");
        record("contribution/4", fields);
        fields.put("on", "2026-01-30");
        fields.put("partnership", "never-issued");
        record("contribution/5", fields);
        await().untilAsserted(() -> assertThat(receipts("PARKED"))
                .contains(
                        "NOT_THE_OBJECT_ID",
                        "fields.act",
                        "fields.evidence",
                        "fields.on",
                        "RANGE",
                        "fields.partnership",
                        "NOT_IN_FORCE")
                .doesNotContain("DREAMT"));
        assertThat(told()).hasSize(2);
    }

    private Map<String, String> fields(String resource) throws Exception {
        var sample = GoldenSample.of("CrmChange.contribution")
                .with("p-1", resource.substring(resource.lastIndexOf('/') + 1))
                .with("u-7", "K1");
        return new TreeMap<>(sample.as(CrmChange.class).fields());
    }

    private void record(String id, Map<String, String> fields) {
        sequence++;
        write(Topics.crmPeopleIn(KESTREL), id, 0, change(id, CrmChange.Change.FULL, sequence, fields));
    }

    private static CrmChange change(String id, CrmChange.Change change, int sequence, Map<String, String> fields) {
        return new CrmChange("contribution", new CrmId(id), BigInteger.valueOf(sequence), change, fields);
    }

    private void receipted(String outcome, String object) {
        await().untilAsserted(() -> assertThat(receipts(outcome)).contains(object));
    }

    private String receipts(String outcome) throws Exception {
        return get(Tokens.bearer("kestrel", Role.ADMIN), "/roster/receipts?outcome=" + outcome)
                .getResponse()
                .getContentAsString();
    }

    private static List<String> standing(ActivityChanged told) {
        return told.contributions().stream()
                .filter(each -> !each.retracted())
                .map(each -> each.rep() + " " + each.act())
                .toList();
    }

    private void assertTold(int many) {
        assertThat(told()).hasSize(many);
    }

    private Optional<ActivityChanged> last() {
        return told().stream().findFirst();
    }

    /// The last state of each that the company's CRM recorded, in the order in which they were first told.
    private List<ActivityChanged> told() {
        return states().stream()
                .filter(each -> each.confirmedBy().equals(List.of(KESTREL)))
                .toList();
    }

    private List<ActivityChanged> ofPartnership(String resource) {
        return states().stream()
                .filter(each -> resource.endsWith("/" + each.partnership()))
                .toList();
    }

    private List<ActivityChanged> states() {
        var last = new LinkedHashMap<String, ActivityChanged>();
        read(Topics.ACTIVITIES).forEach(event -> last.put(event.key(), (ActivityChanged) event.payload()));
        return List.copyOf(last.values());
    }
}
