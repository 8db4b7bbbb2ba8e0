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
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.intake.Incoming;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What a partner's systems may be told: each field of each event has its reason to be there, and a person of whom the
/// role alone is offered is told by it and by nothing else.
@NullMarked
class PartnerTopicTest extends AgreedPair {
    private static final CompanyId MINOS = new CompanyId("minos");
    private static final CompanyId KNOSSOS = new CompanyId("knossos");
    /// All that is known of the person, in every field that a CRM sends; none of it but the role is offered.
    private static final Map<String, String> PERSON = Map.of(
            "name", "Canary-name",
            "email", "canary-mail@knossos.example",
            "role", "Offered-role",
            "territory", "Canary-territory",
            "segment", "Canary-segment",
            "products", "Canary-product",
            "languages", "Canary-language",
            "skills", "Canary-skill",
            "managerUser", "Canary-manager",
            "namedAccounts", "Canary-account");

    private static final String WHY = "{\"reason\": {\"code\": \"START\", \"sentence\": \"A new year.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    /// By event: ids of the platform's own, which tell nothing; what is the reader's own; what the
    /// agreement or a roster offers, field by field; what a party says to all parties on purpose; what
    /// the platform says.
    private static final Map<String, Map<String, Set<String>>> MAY_BE_TOLD = Map.ofEntries(
            Map.entry(
                    "AccountAligned",
                    Map.of(
                            "id", Set.of("partnership", "jointAccount"),
                            "own", Set.of("ownAccount"),
                            "offered", Set.of("partners"),
                            "platform", Set.of("because"))),
            Map.entry("PartnerAccount", Map.of("id", Set.of("company"), "offered", Set.of("fields"))),
            Map.entry(
                    "CounterpartsMapped",
                    Map.of(
                            "id", Set.of("partnership", "jointAccount"),
                            "own", Set.of("ownAccount"),
                            "offered", Set.of("counterparts"))),
            Map.entry(
                    "Counterpart",
                    Map.of(
                            "id", Set.of("company", "rep"),
                            "own", Set.of("crmUser"),
                            "offered", Set.of("fields"),
                            "platform", Set.of("because"))),
            Map.entry("PartnerRep", Map.of("id", Set.of("partnership", "company", "rep"), "offered", Set.of("fields"))),
            Map.entry(
                    "PairAgreed",
                    Map.of(
                            "id", Set.of("partnership", "ownRep", "company", "rep"),
                            "own", Set.of("ownUser"),
                            "offered", Set.of("fields"),
                            "platform", Set.of("because"))),
            Map.entry(
                    "DealCredited",
                    Map.of(
                            "id", Set.of("partnership", "deal"),
                            "own", Set.of("ownOpportunity", "credits", "points"),
                            "platform", Set.of("effectiveDate"))),
            Map.entry(
                    "OwnCredit",
                    Map.of("own", Set.of("rep", "crmUser", "creditType", "amount"), "platform", Set.of("because"))),
            Map.entry("OwnPoints", Map.of("own", Set.of("rep", "crmUser", "points"), "platform", Set.of("because"))),
            Map.entry("PopulationsChanged", Map.of("own", Set.of("account", "populations", "entered", "left"))),
            Map.entry(
                    "JointAward",
                    Map.of(
                            "id", Set.of("partnership", "period"),
                            "said to all", Set.of("title", "teams", "evidence", "because"))),
            Map.entry("AwardedTeam", Map.of("said to all", Set.of("name", "members"))),
            Map.entry("AwardedMember", Map.of("id", Set.of("company", "rep"), "own", Set.of("crmUser"))),
            Map.entry(
                    "PlaybookEntry",
                    Map.of(
                            "id", Set.of("partnership", "entry", "owner"),
                            "said to all", Set.of("kind", "title", "text", "audience", "reviewBy"))),
            Map.entry(
                    "EngagementMoved",
                    Map.of(
                            "id", Set.of("partnership", "engagement", "jointAccount", "company"),
                            "own", Set.of("ownOpportunity"),
                            "said to all", Set.of("stage", "since"))),
            Map.entry(
                    "DecisionDue",
                    Map.of(
                            "id", Set.of("partnership", "item", "path"),
                            "own", Set.of("decider"),
                            "platform", Set.of("kind", "since", "due", "stage", "byDefault"))),
            Map.entry("Withdrawn", Map.of("id", Set.of("id", "partnership"), "platform", Set.of("reason"))));

