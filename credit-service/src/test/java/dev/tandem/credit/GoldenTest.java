package dev.tandem.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.tandem.contracts.Catalogue;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The service given golden samples of all that it reads, and held to the golden samples of all
/// that it writes.
class GoldenTest extends ServiceTest {
    private static final CompanyId AURORA = new CompanyId("aurora");
    private static final DealChanged DEAL = GoldenSample.of("DealChanged").as(DealChanged.class);

    /// Where a sample is to be found, and which of its values are others each time.
    private record Sent(Topic<?> topic, String key, List<String> free) {}

    private static final Map<String, Sent> WRITTEN = Map.of(
            // The points are divided otherwise where the deal is there before the activity; then they follow apart.
            "CreditPosted",
                    new Sent(Topics.CREDITS, DEAL.deal().value(), List.of("/posting/entrySeq", "/posting/points")),
            "CreditingWork", new Sent(Topics.CREDITING, DEAL.deal().value(), List.of()),
            "CreditAdjusted", new Sent(Topics.CREDITS, DEAL.deal().value(), List.of("/posting/entrySeq")),
            "DealCredited", new Sent(Topics.crmOut(AURORA), "credit/" + DEAL.deal(), List.of()),
            "PersonErased",
                    new Sent(Topics.ERASURES, "rep-gone/credit", List.of("/rep", "/service", "/places", "/at")));

    /// Held to their samples by the tests of closing a period and of settling.
    private static final Set<String> APART = Set.of("PeriodClosed", "SettlementSigned");

    /// What of the deal's credit is there only because of the sample.
    private static final Map<String, String> READ = Map.of(
            "DealChanged", DEAL.deal().value(),
            "PartnershipChanged", "by rule revenue of agreement revision",
            "CounterpartsChanged", "\"rep-bob\"",
            "RepChanged", "Ann Ash",
            "ActivityChanged", "act-1.rep-bob.PRESENTED",
            "CreditingWork", DEAL.deal().value());

    @Autowired
    private Intake intake;

    static Set<String> written() {
        return WRITTEN.keySet();
    }

    static Set<String> read() {
        return READ.keySet();
    }

    /// Each sample as its writer sends it, then an amendment of the deal; repeating it changes
    /// nothing.
    @BeforeEach
    void play() throws Exception {
        var golden = golden();
        golden.send(Topics.PARTNERSHIPS, "p-1", 1, GoldenSample.of("PartnershipChanged"));
        golden.send(Topics.ROSTERS, "rep/rep-ann", 1, GoldenSample.of("RepChanged"));
        golden.send(Topics.ROSTERS, "rep/rep-gone", 1, erased());
        golden.send(Topics.ROSTERS, "mapping/" + DEAL.jointAccount(), 1, GoldenSample.of("CounterpartsChanged"));
        golden.send(Topics.ACTIVITIES, "act-1", 1, GoldenSample.of("ActivityChanged"));
        golden.send(Topics.CREDITING, "read", 1, GoldenSample.of("CreditingWork"));
        golden.send(Topics.DEALS, DEAL.deal().value(), 1, GoldenSample.of("DealChanged"));
        // Its credit, and not only the deal: without the counterpart it would be credited first as amended.
        shows("823.00");
        var amended = GoldenSample.of("DealChanged").with("1234.50", "1000.00");
        platform.says(new DealChanged(
                DEAL.deal(),
                2,
                DEAL.partnership(),
                DEAL.owner(),
                DEAL.jointAccount(),
                DEAL.opportunity(),
                DEAL.ownerRep(),
                DEAL.effectiveDate(),
                amended.as(DealChanged.class).net(),
                DEAL.status(),
                DEAL.changedAt()));
        shows("1000.00");
        claim();
    }

    /// Which raises the work of crediting the deal again.
    private void claim() throws Exception {
        var claim = """
                {"rep": "rep-ann", "act": "SOURCED", "on": "2026-02-01", "evidence": "mail-1",
                 "reason": {"code": "SOURCED", "sentence": "Found the need."}}""";
        assertThat(http.perform(post(path() + "/contributions")
                                .header("Authorization", Tokens.bearer("aurora", Role.ALLIANCE_MANAGER))
                                .header("Idempotency-Key", "golden")
                                .contentType("application/json")
                                .content(claim))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(201);
    }

    private GoldenEvents golden() {
        return new GoldenEvents(broker.getBrokersAsString(), "credit");
    }

    @Test
    void thereIsACaseForEachEventThatTheCatalogueSaysItWritesOrReads() {
        var written = new TreeSet<>(WRITTEN.keySet());
        written.addAll(APART);
        assertThat(written).isEqualTo(Catalogue.writtenBy("credit"));
        assertThat(READ.keySet()).isEqualTo(Catalogue.readBy("credit"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void sendsWhatTheSampleSays(String type) {
        var sent = Objects.requireNonNull(WRITTEN.get(type));
        await().atMost(SOON)
                .untilAsserted(() -> golden().assertSent(sent.topic(), sent.key(), GoldenSample.of(type), sent.free()));
    }

    @ParameterizedTest
    @MethodSource("read")
    void takesTheSample(String type) {
        shows(Objects.requireNonNull(READ.get(type)));

        assertThat(intake.countWaiting(Tenant.PLATFORM)).isZero();
    }

    private static GoldenSample erased() {
        return GoldenSample.of("RepChanged")
                .with("rep-ann", "rep-gone")
                .with("u-7", CrmId.erased("a-mark").value())
                .with("Ann Ash", "");
    }

    private void shows(String text) {
        await().atMost(SOON).untilAsserted(() -> assertThat(credit()).contains(text));
    }

    private String credit() throws Exception {
        return read(path()) + read(path() + "/contributions");
    }

    private static String path() {
        return "/credit/partnerships/" + DEAL.partnership() + "/deals/" + DEAL.deal();
    }

    private String read(String path) throws Exception {
        return http.perform(get(path).header("Authorization", Tokens.bearer("aurora", Role.FINANCE)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
