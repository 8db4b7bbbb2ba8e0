package dev.tandem.credit;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GLOBEX;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.gus;
import static dev.tandem.credit.Given.in;
import static dev.tandem.credit.Given.ownedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.store.Canary;
import dev.tandem.kit.store.Marks;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;

/// Nothing in the store says who an erased person was, though the person contributed, was credited and said things;
/// what was posted stays under the opaque id.
class ErasureTest extends ServiceTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("erasure");
    private static final RepId REP = new RepId("rep-canary");
    private static final String NAME = "Zyxwa Qvortrup";
    private static final String MAIL = "zq@canary.example";
    private static final String USER = "U-canary-4711";

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Marks marks;

    @Test
    void nothingSaysWhoWasCredited() throws Exception {
        var _ = broker.addTopicsWithResults(
                Topics.crmOut(ACME).name(), Topics.crmOut(GLOBEX).name());
        platform.says(1, new RepChanged(REP, ACME, new CrmId(USER), NAME, MAIL, null, null, Status.ACTIVE));
        platform.says(1, gus());
        platform.says(1, in(PARTNERSHIP, Given.agreed(fixed("60%", "40%"))));
        platform.says(1, in(PARTNERSHIP, counterparts(GUS)));
        var deal = in(PARTNERSHIP, ownedBy(deal("d1", 1, Money.of("1000.00", "USD"), DealChanged.Status.WON), REP));
        platform.says(deal);
        awaitNet(PARTNERSHIP, "600.00", "400.00");
        contributed(deal, USER);
        contributed(deal, MAIL);
        unreadable();
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(platform.outOf(ACME, deal.deal().value()).toString()).contains(USER);
            assertThat(Canary.found(mongo, NAME, MAIL, USER))
                    .contains("parked_events: " + NAME)
                    .anyMatch(found -> found.startsWith("reps"));
        });

        platform.says(
                2, new RepChanged(REP, ACME, marks.erased(ACME, new CrmId(USER)), "", null, null, null, Status.LEFT));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(platform.heard(Topics.ERASURES.name(), REP + "/credit").toString())
                    .contains("\"parkedRecords\":1");
            assertThat(Canary.found(mongo, NAME, MAIL, USER)).isEmpty();
            assertThat(platform.outOf(ACME, deal.deal().value()).getLast()).doesNotContain(USER);
        });
        assertThat(report(PARTNERSHIP, ACME, "2026-03")).contains(REP.value()).doesNotContain(NAME, MAIL, USER);
        assertThat(closing(PARTNERSHIP, GLOBEX)).containsExactly("400.00");
    }

    /// Somebody who is a rep as well as an alliance manager, by either subject that a token may have.
    private void contributed(DealChanged deal, String subject) throws Exception {
        var answer = http.perform(
                        post("/credit/partnerships/" + PARTNERSHIP + "/deals/" + deal.deal() + "/contributions")
                                .header("Authorization", Tokens.bearerOf(subject, "acme", Role.ALLIANCE_MANAGER))
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("""
                                {"rep": "%s", "act": "PRESENTED", "on": "2026-03-02", "evidence": "mail 1",
                                 "reason": {"code": "MET", "sentence": "As we said."}}
                                """.formatted(REP)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
    }

    /// As a service that is newer than this one may send it.
    private void unreadable() {
        platform.write(Topics.ROSTERS.name(), "rep/" + REP, 0, Map.of("@type", "NotKnownYet", "name", NAME));
    }
}
