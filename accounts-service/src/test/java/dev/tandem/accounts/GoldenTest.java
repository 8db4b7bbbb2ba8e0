package dev.tandem.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.Catalogue;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.store.Marks;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.awaitility.core.ThrowingRunnable;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The service given golden samples of all that it reads, and held to the golden samples of all that it writes.
@Running
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final CompanyId AURORA = new CompanyId("aurora");
    private static final CompanyId BOREALIS = new CompanyId("borealis");
    private static final String BASE = "/accounts/partnerships/p-1";

    /// Where a sample is to be found, and which of its values are others each time.
    private record Sent(Topic<?> topic, String key, List<String> free) {
        Sent(Topic<?> topic, String key) {
            this(topic, key, List.of());
        }
    }

    /// Written for the rows of a file: whoever imports one is a story of its own.
    private static final Set<String> WRITTEN_APART =
            Set.of("AccountsTouched", "BlockReported", "AccountTold", "BlockAsked", "BlockTaken");

    /// There are no blocks here; see `WireTest`.
    private static final Set<String> READ_APART = Set.of("AccountTold", "BlockAsked", "BlockTaken");

    private static final Map<String, Sent> WRITTEN = new TreeMap<>(Map.of(
            "AccountTouched", new Sent(Topics.MATCHING, "p-1"),
            "AgreementTouched", new Sent(Topics.MATCHING, "p-1"),
            "RepTouched", new Sent(Topics.MATCHING, "p-1"),
            "ReviewTouched", new Sent(Topics.MATCHING, "p-1"),
            "JointAccountChanged", new Sent(Topics.ALIGNMENTS, "ja-1"),
            "PopulationsChanged", new Sent(Topics.crmOut(AURORA), "populations/a-1"),
            "DealChanged", new Sent(Topics.DEALS, "d-1", List.of("/changedAt")),
            "AccountAligned", new Sent(Topics.crmOut(AURORA), "account/ja-1/a-1"),
            "Withdrawn", new Sent(Topics.crmOut(AURORA), "account/ja-1/a-1"),
            "PersonErased", new Sent(Topics.ERASURES, "rep-gone/accounts", List.of("/rep", "/places", "/at"))));

    static {
        WRITTEN.put("PopulationsTouched", new Sent(Topics.POPULATIONS, "aurora"));
    }

    /// What is to come of each sample: of those that the story sent, or of one that is sent now.
    private final Map<String, ThrowingRunnable> read = new TreeMap<>(Map.ofEntries(
            Map.entry("PartnershipChanged", () -> shows("/overlap/matrix", "PROSPECTS")),
            Map.entry("RepChanged", this::showsTheOwner),
            Map.entry("CounterpartsChanged", this::ignoresCounterparts),
            Map.entry("CrmChange.account", () -> shows("/overlap", "\"name\":\"Initech\"")),
            Map.entry("CrmChange.opportunity", () -> shows("/deals", "\"ownOpportunity\":\"o-1\"")),
            Map.entry("AccountTouched", () -> alignsAgain("AccountTouched")),
            Map.entry("AccountsTouched", () -> alignsAgain("AccountsTouched")),
            Map.entry("AgreementTouched", () -> alignsAgain("AgreementTouched")),
            Map.entry("RepTouched", () -> alignsAgain("RepTouched")),
            Map.entry("ReviewTouched", () -> alignsAgain("ReviewTouched")),
            Map.entry("BlockReported", this::ignoresBlocks),
            Map.entry("JointAccountChanged", this::makesTheDealAgain),
            Map.entry("DealChanged", this::showsTheDeal)));

    {
        read.put("PopulationsTouched", this::judgesAgain);
        read.put("AccountAligned", () -> feeds("AccountAligned", "ja-fed"));
        read.put("Withdrawn", () -> feeds("Withdrawn", "ja-taken"));
        for (var nothing : List.of(
                "CounterpartsMapped",
                "PartnerRep",
                "PairAgreed",
                "DealCredited",
                "PopulationsChanged",
                "JointAward",
                "DecisionDue",
                "EngagementMoved",
                "PlaybookEntry")) {
            read.put(nothing, () -> feedsNothing(nothing));
        }
    }

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MockMvc http;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Intake intake;

    @Autowired
    private Marks marks;

    @Autowired
    private KafkaBindingRebalanceListener handover;

    private Outside outside;
    private GoldenEvents golden;
    private long seq = 1;
    private String jointId = "";
    private String dealId = "";
    private String reviewId = "";

    static Set<String> written() {
        return WRITTEN.keySet();
    }

    Set<String> read() {
        return read.keySet();
    }

    @BeforeAll
    void play() throws Exception {
        outside = new Outside(brokers);
        golden = new GoldenEvents(brokers, "accounts");
        golden.send(Topics.PARTNERSHIPS, "p-1", 1, GoldenSample.of("PartnershipChanged"));
        shows("/overlap/matrix", "cells");
        golden.send(Topics.ROSTERS, "rep/rep-ann", 1, GoldenSample.of("RepChanged"));
        RosterChange bob = new RepChanged(
                new RepId("rep-bob"),
                BOREALIS,
                new CrmId("u-9"),
                "Bob Birch",
                null,
                null,
                null,
                RosterChange.Status.ACTIVE);
        outside.platform(Topics.ROSTERS, "rep/rep-bob", bob);
        RosterChange gone = new RepChanged(
                new RepId("rep-gone"),
                AURORA,
                marks.erased(AURORA, new CrmId("u-0")),
                "",
                null,
                null,
                null,
                RosterChange.Status.LEFT);
        outside.platform(Topics.ROSTERS, "rep/rep-gone", gone);
        define();
        outside.crm("aurora", Crm.account("a-1", "website", "initech-old.com", "type", "Customer", "ownerUser", "u-7"));
        outside.crm(
                "borealis",
                Crm.account(
                        "b-1",
                        "name",
                        "Initech GmbH",
                        "website",
                        "initech.com",
                        "type",
                        "Prospect",
                        "ownerUser",
                        "u-9"));
        golden.send(Topics.crmIn(AURORA), "a-1", 0, GoldenSample.of("CrmChange.account"));
        shows("/overlap", "Initech GmbH");
        jointId = JsonPath.read(read("/overlap"), "$.items[0].jointAccount");
        enter("aurora");
        enter("borealis");
        golden.send(Topics.crmIn(AURORA), "o-1", 0, GoldenSample.of("CrmChange.opportunity"));
        shows("/deals", "1234.50");
        dealId = JsonPath.read(read("/deals"), "$.items[0].deal");
        withdrawnAndAgreedAgain();
        reportedAndTakenBack();
    }

    private void reportedAndTakenBack() throws Exception {
        var reason = "\"reason\": {\"code\": \"CHECKED\", \"sentence\": \"We asked them.\"}}";
        var report = post(BASE + "/joint-accounts/" + jointId + "/reports").header("Idempotency-Key", "report-1");
        reviewId = JsonPath.read(send(report, "{\"partner\": \"borealis\", " + reason), "$.review");
        shows("/reviews/" + reviewId, "REJECTED");
        await().atMost(SOON).until(() -> !read("/overlap").contains("Initech GmbH"));
        send(delete(BASE + "/reviews/" + reviewId + "/verdict").header("If-Match", "\"1\""), "{" + reason);
        shows("/overlap", "Initech GmbH");
    }

    private String send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return http.perform(request.header("Authorization", Tokens.bearer("aurora", Role.ALLIANCE_MANAGER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void define() throws Exception {
        var body = """
                {"population": "initech", "title": "Initech alone", "rule": "name contains 'initech'"}""";
        http.perform(post("/accounts/populations")
                        .header("Authorization", Tokens.bearer("aurora", Role.ALLIANCE_MANAGER))
                        .header("Idempotency-Key", "golden")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isCreated());
    }

    private void withdrawnAndAgreedAgain() {
        var agreed = GoldenSample.of("PartnershipChanged");
        golden.send(Topics.PARTNERSHIPS, "p-1", 2, agreed.with("ACTIVE", "CANCELLED"));
        await().atMost(SOON)
                .until(() -> outside.out("aurora").values().stream().anyMatch(CrmOut.Withdrawn.class::isInstance));
        golden.send(Topics.PARTNERSHIPS, "p-1", 3, agreed);
        shows("/overlap", "Initech GmbH");
    }

    private void enter(String company) throws Exception {
        var body = """
                {"tier": "A", "lead": "borealis", "reason": {"code": "PLAN", "sentence": "Both want it so."}}""";
        var answer = http.perform(put(BASE + "/joint-accounts/" + jointId + "/book-entry")
                .header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER))
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
        assertThat(answer.andReturn().getResponse().getContentAsString()).contains("\"tier\"");
    }

    @AfterAll
    void close() {
        outside.close();
    }

    @Test
    void thereIsACaseForEachEventThatTheCatalogueSaysItWritesOrReads() {
        var written = new HashSet<>(WRITTEN.keySet());
        written.addAll(WRITTEN_APART);
        assertThat(written).isEqualTo(Catalogue.writtenBy("accounts"));
        var read = new HashSet<>(this.read.keySet());
        read.addAll(READ_APART);
        assertThat(read).isEqualTo(Catalogue.readBy("accounts"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void sendsWhatTheSampleSays(String type) {
        var sent = Objects.requireNonNull(WRITTEN.get(type));
        await().atMost(SOON)
                .untilAsserted(() -> golden.assertSent(sent.topic(), issued(sent.key()), sample(type), sent.free()));
    }

    @ParameterizedTest
    @MethodSource("read")
    void takesTheSample(String type) throws Throwable {
        Objects.requireNonNull(read.get(type)).run();

        assertThat(intake.countWaiting(Tenant.PLATFORM)).isZero();
        assertThat(intake.countWaiting(Tenant.of(AURORA))).isZero();
    }

    /// With the ids that were issued in this run.
    private GoldenSample sample(String type) {
        return GoldenSample.of(type)
                .with("ja-1", jointId)
                .with("d-1", dealId)
                .with("rv-1", reviewId)
                .with("account/ja-1/a-1", issued("account/ja-1/a-1"));
    }

    private String issued(String key) {
        return key.replace("ja-1", jointId).replace("d-1", dealId);
    }

    private void showsTheOwner() {
        shows("/joint-accounts/" + jointId + "/sheet", "Ann Ash");
    }

    private void shows(String path, String text) {
        await().atMost(SOON).untilAsserted(() -> assertThat(read(path)).contains(text));
    }

    private String read(String path) throws Exception {
        return http.perform(get(BASE + path).header("Authorization", Tokens.bearer("aurora", Role.ALLIANCE_MANAGER)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /// A change of the mapping is followed by one of a rep, which would be held up if it were not taken.
    private void ignoresCounterparts() {
        var carl = GoldenSample.of("RepChanged").with("rep-ann", "rep-carl").with("u-7", "u-8");
        golden.send(Topics.ROSTERS, "mapping/x", 1, GoldenSample.of("CounterpartsChanged"));
        golden.send(Topics.ROSTERS, "rep/rep-carl", 1, carl);
        await().atMost(SOON).until(() -> mongo.exists(query(where("_id").is("rep-carl")), "rep_notices"));
    }

    /// As if another instance had lost the joint accounts before it handed its work over: the work that the sample asks
    /// for finds them again.
    private void alignsAgain(String work) {
        var joint = query(where("_id").is(jointId));
        var lost = Objects.requireNonNull(mongo.findAndRemove(joint, Document.class, "joint_accounts"));
        handover.onPartitionsAssigned("matchingIn-in-0", new MockConsumer<>("earliest"), List.of(), false);
        golden.send(Topics.MATCHING, "p-1", seq++, sample(work));
        await().atMost(SOON).until(() -> mongo.exists(joint, "joint_accounts"));
        mongo.remove(joint, "joint_accounts");
        mongo.insert(lost, "joint_accounts");
    }

    /// There are none; what one reports is followed by work that would be held up if it were not taken.
    private void ignoresBlocks() {
        golden.send(Topics.MATCHING, "p-1", seq++, sample("BlockReported"));
        alignsAgain("AccountTouched");
    }

    private void feeds(String type, String joint) {
        golden.send(Topics.crmOut(AURORA), "account/" + joint + "/a-1", seq++, sample(type));
        var noted = query(where("state.jointAccount").is(joint));
        await().atMost(SOON).until(() -> mongo.exists(noted, "overlap_changes"));
    }

    /// It is followed by one that is noted, which would be held up if it were not taken.
    private void feedsNothing(String type) {
        golden.send(Topics.crmOut(AURORA), "account/ja-none/a-1", seq++, sample(type));
        feeds("AccountAligned", "ja-after-" + type);
        assertThat(mongo.exists(query(where("state.jointAccount").is("ja-none")), "overlap_changes"))
                .isFalse();
    }

    /// As if the account had not been judged yet.
    private void judgesAgain() {
        var account = query(where("_id").is("aurora/a-1"));
        mongo.updateFirst(account, new Update().set("state.custom", List.of()), "accounts");
        golden.send(Topics.POPULATIONS, "aurora", seq++, sample("PopulationsTouched"));
        var judged = query(where("_id").is("aurora/a-1").and("state.custom").is("initech"));
        await().atMost(SOON).until(() -> mongo.exists(judged, "accounts"));
    }

    private void makesTheDealAgain() {
        mongo.updateMulti(new Query(), new Update().set("state.deal", null), "opportunities");
        golden.send(Topics.ALIGNMENTS, jointId, seq++, sample("JointAccountChanged"));
        var made = query(where("state.deal.deal").is(dealId));
        await().atMost(SOON).until(() -> mongo.exists(made, "opportunities"));
    }

    private void showsTheDeal() {
        var other = sample("DealChanged").with(dealId, "d-other");
        golden.send(Topics.DEALS, "d-other", 1, other);
        shows("/deals", "d-other");
    }
}
