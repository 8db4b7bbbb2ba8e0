package dev.tandem.credit.contribution;

import static dev.tandem.credit.Given.ANNA;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.contracts.partnership.WeightModel.RoleShare;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ContributionEndpointsTest extends ServiceTest {
    private static final WeightModel SOURCER_GETS_A_QUARTER = new WeightModel.Fixed(List.of(
            new RoleShare(ParticipantRole.OWNER, Share.parse("45%")),
            new RoleShare(ParticipantRole.COUNTERPART, Share.parse("30%")),
            new RoleShare(ParticipantRole.SOURCED, Share.parse("25%"))));
    private static final String SOURCED_BY_GIA = """
            {"rep": "rep-gia", "act": "SOURCED", "on": "2026-02-03", "evidence": "meeting-7",
             "reason": {"code": "MET", "sentence": "Gia found the need at the fair."}}""";
    private static final String BECAUSE = """
            {"reason": {"code": "SEEN", "sentence": "We were there."}}""";

    @Test
    void countsAContributionOnlyWhileAnotherPartyStandsByIt() throws Exception {
        var partnership = story("claimed", fixed("60%", "40%"));
        platform.says(2, in(partnership, Given.agreed(SOURCER_GETS_A_QUARTER)));
        awaitNet(partnership, "60.00", "40.00");
        assertThat(claim(partnership, "globex", SOURCED_BY_GIA).getStatus()).isEqualTo(201);
        assertThat(closing(partnership, Given.GLOBEX)).containsExactly("40.00");

        assertThat(verdict(partnership, "acme", "c1", "confirmation").getStatus())
                .isEqualTo(200);
        assertThat(closing(partnership, Given.GLOBEX)).containsExactly("55.00");
        assertThat(closing(partnership, Given.ACME)).containsExactly("45.00");

        assertThat(verdict(partnership, "acme", "c1", "contest").getStatus()).isEqualTo(200);
        assertThat(closing(partnership, Given.GLOBEX)).containsExactly("40.00");
        var said = read(partnership, "acme");
        assertThat(JsonPath.<List<String>>read(said, "$.contributions[0].reviews[*].standing"))
                .containsExactly("CONFIRMED", "CONTESTED");
        assertThat(said).doesNotContain("person");
    }

    @Test
    void letsNobodyConfirmTheirOwnNorTakeBackAnothers() throws Exception {
        var partnership = story("own", fixed("60%", "40%"));
        claim(partnership, "globex", SOURCED_BY_GIA);
        var own = verdict(partnership, "globex", "c1", "confirmation");
        assertThat(own.getStatus()).isEqualTo(409);
        assertThat(JsonPath.<String>read(own.getContentAsString(), "$.code")).isEqualTo("SELF_APPROVAL");
        assertThat(JsonPath.<List<String>>read(own.getContentAsString(), "$.violations[*].field"))
                .containsExactly("company");
        assertThat(JsonPath.<List<String>>read(own.getContentAsString(), "$.allowed"))
                .containsExactly("WITHDRAWN");
        assertThat(verdict(partnership, "acme", "c1", "withdrawal").getStatus()).isEqualTo(409);
        assertThat(verdict(partnership, "globex", "c1", "withdrawal").getStatus())
                .isEqualTo(200);
        assertThat(verdict(partnership, "acme", "c1", "confirmation").getStatus())
                .isEqualTo(409);
    }

    @Test
    void namesWhatIsWrongWithAClaimAndKeepsNothingOfIt() throws Exception {
        var partnership = story("wrong", fixed("60%", "40%"));
        assertThat(fields(claim(partnership, "acme", SOURCED_BY_GIA))).containsExactly("rep");
        assertThat(fields(claim(partnership, "globex", SOURCED_BY_GIA.replace("2026-02-03", "2999-01-01"))))
                .containsExactly("on");
        assertThat(fields(claim(partnership, "globex", SOURCED_BY_GIA.replace("SOURCED", "DREAMT"))))
                .containsExactly("act");
        assertThat(read(partnership, "globex")).isEqualTo("{\"contributions\":[]}");
    }

    @Test
    void answersARepetitionAsItDidTheFirstTime() throws Exception {
        var partnership = story("again", fixed("60%", "40%"));
        var key = UUID.randomUUID().toString();
        var path = path(partnership);
        var first = send(path, "globex", key, SOURCED_BY_GIA);
        var second = send(path, "globex", key, SOURCED_BY_GIA);
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
        var other = SOURCED_BY_GIA.replace("meeting-7", "meeting-8");
        assertThat(send(path, "globex", key, other).getStatus()).isEqualTo(422);
    }

    @Test
    void answersAThirdCompanyAsIfNothingWereThere() throws Exception {
        var partnership = story("third", fixed("60%", "40%"));
        claim(partnership, "globex", SOURCED_BY_GIA);
        var theirs = verdict(partnership, "initech", "c1", "confirmation");
        var never = verdict(new PartnershipId("never"), "initech", "c1", "confirmation");
        assertThat(theirs.getStatus()).isEqualTo(404);
        assertThat(theirs.getContentAsString()).isEqualTo(never.getContentAsString());
        assertThat(verdict(partnership, "acme", "c9", "confirmation").getContentAsString())
                .isEqualTo(never.getContentAsString());
    }

    private PartnershipId story(String name, WeightModel model) throws Exception {
        var partnership = new PartnershipId(name);
        platform.says(1, Given.anna());
        platform.says(1, Given.gus());
        platform.says(1, Given.rep(Given.GIA, Given.GLOBEX, "u-gia", "Gia Globex"));
        platform.says(1, in(partnership, Given.agreed(model)));
        platform.says(1, in(partnership, counterparts(GUS)));
        var won = deal("d1", 1, Money.of("100.00", "USD"), Status.WON);
        assertThat(won.ownerRep()).isEqualTo(ANNA);
        platform.says(in(partnership, won));
        awaitNet(partnership, "60.00", "40.00");
        return partnership;
    }

    private static String path(PartnershipId partnership) {
        return "/credit/partnerships/%s/deals/%s-d1/contributions".formatted(partnership, partnership);
    }

    private MockHttpServletResponse claim(PartnershipId partnership, String company, String body) throws Exception {
        return send(path(partnership), company, UUID.randomUUID().toString(), body);
    }

    private MockHttpServletResponse verdict(PartnershipId partnership, String company, String id, String verdict)
            throws Exception {
        return send(
                path(partnership) + "/" + id + "/" + verdict,
                company,
                UUID.randomUUID().toString(),
                BECAUSE);
    }

    private MockHttpServletResponse send(String path, String company, String key, String body) throws Exception {
        return http.perform(post(path)
                        .header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER))
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private String read(PartnershipId partnership, String company) throws Exception {
        return http.perform(get(path(partnership)).header("Authorization", Tokens.bearer(company, Role.FINANCE)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static List<String> fields(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(400);
        return JsonPath.read(answer.getContentAsString(), "$.violations[*].field");
    }
}
