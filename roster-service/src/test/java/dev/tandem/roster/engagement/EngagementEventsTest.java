package dev.tandem.roster.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.EngagementMoved;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/// Engagements as CRMs record them, and as CRMs are told of them.
@NullMarked
class EngagementEventsTest extends AgreedPair {
    private static final String WHY = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;
    private static final GoldenSample GOLDEN = GoldenSample.of("CrmChange.engagement");

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    private String one = "";
    private String other = "";
    private String resource = "";
    private long sequence = 100;

    @Test
    void aCrmOpensOneAnotherTakesPartAndEachIsToldTheOthersStageAlone() throws Exception {
        agree("egret", "ibis");
        said(one, "engagement/b-1", sample(Map.of("jointAccount", "j-egret")));
        var opened = told(other, "QUALIFIED");
        assertThat(opened)
                .isEqualTo(new EngagementMoved(
                        partnership(),
                        opened.engagement(),
                        joint(),
                        new CompanyId(one),
                        "QUALIFIED",
                        opened.since(),
                        null));
        new GoldenEvents(brokers, "roster")
                .assertSent(
                        Topics.crmOut(new CompanyId(one)),
                        key(opened),
                        GoldenSample.of("EngagementMoved")
                                .with("p-1", partnership().value())
                                .with("engagement-1", opened.engagement())
                                .with("ja-1", joint().value())
                                .with("aurora", one),
                        List.of("/since"));

        said(other, "engagement/a-1", record("EXPLORING", "engagement", opened.engagement()));
        assertThat(told(one, "EXPLORING").engagement()).isEqualTo(opened.engagement());
        said(other, "engagement/a-1", record("LOST", "engagement", opened.engagement()));
        assertThat(told(one, "LOST").company()).isEqualTo(new CompanyId(other));
        assertThat(get(manager(one), resource + "/engagements/" + opened.engagement()))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"own": {"opportunity": "o-1", "stage": "QUALIFIED",
                           "reason": {"code": "RECORDED_IN_CRM", "sentence": "The budget is released."}},
                         "others": [{"company": "ibis", "stage": "LOST"}]}
                        """);

        parked(other, "engagement/a-1", record("EXPLORING", "engagement", opened.engagement()), "NOT_ALLOWED_NOW");
        deletedIsTakenBack(opened);
    }

    private void deletedIsTakenBack(EngagementMoved opened) throws Exception {
        write(
                Topics.crmPeopleIn(new CompanyId(one)),
                "engagement/b-1",
                0,
                change("engagement/b-1", Change.DELETED, Map.of()));
        patiently().untilAsserted(() -> assertThat(last(other, key(opened))).isInstanceOf(CrmOut.Withdrawn.class));
        assertThat(last(one, key(opened))).isInstanceOf(CrmOut.Withdrawn.class);
        assertThat(get(manager(one), resource + "/engagements/" + opened.engagement()))
                .bodyText()
                .doesNotContain("\"own\"");
        assertThat(post(manager(one), resource + "/engagements/" + opened.engagement() + "/stage", """
                        {"stage": "WON", "reason": {"code": "OK", "sentence": "Again."}}
                        """))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"WITHDRAWN\", \"allowed\": []}");
        said(one, "engagement/b-1", record("WON"));
        receipt(one, "engagement/b-1", "UNCHANGED");
    }

    @Test
    void whatCannotApplyIsParkedWithItsFieldAndRule() throws Exception {
        agree("lapwing", "gannet");
        parked(one, "engagement/l-1", record("DREAMING"), "MALFORMED");
        parked(one, "engagement/l-2", record("QUALIFIED", "jointAccount", "j-nobody"), "UNKNOWN");
        parked(one, "engagement/l-3", record("QUALIFIED", "engagement", "none"), "UNKNOWN");
        parked(one, "engagement/l-4", record("QUALIFIED", "partnership", "p-nobody"), "NOT_IN_FORCE");
        parked(one, "l-5", record("QUALIFIED"), "NOT_THE_OBJECT_ID");
        write(
                Topics.crmPeopleIn(new CompanyId(one)),
                "engagement/l-6",
                0,
                change("engagement/l-6", Change.FIELDS, record("QUALIFIED")));
        receipt(one, "engagement/l-6", "NOT_IN_PARTS");

        said(one, "engagement/l-7", record("QUALIFIED"));
        var opened = told(other, "QUALIFIED");
        parked(one, "engagement/l-8", record("WON", "engagement", opened.engagement()), "TAKEN");
        parked(one, "engagement/l-7", record("WON", "engagement", "another"), "ANOTHER");
        assertThat(count(other)).isEqualTo(1);
    }

    @Test
    void theSameAgainAndWhatIsOlderChangesNothing() throws Exception {
        agree("raven", "heron");
        said(one, "engagement/r-1", record("QUALIFIED"));
        told(other, "QUALIFIED");
        var older = new CrmChange(
                "engagement", new CrmId("engagement/r-1"), new BigInteger("1"), Change.FULL, record("EXPLORING"));
        write(Topics.crmPeopleIn(new CompanyId(one)), "engagement/r-1", 0, older);
        receipt(one, "engagement/r-1", "UNCHANGED");
        said(one, "engagement/r-1", record("NEGOTIATING"));
        told(other, "NEGOTIATING");
        assertThat(count(other)).isEqualTo(2);
    }

    @Test
    void whoNoLongerSeesTheJointAccountIsNoLongerTold() throws Exception {
        agree("curlew", "plover");
        said(one, "engagement/c-1", record("QUALIFIED"));
        var opened = told(other, "QUALIFIED");
        assertThat(postCurrent(manager(one), resource, "/suspension", WHY)).hasStatusOk();
        patiently().untilAsserted(() -> assertThat(last(other, key(opened))).isInstanceOf(CrmOut.Withdrawn.class));
        assertThat(last(one, key(opened))).isInstanceOf(EngagementMoved.class);
        assertThat(postCurrent(manager(one), resource, "/resumption", "")).hasStatusOk();
        patiently().untilAsserted(() -> assertThat(last(other, key(opened))).isInstanceOf(EngagementMoved.class));

        write(
                Topics.ALIGNMENTS,
                joint().value(),
                2,
                new JointAccountChanged(joint(), partnership(), List.of(), Book.NOT_IN_BOOK));
        patiently().untilAsserted(() -> assertThat(last(other, key(opened))).isInstanceOf(CrmOut.Withdrawn.class));
        patiently()
                .untilAsserted(() -> assertThat(get(manager(other), resource + "/withdrawal-receipt"))
                        .bodyText()
                        .contains("ENGAGEMENT"));
    }

    @Test
    void aPartyTakesItsOwnRecordBackForGood() throws Exception {
        agree("linnet", "avocet");
        said(one, "engagement/n-1", record("QUALIFIED"));
        var opened = told(other, "QUALIFIED");
        var engagement = resource + "/engagements/" + opened.engagement();
        assertThat(post(manager(other), engagement + "/withdrawal", WHY))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"NOT_TAKING_PART\", \"allowed\": [\"stage\"]}");
        assertThat(post(manager(one), engagement + "/withdrawal", WHY)).hasStatusOk();
        assertThat(last(other, key(opened))).isInstanceOf(CrmOut.Withdrawn.class);
        assertThat(post(manager(one), engagement + "/withdrawal", WHY)).hasStatus(409);
        assertThat(get(manager(other), engagement)).hasStatus(404);
    }

    private void agree(String first, String second) throws Exception {
        one = first;
        other = second;
        resource = agreed(one, other, TERMS);
        var mine = new Member(new AccountRef(new CompanyId(one), new CrmId("1")), 1, owner(one), Population.CUSTOMERS);
        var theirs =
                new Member(new AccountRef(new CompanyId(other), new CrmId("2")), 1, owner(other), Population.CUSTOMERS);
        write(
                Topics.ALIGNMENTS,
                joint().value(),
                1,
                new JointAccountChanged(joint(), partnership(), List.of(mine, theirs), Book.NOT_IN_BOOK));
        patiently()
                .untilAsserted(() -> assertThat(get(manager(one), resource + "/counterparts"))
                        .bodyText()
                        .contains(joint().value()));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private RepId owner(String company) throws Exception {
        return new RepId(rep(company, "U1", "Ann Ash"));
    }

    private PartnershipId partnership() {
        return new PartnershipId(resource.substring(resource.lastIndexOf('/') + 1));
    }

    private JointAccountId joint() {
        return new JointAccountId("j-" + one);
    }

    private Map<String, String> sample(Map<String, String> own) {
        return with(new TreeMap<>(GOLDEN.as(CrmChange.class).fields()), own);
    }

    private Map<String, String> record(String stage, String... more) {
        var own = new HashMap<>(Map.of("stage", stage, "jointAccount", joint().value()));
        for (int i = 0; i < more.length; i += 2) {
            own.put(more[i], more[i + 1]);
        }
        return with(Map.of("opportunity", "o-2"), own);
    }

    private Map<String, String> with(Map<String, String> fields, Map<String, String> own) {
        var all = new HashMap<>(fields);
        all.put("partnership", partnership().value());
        all.putAll(own);
        return all;
    }

    private CrmChange change(String object, Change change, Map<String, String> fields) {
        return new CrmChange("engagement", new CrmId(object), BigInteger.valueOf(sequence++), change, fields);
    }

    private void said(String company, String object, Map<String, String> fields) {
        write(Topics.crmPeopleIn(new CompanyId(company)), object, 0, change(object, Change.FULL, fields));
    }

    private void parked(String company, String object, Map<String, String> fields, String rule) {
        said(company, object, fields);
        receipt(company, object, rule);
    }

    private void receipt(String company, String object, String word) {
        patiently()
                .untilAsserted(() -> assertThat(
                                get(Tokens.bearer(company, Role.ADMIN), "/roster/receipts?objectId=" + object))
                        .bodyText()
                        .contains(word));
    }

    private EngagementMoved told(String company, String stage) {
        return patiently()
                .until(
                        () -> out(company).stream()
                                .filter(moved -> moved.stage().equals(stage))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    private long count(String company) {
        return out(company).size();
    }

    private List<EngagementMoved> out(String company) {
        return read(Topics.crmOut(new CompanyId(company))).stream()
                .map(Incoming::payload)
                .filter(EngagementMoved.class::isInstance)
                .map(EngagementMoved.class::cast)
                .toList();
    }

    private Object last(String company, String key) {
        return read(Topics.crmOut(new CompanyId(company))).stream()
                .filter(event -> event.key().equals(key))
                .<Object>map(Incoming::payload)
                .toList()
                .getLast();
    }

    private String key(EngagementMoved moved) {
        return "engagement/%s/%s/%s".formatted(moved.partnership(), moved.engagement(), moved.company());
    }
}
