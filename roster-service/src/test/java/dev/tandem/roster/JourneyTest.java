package dev.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmOut.CounterpartsMapped;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// From two CRMs' users to counterparts that each side sees, and to their withdrawal.
@NullMarked
class JourneyTest extends RosterTest {
    private static final CompanyId TYRELL = new CompanyId("tyrell");
    private static final CompanyId WALLACE = new CompanyId("wallace");
    private static final String POLICY = """
            {"reason": {"code": "START", "sentence": "What we agreed on in March."},
             "sharing": {"rules": [
               {"party": "tyrell", "population": "CUSTOMERS", "level": "OVERLAPPING_ACCOUNTS", "fields": ["OWNER"]},
               {"party": "wallace", "population": "CUSTOMERS", "level": "OVERLAPPING_ACCOUNTS", "fields": ["NAME"]}]},
             "crediting": {"rules": [{"id": "revenue", "creditType": "REVENUE", "mode": "SPLIT",
               "model": {"@type": "Equal"}}]}}
            """;
    private static final String WHY = "{\"reason\": {\"code\": \"END\", \"sentence\": \"We part as friends.\"}}";

    @Test
    void peopleBecomeCounterpartsUnderTheAgreementAndAreWithdrawnWithIt() throws Exception {
        var partnership = partnershipInForce();
        says(TYRELL, "T1", CrmChange.Change.FULL, Map.of("name", "Kim Lee", "email", "kim@tyrell.example"));
        says(WALLACE, "W1", CrmChange.Change.FULL, Map.of("name", "Pat Doe", "email", "pat@wallace.example"));
        var kim = told(TYRELL, "T1").rep();
        var pat = told(WALLACE, "W1").rep();

        aligned(partnership, 1, kim, pat);

        await().untilAsserted(() -> assertThat(assigned()).containsExactlyInAnyOrder(kim, pat));
        await().untilAsserted(() -> assertThat(seen(WALLACE)).hasValueSatisfying(mapped -> {
            assertThat(fieldsOf(mapped, kim)).containsEntry("name", "Kim Lee");
            assertThat(fieldsOf(mapped, pat)).containsEntry("name", "Pat Doe");
        }));
        await().untilAsserted(() -> assertThat(seen(TYRELL))
                .hasValueSatisfying(mapped -> assertThat(fieldsOf(mapped, pat)).isEmpty()));
        seenOverHttp(partnership);

        await().untilAsserted(
                        () -> assertThat(get(
                                        manager("tyrell"),
                                        "/roster/partnerships/" + partnership + "/withdrawal-receipt"))
                                .bodyJson()
                                .isLenientlyEqualTo(
                                        "{\"own\": [{\"standing\": 0}, {\"standing\": 1}, {\"standing\": 0}, {\"standing\": 0}, {\"standing\": 0}, {\"standing\": 0}, {\"standing\": 0}], \"others\": []}"));
        says(TYRELL, "T1", CrmChange.Change.FIELDS, Map.of("active", "false"));
        await().untilAsserted(() -> assertThat(assigned()).containsExactly(pat));
        await().untilAsserted(() -> assertThat(seen(WALLACE))
                .hasValueSatisfying(mapped -> assertThat(mapped.counterparts())
                        .extracting(counterpart -> counterpart.rep())
                        .containsExactly(pat)));

        var resource = "/roster/partnerships/" + partnership;
        assertThat(postCurrent(manager("wallace"), resource, "/cancellation", WHY))
                .hasStatusOk();
        for (var company : List.of(TYRELL, WALLACE)) {
            await().untilAsserted(() -> assertThat(last(company)).containsInstanceOf(Withdrawn.class));
        }
        assertThat(get(manager("tyrell"), resource + "/counterparts"))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": []}");
        receiptSaysThatNothingIsLeft(resource);
    }

    private void receiptSaysThatNothingIsLeft(String resource) {
        await().untilAsserted(() -> assertThat(get(manager("tyrell"), resource + "/withdrawal-receipt"))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"status": "CANCELLED",
                         "own": [{"kind": "ACCOUNT", "standing": 0, "withdrawn": 0},
                                 {"kind": "COUNTERPARTS", "standing": 0, "withdrawn": 1},
                                 {"kind": "REP", "standing": 0, "withdrawn": 0},
                                 {"kind": "PAIR", "standing": 0, "withdrawn": 0},
                                 {"kind": "AWARD", "standing": 0, "withdrawn": 0},
                                 {"kind": "PLAYBOOK", "standing": 0, "withdrawn": 0},
                                 {"kind": "ENGAGEMENT", "standing": 0, "withdrawn": 0}],
                         "others": [{"company": "wallace", "complete": true}],
                         "topicErasureHours": 24}
                        """));
        assertThat(get(manager("tyrell"), resource + "/withdrawals")).bodyJson().isLenientlyEqualTo("""
                        {"items": [{"key": "counterparts/j-tyrell", "because": {"code": "NO_AGREEMENT"}}]}
                        """);
    }

    private void seenOverHttp(PartnershipId partnership) {
        var resource = "/roster/partnerships/" + partnership;
        assertThat(get(manager("wallace"), resource + "/counterparts"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].counterparts[*].fields.name")
                .asArray()
                .containsExactlyInAnyOrder("Kim Lee", "Pat Doe");
        assertThat(get(manager("tyrell"), resource + "/counterparts?jointAccount=j-tyrell"))
                .bodyText()
                .contains("Kim Lee")
                .doesNotContain("Pat Doe");
        assertThat(get(Tokens.bearerOf("kim@tyrell.example", "tyrell", Role.REP), "/roster/me/counterparts"))
                .bodyJson()
                .extractingPath("$.items[0].jointAccount")
                .isEqualTo("j-tyrell");
        assertThat(get(Tokens.bearerOf("pat@wallace.example", "tyrell", Role.REP), "/roster/me/counterparts"))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": []}");
        assertThat(get(manager("tyrell"), resource + "/revisions/1/preview"))
                .bodyJson()
                .extractingPath("$.items[0].fields")
                .isEqualTo(List.of("name", "email"));
        assertThat(get(manager("wallace"), resource + "/revisions/1/preview"))
                .bodyJson()
                .extractingPath("$.items")
                .isEqualTo(List.of());
        for (var path : List.of("/counterparts", "/counterparts?jointAccount=j-tyrell", "/revisions/1/preview")) {
            assertThat(get(manager("outsider"), resource + path)).hasStatus(404);
        }
    }

    private PartnershipId partnershipInForce() throws UnsupportedEncodingException {
        register("tyrell");
        register("wallace");
        var invitation = """
                {"name": "Both", "with": ["wallace"], "reason": {"code": "GROWTH", "sentence": "Shared customers."}}
                """;
        var invited = post(manager("tyrell"), "/roster/partnerships", invitation);
        String id = JsonPath.read(invited.getResponse().getContentAsString(), "$.partnership");
        var resource = "/roster/partnerships/" + id;
        postCurrent(manager("wallace"), resource, "/acceptance", "");
        postCurrent(manager("tyrell"), resource, "/revisions", POLICY);
        stateFit(resource, "tyrell", "wallace");
        postCurrent(manager("tyrell"), resource, "/revisions/1/signature", "");
        assertThat(postCurrent(manager("wallace"), resource, "/revisions/1/signature", ""))
                .hasStatusOk();
        return new PartnershipId(id);
    }

    private void says(CompanyId company, String user, CrmChange.Change kind, Map<String, String> fields) {
        write(
                Topics.crmPeopleIn(company),
                user,
                0,
                new CrmChange("user", new CrmId(user), null, kind, new HashMap<>(fields)));
    }

    private void aligned(PartnershipId partnership, long seq, RepId kim, RepId pat) {
        var joint = new JointAccountId("j-tyrell");
        var members = List.of(
                new Member(new AccountRef(TYRELL, new CrmId("TA")), 1, kim, Population.CUSTOMERS),
                new Member(new AccountRef(WALLACE, new CrmId("WA")), 1, pat, Population.CUSTOMERS));
        var event = new JointAccountChanged(joint, partnership, members, Book.NOT_IN_BOOK);
        write(Topics.ALIGNMENTS, joint.value(), seq, event);
    }

    private RepChanged told(CompanyId company, String user) {
        return await().until(() -> rep(company, user), Optional::isPresent).orElseThrow();
    }

    private Optional<RepChanged> rep(CompanyId company, String user) {
        return read(Topics.ROSTERS).stream()
                .map(event -> event.payload())
                .filter(RepChanged.class::isInstance)
                .map(RepChanged.class::cast)
                .filter(rep -> rep.company().equals(company) && rep.crmUser().equals(new CrmId(user)))
                .filter(rep -> rep.status() == Status.ACTIVE)
                .findFirst();
    }

    private List<RepId> assigned() {
        return read(Topics.ROSTERS).stream()
                .filter(event -> event.key().equals("mapping/j-tyrell"))
                .map(event -> (CounterpartsChanged) event.payload())
                .reduce((_, last) -> last)
                .map(mapping -> mapping.at(Instant.now()))
                .orElse(List.of())
                .stream()
                .map(assignment -> assignment.rep())
                .toList();
    }

    private Optional<CounterpartsMapped> seen(CompanyId company) {
        return last(company).filter(CounterpartsMapped.class::isInstance).map(CounterpartsMapped.class::cast);
    }

    private Optional<Object> last(CompanyId company) {
        return read(Topics.crmOut(company)).stream()
                .filter(event -> event.key().equals("counterparts/j-tyrell"))
                .map(event -> (Object) event.payload())
                .reduce((_, last) -> last);
    }

    private static Map<String, String> fieldsOf(CounterpartsMapped mapped, RepId rep) {
        return mapped.counterparts().stream()
                .filter(counterpart -> counterpart.rep().equals(rep))
                .findFirst()
                .orElseThrow()
                .fields();
    }
}