    @Test
    void everyFieldOfEveryEventHasItsReasonToBeTold() {
        var fields = new TreeMap<String, Set<String>>();
        Arrays.stream(CrmOut.class.getDeclaredClasses())
                .filter(Class::isRecord)
                .forEach(event -> fields.put(
                        event.getSimpleName(),
                        Arrays.stream(event.getRecordComponents())
                                .map(RecordComponent::getName)
                                .collect(Collectors.toCollection(TreeSet::new))));
        var known = new TreeMap<String, Set<String>>();
        MAY_BE_TOLD.forEach((event, reasons) -> known.put(
                event, reasons.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new))));

        assertThat(fields).isEqualTo(known);
    }

    @Test
    void ofAPersonThePartnerIsToldWhatIsOfferedAndNothingElse() throws Exception {
        var resource = agreed("knossos", "minos", TERMS);
        var partnership = resource.substring(resource.lastIndexOf('/') + 1);
        var canary = person();
        var mia = rep("minos", "M1", "Mia Mold");
        offer(resource, "knossos", "minos", "ROLE");
        offer(resource, "minos", "knossos", "NAME");
        aligned(partnership, canary, mia);
        await().untilAsserted(() -> assertThat(get(manager("minos"), resource + "/counterparts"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1));
        paired(resource);
        awarded(resource, canary, mia);
        learned(resource);
        engaged(resource);

        await().atMost(java.time.Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(types())
                        .contains(
                                "CounterpartsMapped",
                                "PartnerRep",
                                "PairAgreed",
                                "JointAward",
                                "PlaybookEntry",
                                "EngagementMoved"));
        assertThat(told()).contains("Offered-role").doesNotContainIgnoringCase("canary");
        noReadingTells(resource);
        taken(resource);
        assertThat(told()).doesNotContainIgnoringCase("canary");
    }

    /// Every operation that reads something of the partnership, as the API documents name them.
    private void noReadingTells(String resource) throws Exception {
        var api = JsonPath.parse(
                http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString());
        var prefix = "/roster/partnerships/{id}/";
        var read = new TreeSet<String>();
        for (var path : api.<Map<String, Map<String, Object>>>read("$.paths").entrySet()) {
            var name = path.getKey();
            if (name.startsWith(prefix)
                    && name.lastIndexOf('{') < prefix.length()
                    && path.getValue().containsKey("get")) {
                var period = String.valueOf(path.getValue().get("get")).contains("name=period");
                var answer = get(
                        manager("minos"),
                        resource + "/" + name.substring(prefix.length()) + (period ? "?period=2026-02" : ""));
                assertThat(answer).as(name).bodyText().doesNotContainIgnoringCase("canary");
                if (answer.getResponse().getStatus() == 200) {
                    read.add(name.substring(prefix.length()));
                }
            }
        }
        assertThat(read).contains("counterparts", "pairs", "pairing-plan", "playbook", "engagements", "awards");
        assertThat(read).hasSizeGreaterThan(15);
    }

    private List<Incoming<?>> events() {
        return read(Topics.crmOut(MINOS));
    }

    private Set<String> types() {
        return events().stream()
                .map(event -> String.valueOf(event.payload()).split("\\[", 2)[0])
                .collect(Collectors.toSet());
    }

    private String told() {
        return events().stream()
                .map(event -> event.key() + " " + event.payload())
                .collect(Collectors.joining("\n"));
    }

    private String person() throws Exception {
        write(
                Topics.crmPeopleIn(KNOSSOS),
                "Canary-user",
                0,
                new CrmChange("user", new CrmId("Canary-user"), null, CrmChange.Change.FULL, PERSON));
        var admin = dev.tandem.kit.web.Tokens.bearer("knossos", dev.tandem.kit.web.Role.ADMIN);
        return await().until(
                        () -> JsonPath.<List<String>>read(
                                get(admin, "/roster/reps").getResponse().getContentAsString(), "$.items[*].rep"),
                        found -> found.size() == 1)
                .getFirst();
    }

    private void offer(String resource, String company, String partner, String field) {
        assertThat(post(manager(company), resource + "/roster-offers", """
                        {"fields": ["%s"], "reason": {"code": "START", "sentence": "Those who work with you."}}
                        """.formatted(field)))
                .hasStatus(201);
        assertThat(post(manager(partner), resource + "/roster-answers", """
                        {"company": "%s", "version": 1, "verdict": "ACCEPTED",
                         "reason": {"code": "OK", "sentence": "As agreed."}}
                        """.formatted(company)))
                .hasStatusOk();
    }

    private void aligned(String partnership, String canary, String mia) {
        var joint = new JointAccountId("j-minos");
        var members = List.of(member(KNOSSOS, "Canary-crm-account", canary), member(MINOS, "MA", mia));
        write(
                Topics.ALIGNMENTS,
                joint.value(),
                1,
                new JointAccountChanged(joint, new PartnershipId(partnership), members, Book.NOT_IN_BOOK));
    }

    private static Member member(CompanyId company, String account, String owner) {
        return new Member(new AccountRef(company, new CrmId(account)), 1, new RepId(owner), Population.CUSTOMERS);
    }

    private void paired(String resource) {
        assertThat(post(manager("knossos"), resource + "/pairing-proposals", WHY))
                .hasStatus(201);
        for (var company : List.of("knossos", "minos")) {
            assertThat(post(manager(company), resource + "/pairing-confirmations", "{\"number\": 1}"))
                    .hasStatusOk();
        }
    }

    private void awarded(String resource, String canary, String mia) {
        assertThat(post(manager("minos"), resource + "/award-proposals", """
                        {"period": "2026-02", "title": "Team", "teams": [{"name": "North", "members": [
                           {"company": "knossos", "rep": "%s"}, {"company": "minos", "rep": "%s"}]}],
                         "evidence": ["goal north"], "reason": {"code": "PLAN", "sentence": "Both want it so."}}
                        """.formatted(canary, mia)))
                .hasStatus(201);
        assertThat(post(manager("knossos"), resource + "/award-confirmations", """
                        {"period": "2026-02", "reason": {"code": "OK", "sentence": "Well done."}}
                        """))
                .hasStatusOk();
    }

    private void learned(String resource) {
        assertThat(post(manager("knossos"), resource + "/playbook", """
                        {"entry": {"kind": "ANSWER", "title": "Who supports it?", "text": "Both do.",
                           "audience": "EVERYBODY", "reviewBy": "%s"},
                         "reason": {"code": "ASKED", "sentence": "Customers ask it."}}
                        """.formatted(
                                LocalDate.now(ZoneOffset.UTC).plusDays(30))))
                .hasStatus(201);
    }

    private void engaged(String resource) {
        assertThat(post(manager("knossos"), resource + "/engagements", """
                        {"jointAccount": "j-minos", "opportunity": "Canary-opportunity", "stage": "EXPLORING",
                         "reason": {"code": "TENDER", "sentence": "Canary-reason."}}
                        """)).hasStatus(201);
    }

    /// Nothing that is taken back tells what was not told before.
    private void taken(String resource) {
        assertThat(postCurrent(manager("knossos"), resource, "/suspension", WHY))
                .hasStatusOk();
        await().untilAsserted(() -> assertThat(types()).contains("Withdrawn"));
    }
}
