package dev.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.Catalogue;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// The service given golden samples of all that it reads, and held to the golden samples of all that it writes.
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest extends RosterTest {
    private static final CompanyId AURORA = new CompanyId("aurora");
    private static final CompanyId BOREALIS = new CompanyId("borealis");
    private static final Instant MOVED = Instant.parse("2026-01-31T12:00:00.123Z");
    /// Held to their samples by the tests of the features that write or read them.
    private static final Set<String> WRITTEN_APART = Set.of(
            "PartnerRep",
            "PairAgreed",
            "ActivityChanged",
            "JointAward",
            "PlaybookEntry",
            "EngagementMoved",
            "DecisionDue");

    private static final Set<String> READ_APART = Set.of(
            "PartnerRep",
            "PairAgreed",
            "CrmChange.activity",
            "CrmChange.contribution",
            "CrmChange.engagement",
            "EngagementMoved",
            "DealChanged",
            "JointAward",
            "PlaybookEntry",
            "DecisionDue");

    /// Where a sample is to be found, and which of its values are others each time.
    private record Sent(Topic<?> topic, String key, List<String> free) {
        Sent(Topic<?> topic, String key) {
            this(topic, key, List.of());
        }
    }

    private static final Map<String, Sent> WRITTEN = Map.of(
            "CompanyChanged", new Sent(Topics.COMPANIES, "aurora"),
            "PartnershipChanged",
                    new Sent(
                            Topics.PARTNERSHIPS,
                            "p-1",
                            List.of(
                                    "/revisions/0/proposedAt",
                                    "/revisions/0/signatures/0/signedAt",
                                    "/revisions/0/signatures/1/signedAt",
                                    "/revisions/0/inForceFrom",
                                    "/revisions/0/inForceUntil",
                                    "/revisions/1/proposedAt",
                                    "/revisions/1/signatures/0/signedAt",
                                    "/revisions/1/signatures/1/signedAt",
                                    "/revisions/1/inForceFrom")),
            "RepChanged", new Sent(Topics.ROSTERS, "rep/rep-ann"),
            "CounterpartsChanged", new Sent(Topics.ROSTERS, "mapping/ja-1"),
            "CounterpartsMapped", new Sent(Topics.crmOut(AURORA), "counterparts/ja-1"),
            "Withdrawn",
                    new Sent(Topics.crmOut(AURORA), "counterparts/ja-1", List.of("/reason/code", "/reason/sentence")));

    /// What is to come of each sample: of those that the story sent, or of one that is sent now.
    private final Map<String, ThrowingRunnable> read = new TreeMap<>(Map.of(
            "CrmChange.user",
            () -> shows("/roster/reps", "Ann Ash"),
            "JointAccountChanged",
            () -> shows(counterparts(), "Bob Birch"),
            "PartnershipChanged",
            this::settlesEachMapping,
            "RepChanged",
            this::assignsAgain,
            "CounterpartsChanged",
            this::ignoresCounterparts,
            "AccountAligned",
            () -> notesAsSent("account/ja-1/a-1", true, "AccountAligned"),
            "CounterpartsMapped",
            () -> notesAsSent("counterparts/ja-0", true, "CounterpartsMapped"),
            "Withdrawn",
            () -> notesAsSent("account/ja-9/a-1", false, "Withdrawn"),
            "DealCredited",
            this::ignoresCredit,
            "PersonErased",
            this::notesTheAnswer));

    {
        read.put("PopulationsChanged", this::ignoresPopulations);
    }

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Intake intake;

    private GoldenEvents golden;
    private Map<String, String> issued = Map.of();
    private long seq = 10;

    static Set<String> written() {
        return WRITTEN.keySet();
    }

    Set<String> readTypes() {
        return read.keySet();
    }

    @BeforeAll
    void play() throws Exception {
        golden = new GoldenEvents(brokers, "roster");
        register("aurora", "Aurora", 7);
        register("borealis", "Borealis", 1);
        says(AURORA, "u-1", Map.of("name", "Ada Adler"));
        says(AURORA, "u-7", Map.of("name", "Ann Ash", "role", "SDR", "territory", "EMEA", "managerUser", "u-1"));
        golden.send(Topics.crmPeopleIn(AURORA), "u-7", MOVED, 0, GoldenSample.of("CrmChange.user"));
        says(BOREALIS, "u-8", Map.of("name", "Carl Cedar"));
        says(BOREALIS, "u-9", Map.of("name", "Bob Birch"));
        issued = new HashMap<>();
        issued.put("rep-ann", rep("aurora", "u-7"));
        issued.put("rep-ada", rep("aurora", "u-1"));
        issued.put("rep-carl", rep("borealis", "u-8"));
        issued.put("rep-bob", rep("borealis", "u-9"));
        issued.put("p-1", agreed());
        var aligned = sample("JointAccountChanged");
        golden.send(Topics.ALIGNMENTS, "ja-1", MOVED.minusSeconds(9), 1, aligned.with(id("rep-bob"), id("rep-carl")));
        golden.send(Topics.ALIGNMENTS, "ja-1", MOVED, 2, aligned);
        shows(counterparts(), "Bob Birch");
        withdrawnAndMappedAgain(aligned);
    }

    private void withdrawnAndMappedAgain(GoldenSample aligned) {
        var dissolved = aligned.as(JointAccountChanged.class);
        write(
                Topics.ALIGNMENTS,
                "ja-1",
                3,
                new JointAccountChanged(
                        dissolved.jointAccount(), dissolved.partnership(), List.of(), dissolved.book()));
        await().until(() ->
                read(Topics.crmOut(AURORA)).stream().anyMatch(event -> event.payload() instanceof Withdrawn));
        golden.send(Topics.ALIGNMENTS, "ja-1", 4, aligned);
        shows(counterparts(), "Bob Birch");
    }

    private String agreed() throws Exception {
        var invited = post(manager("aurora"), "/roster/partnerships", """
                {"name": "Aurora & Borealis", "with": ["borealis"],
                 "reason": {"code": "PLAN", "sentence": "Both want it so."}}
                """);
        var id = JsonPath.<String>read(invited.getResponse().getContentAsString(), "$.partnership");
        var resource = "/roster/partnerships/" + id;
        postCurrent(manager("borealis"), resource, "/acceptance", "");
        stateFit(resource, "aurora", "borealis");
        for (var revision : List.of("1", "2")) {
            postCurrent(manager("aurora"), resource, "/revisions", policies(Integer.parseInt(revision)));
            postCurrent(manager("aurora"), resource, "/revisions/" + revision + "/signature", "");
            assertThat(postCurrent(manager("borealis"), resource, "/revisions/" + revision + "/signature", ""))
                    .hasStatusOk();
        }
        return id;
    }

    /// What a revision of the sample says, as it is proposed over HTTP.
    private static String policies(int revision) {
        var agreement = GoldenSample.of("PartnershipChanged")
                .as(PartnershipChanged.class)
                .revisions()
                .get(revision - 1);
        var said = new TreeMap<String, Object>(Map.of(
                "reason", agreement.reason(), "sharing", agreement.sharing(), "crediting", agreement.crediting()));
        if (agreement.expenses() != null && agreement.goals() != null) {
            said.putAll(Map.of("expenses", agreement.expenses(), "goals", agreement.goals()));
        }
        return new String(new StateCodec().toJson(said), StandardCharsets.UTF_8);
    }

    private void says(CompanyId company, String user, Map<String, String> fields) {
        var change = new CrmChange("user", new CrmId(user), null, CrmChange.Change.FULL, new HashMap<>(fields));
        write(Topics.crmPeopleIn(company), user, 0, change);
    }

    private String rep(String company, String user) {
        return await().until(
                        () -> JsonPath.<List<String>>read(
                                show(company, "/roster/reps"), "$.items[?(@.crmUser=='" + user + "')].rep"),
                        found -> found.size() == 1)
                .getFirst();
    }

    private void register(String company, String name, int month) {
        var body = """
                {"id": "%s", "name": "%s", "baseCurrency": "USD", "timeZone": "America/New_York",
                 "fiscalYearStartMonth": %d}
                """.formatted(company, name, month);
        assertThat(post(Tokens.operator(), "/roster/companies", body)).hasStatus(201);
    }

    @Test
    void thereIsACaseForEachEventThatTheCatalogueSaysItWritesOrReads() {
        assertThat(Catalogue.writtenBy("roster")).isEqualTo(with(WRITTEN.keySet(), WRITTEN_APART));
        assertThat(Catalogue.readBy("roster")).isEqualTo(with(read.keySet(), READ_APART));
    }

    private static Set<String> with(Set<String> here, Set<String> apart) {
        var all = new TreeSet<>(here);
        all.addAll(apart);
        return all;
    }

    @ParameterizedTest
    @MethodSource("written")
    void sendsWhatTheSampleSays(String type) {
        var sent = Objects.requireNonNull(WRITTEN.get(type));
        var key = sent.key().replace("p-1", id("p-1")).replace("rep-ann", id("rep-ann"));

        await().untilAsserted(() -> golden.assertSent(sent.topic(), key, sample(type), sent.free()));
    }

    @ParameterizedTest
    @MethodSource("readTypes")
    void takesTheSample(String type) throws Throwable {
        Objects.requireNonNull(read.get(type)).run();

        assertThat(intake.countWaiting(Tenant.of(AURORA))).isZero();
    }

    /// With the ids that were issued in this run.
    private GoldenSample sample(String type) {
        var sample = GoldenSample.of(type);
        for (var each : issued.entrySet()) {
            sample = sample.with(each.getKey(), each.getValue());
        }
        return type.equals("Withdrawn") ? sample.with("account/ja-1/a-1", "counterparts/ja-1") : sample;
    }

    private String id(String sample) {
        return Objects.requireNonNull(issued.get(sample));
    }

    private String counterparts() {
        return "/roster/partnerships/" + id("p-1") + "/counterparts";
    }

    private void shows(String path, String text) {
        await().untilAsserted(() -> assertThat(show("aurora", path)).contains(text));
    }

    private String show(String company, String path) throws Exception {
        return get(Tokens.bearer(company, Role.ADMIN, Role.ALLIANCE_MANAGER), path)
                .getResponse()
                .getContentAsString();
    }

    /// As if the mapping had been left at no agreement: hearing of the partnership brings it up to revision 2.
    private void settlesEachMapping() {
        mongo.updateMulti(mapping(), new Update().set("state.governedBy", 0), "mappings");
        golden.send(Topics.PARTNERSHIPS, id("p-1"), seq++, sample("PartnershipChanged"));
        await().until(() ->
                mongo.exists(mapping().addCriteria(where("state.governedBy").is(2)), "mappings"));
    }

    /// As if its assignments had been lost: hearing of the rep assigns anew.
    private void assignsAgain() {
        mongo.updateMulti(mapping(), new Update().set("state.assignments", List.of()), "mappings");
        golden.send(Topics.ROSTERS, "rep/" + id("rep-ann"), seq++, sample("RepChanged"));
        await().until(() ->
                mongo.exists(mapping().addCriteria(where("state.assignments.0").exists(true)), "mappings"));
    }

    /// What the service says itself; what follows it would be held up if it were not taken.
    private void ignoresCounterparts() {
        golden.send(Topics.ROSTERS, "mapping/ja-1", seq++, sample("CounterpartsChanged"));
        assignsAgain();
    }

    private void notesAsSent(String key, boolean standing, String type) {
        golden.send(Topics.crmOut(AURORA), key, seq++, sample(type));
        var noted = where("state.key").is(key).and("state.standing").is(standing);
        await().until(() -> mongo.exists(new Query(noted), "sent_records"));
    }

    /// A company's own; what follows it under the same key would be held up if it were not taken.
    private void ignoresCredit() {
        golden.send(Topics.crmOut(AURORA), "account/ja-2/a-1", seq++, sample("DealCredited"));
        notesAsSent("account/ja-2/a-1", true, "AccountAligned");
    }

    private void notesTheAnswer() {
        golden.send(Topics.ERASURES, id("rep-ann") + "/accounts", seq++, sample("PersonErased"));
        await().until(() -> mongo.exists(new Query(where("state.service").is("accounts")), "erasure_answers"));
    }

    private void ignoresPopulations() {
        golden.send(Topics.crmOut(AURORA), "account/ja-2/a-1", seq++, sample("PopulationsChanged"));
        notesAsSent("account/ja-2/a-1", true, "AccountAligned");
    }

    private static Query mapping() {
        return new Query(where("_id").is("ja-1"));
    }
}
