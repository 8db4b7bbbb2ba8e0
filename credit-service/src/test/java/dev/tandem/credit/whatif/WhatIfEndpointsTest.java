package dev.tandem.credit.whatif;

import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.SIGNED;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class WhatIfEndpointsTest extends ServiceTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("whatif");
    private static final String PATH = "/credit/partnerships/whatif/";

    @Test
    void triesADraftOnPastDealsAndChangesNothing() throws Exception {
        story();
        var trial = answer(PATH + "revisions/2/trial", Tokens.bearer("acme", Role.ALLIANCE_MANAGER))
                .getContentAsString();
        assertThat(JsonPath.<List<String>>read(trial, "$.changes[*].gain.amount"))
                .containsExactly("-10.00", "10.00");
        assertThat(JsonPath.<List<String>>read(trial, "$.changes[*].then.amount"))
                .containsExactly("50.00", "50.00");
        assertThat(trial).contains("\"deals\":1", "\"creditedNow\":1", "\"creditedThen\":1");
        assertThat(closing(PARTNERSHIP, Given.ACME)).containsExactly("60.00");
        assertThat(answer(PATH + "revisions/3/trial", Tokens.bearer("acme", Role.FINANCE))
                        .getStatus())
                .isEqualTo(404);
        var stranger = answer(PATH + "revisions/2/trial", Tokens.bearer("initech", Role.FINANCE));
        assertThat(stranger.getStatus()).isEqualTo(404);
    }

    @Test
    void tellsARepWhyThereIsNoCreditForThem() throws Exception {
        story();
        assertThat(codes("u-gus")).isEmpty();
        assertThat(codes("u-gia")).containsExactly("NOT_A_PARTICIPANT");
        assertThat(codes("nobody")).containsExactly("NOT_A_REP");
        var stranger = answer(PATH + "deals/whatif-d1/why-not-me", Tokens.bearerOf("u-gus", "initech", Role.REP));
        assertThat(stranger.getStatus()).isEqualTo(404);
    }

    private void story() {
        platform.says(1, Given.anna());
        platform.says(1, Given.gus());
        platform.says(1, Given.rep(Given.GIA, Given.GLOBEX, "u-gia", "Gia Globex"));
        var draft = Given.revision(2, fixed("50%", "50%"), null, null);
        platform.says(
                1,
                in(
                        PARTNERSHIP,
                        Given.partnership(List.of(Given.revision(1, fixed("60%", "40%"), SIGNED, null), draft))));
        platform.says(1, in(PARTNERSHIP, counterparts(GUS)));
        platform.says(in(PARTNERSHIP, deal("d1", 1, Money.of("100.00", "USD"), Status.WON)));
        awaitNet(PARTNERSHIP, "60.00", "40.00");
    }

    private List<String> codes(String person) throws Exception {
        var answer = answer(PATH + "deals/whatif-d1/why-not-me", Tokens.bearerOf(person, "globex", Role.REP));
        return JsonPath.read(answer.getContentAsString(), "$.reasons[*].code");
    }

    private MockHttpServletResponse answer(String path, String token) throws Exception {
        return http.perform(get(path).header("Authorization", token))
                .andReturn()
                .getResponse();
    }
}
