package dev.tandem.credit.disputing;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.in;
import static dev.tandem.credit.Given.ownedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Spell;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;
import org.springframework.mock.web.MockHttpServletResponse;

/// One rep's disputes, in order: only what is disputed is held, and what finance decides is posted.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DisputesTest extends ServiceTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("disputes");
    private static final RepId DORA = new RepId("rep-dora");
    private static final RepId MIA = new RepId("rep-mia");
    private static final String COMPANY = "/credit/companies/acme/";
    private static final String MINE = "/credit/me/disputes";
    private static final String DORAS = Tokens.bearerOf("u-rep-dora", "acme", Role.REP, Role.FINANCE);
    private static final String MIAS = Tokens.bearerOf("u-rep-mia", "acme", Role.REP);
    private static final String FINANCE = Tokens.bearer("acme", Role.FINANCE);
    private static final String PLAN = """
            {"name": "disputed", "effectiveFrom": "2026-01", "currency": "USD",
             "calendar": {"@type": "Months", "startMonth": 1},
             "measures": [{"id": "revenue", "creditType": "REVENUE", "window": "YEAR"}],
             "incentives": [{"@type": "Flat", "id": "commission", "measure": "revenue", "rate": "10%"}],
             "holdPeriods": 0,
             "members": [{"rep": "rep-dora", "quota": {"amount": "100000.00", "currency": "USD"}}]}""";

    @Autowired
    private ConfigurableApplicationContext context;

    @Test
    @Order(1)
    void paysAllOfALineForWhichMoreIsClaimedAndOnlyTheUndisputedPartOfAnother() throws Exception {
        platform.says(1, rep(DORA, MIA));
        platform.says(1, rep(MIA, null));
        platform.says(1, in(PARTNERSHIP, Given.agreed(fixed("60%", "40%"))));
        platform.says(1, in(PARTNERSHIP, counterparts(GUS)));
        platform.says(in(PARTNERSHIP, ownedBy(deal("d1", 1, Money.of("1000.00", "USD"), Status.WON), DORA)));
        awaitNet(PARTNERSHIP, "600.00", "400.00");
        platform.says(in(PARTNERSHIP, ownedBy(deal("d2", 1, Money.of("500.00", "USD"), Status.WON), DORA)));
        awaitNet(PARTNERSHIP, "900.00", "600.00");
        var proposed = send(COMPANY + "plans", FINANCE, PLAN);
        var id = JsonPath.<String>read(proposed.getContentAsString(), "$.id");
        send(COMPANY + "plans/" + id + "/approval", Tokens.bearerOf("sam", "acme", Role.ADMIN), BECAUSE);
        assertThat(send(COMPANY + "earning-runs", FINANCE, "{\"through\": \"2026-03\"}")
                        .getStatus())
                .isEqualTo(200);
        assertThat(amounts("pays")).containsExactly("90.00");

        assertThat(dispute(DORAS, "d1", "90.00", "").getStatus()).isEqualTo(201);
        assertThat(dispute(MIAS, "d2", "10.00", "\"rep\": \"rep-dora\",").getStatus())
                .isEqualTo(201);

        assertThat(amounts("totals")).containsExactly("90.00");
        assertThat(amounts("payable")).containsExactly("90.00");
        assertThat(amounts("held")).containsExactly("20.00");
        assertThat(amounts("pays")).containsExactly("70.00");
        assertThat(read(COMPANY + "fiscal-closes/2026-03", FINANCE)).contains("DISPUTES_OPEN");
        assertThat(send(COMPANY + "fiscal-closes", FINANCE, "{\"period\": \"2026-03\"}")
                        .getContentAsString())
                .contains("ITEMS_OPEN");
    }

    @Test
    @Order(2)
    void namesWhatIsWrongWithADisputeAndKeepsNothingOfIt() throws Exception {
        assertThat(dispute(DORAS, "d1", "90.00", "").getStatus()).isEqualTo(409);
        assertThat(fields(dispute(DORAS, "d9", "90.00", ""))).containsExactly("seq NO_SUCH_LINE");
        assertThat(fields(dispute(MIAS, "d1", "90.00", ""))).containsExactly("seq NO_SUCH_LINE");
        assertThat(fields(dispute(DORAS, "d1", "1.00", "\"rep\": \"rep-mia\",")))
                .containsExactly("rep NOT_YOUR_TEAM");
        assertThat(fields(dispute(DORAS, "d1", "1.00", "\"rep\": \"rep-gus\",")))
                .containsExactly("rep NOT_YOUR_TEAM");
        assertThat(fields(dispute(DORAS, "d2", "30.00", ""))).containsExactly("claimed NOTHING_DISPUTED");
        assertThat(fields(send(MINE, DORAS, body("d1", "90.00", "").replace("\"USD\"", "\"EUR\""))))
                .containsExactly("claimed.currency CURRENCY");
        assertThat(JsonPath.<List<String>>read(read(MINE, DORAS), "$.disputes[*].id"))
                .hasSize(2);
        assertThat(read(MINE, MIAS)).isEqualTo("{\"disputes\":[]}");
    }

    @Test
    @Order(3)
    void isNeverResolvedByWhoRaisedItNorByWhoseLineItIs() throws Exception {
        assertThat(fields(resolve(DORAS, "d1", "\"UPHELD\""))).containsExactly("resolution.person SELF_APPROVAL");
        assertThat(fields(resolve(DORAS, "d2", "\"REJECTED\""))).containsExactly("resolution.person SELF_APPROVAL");
        var mias = Tokens.bearerOf("u-rep-mia", "acme", Role.FINANCE);
        assertThat(fields(resolve(mias, "d2", "\"REJECTED\""))).containsExactly("resolution.person SELF_APPROVAL");
        assertThat(fields(resolve(FINANCE, "d2", "\"ADJUSTED\""))).containsExactly("amount ONLY_IF_ADJUSTED");
        assertThat(amounts("totals")).containsExactly("90.00");
    }

    @Test
    @Order(4)
    void postsEachResolutionOnceWithItsReasonAndReleasesWhatWasHeld() throws Exception {
        assertThat(resolve(FINANCE, "d1", "\"UPHELD\"").getStatus()).isEqualTo(200);
        assertThat(resolve(FINANCE, "d1", "\"REJECTED\"").getStatus()).isEqualTo(409);
        assertThat(resolve(FINANCE, "d2", "\"REJECTED\"").getStatus()).isEqualTo(200);

        assertThat(amounts("totals")).containsExactly("120.00");
        assertThat(amounts("held")).isEmpty();
        assertThat(amounts("pays")).containsExactly("120.00");
        var lines = "$.statements[*].lines[?(@.because.code=~/DISPUTE.*/)]";
        assertThat(JsonPath.<List<String>>read(statement(), lines + ".amount.amount"))
                .containsExactly("30.00", "0.00");
        assertThat(statement()).contains("60.00 USD stood, 90.00 USD were claimed, so 30.00 USD is posted. Compared.");
        var again = send(COMPANY + "earning-runs", FINANCE, "{\"through\": \"2026-01\"}");
        assertThat(again.getContentAsString()).contains("\"entries\":0");
        assertThat(amounts("totals")).containsExactly("120.00");
        assertThat(read(COMPANY + "earnings/verification", FINANCE)).contains("\"findings\":[]");
        assertThat(read(COMPANY + "fiscal-closes/2026-03", FINANCE)).doesNotContain("DISPUTES_OPEN");
    }

    @Test
    @Order(5)
    void answersThePartnerAStrangerAndAWrongRoleAlike() throws Exception {
        var partner = answer(COMPANY + "disputes", Tokens.bearer("globex", Role.FINANCE));
        var stranger = answer(COMPANY + "disputes", Tokens.bearer("initech", Role.FINANCE));
        assertThat(partner.getStatus()).isEqualTo(404);
        assertThat(partner.getContentAsString()).isEqualTo(stranger.getContentAsString());
        assertThat(answer(COMPANY + "disputes", Tokens.bearer("acme", Role.REP)).getStatus())
                .isEqualTo(403);
        assertThat(read(MINE, Tokens.bearerOf("u-rep-dora", "globex", Role.REP)))
                .isEqualTo("{\"disputes\":[]}");
        assertThat(platform.heard("tandem.credits", "disputes-d1")).noneMatch(event -> event.contains("30.00"));
    }

    /// While the first is being written, the second is raised from beginning to end.
    @Test
    @Order(6)
    void isRaisedOnceThoughTwoPeopleDisputeALineAtOnce() throws Exception {
        var second = new AtomicReference<MockHttpServletResponse>();
        var atOnce = new AbstractMongoEventListener<Object>() {
            @Override
            public void onBeforeSave(BeforeSaveEvent<Object> event) {
                if ("disputes".equals(event.getCollectionName()) && second.get() == null) {
                    second.set(new MockHttpServletResponse());
                    second.set(disputed(MIAS, "\"rep\": \"rep-dora\","));
                }
            }
        };
        context.addApplicationListener(atOnce);
        try {
            assertThat(dispute(DORAS, "d2", "15.00", "").getStatus()).isEqualTo(409);
        } finally {
            context.removeApplicationListener(atOnce);
        }
        assertThat(second.get().getStatus()).isEqualTo(201);
        var open = "$.items[?(@.deal=='disputes-d2' && !@.resolution)].claimed.amount";
        assertThat(JsonPath.<List<String>>read(read(COMPANY + "disputes", FINANCE), open))
                .containsExactly("10.00");
    }

    private MockHttpServletResponse disputed(String token, String more) {
        try {
            return dispute(token, "d2", "10.00", more);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final String BECAUSE = "{\"reason\": {\"code\": \"READ\", \"sentence\": \"Compared.\"}}";

    private static RepChanged rep(RepId rep, @Nullable RepId manager) {
        var spell = new Spell(LocalDate.EPOCH, null, RosterChange.Status.ACTIVE, null, null, manager);
        return new RepChanged(
                rep,
                ACME,
                new CrmId("u-" + rep),
                "Name of " + rep,
                null,
                null,
                null,
                RosterChange.Status.ACTIVE,
                List.of(spell));
    }

    private MockHttpServletResponse dispute(String token, String deal, String claimed, String more) throws Exception {
        return send(MINE, token, body(deal, claimed, more));
    }

    private static String body(String deal, String claimed, String more) {
        return """
                {%s "seq": 1, "rule": "commission", "deal": "disputes-%s",
                 "claimed": {"amount": "%s", "currency": "USD"},
                 "reason": {"code": "WRONG", "sentence": "I was to get another rate."}}""".formatted(more, deal, claimed);
    }

    private MockHttpServletResponse resolve(String token, String deal, String outcome) throws Exception {
        var all = read(COMPANY + "disputes", FINANCE);
        var id = JsonPath.<List<String>>read(all, "$.items[?(@.deal=='disputes-" + deal + "')].id");
        var body = "{\"outcome\": " + outcome + ", \"reason\": {\"code\": \"READ\", \"sentence\": \"Compared.\"}}";
        return send(COMPANY + "disputes/" + id.getFirst() + "/resolution", token, body);
    }

    private String statement() throws Exception {
        return read(COMPANY + "statements?period=2026-03", FINANCE);
    }

    private List<String> amounts(String of) throws Exception {
        return JsonPath.read(statement(), "$.statements[?(@.rep=='rep-dora')]." + of + "[*].amount");
    }

    private MockHttpServletResponse send(String path, String token, String body) throws Exception {
        return http.perform(post(path)
                        .header("Authorization", token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse answer(String path, String token) throws Exception {
        return http.perform(get(path).header("Authorization", token))
                .andReturn()
                .getResponse();
    }

    private String read(String path, String token) throws Exception {
        return answer(path, token).getContentAsString();
    }

    private static List<String> fields(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(400);
        var fields = JsonPath.<List<String>>read(answer.getContentAsString(), "$.violations[*].field");
        var rules = JsonPath.<List<String>>read(answer.getContentAsString(), "$.violations[*].rule");
        return java.util.stream.IntStream.range(0, fields.size())
                .mapToObj(i -> fields.get(i) + " " + rules.get(i))
                .toList();
    }
}
