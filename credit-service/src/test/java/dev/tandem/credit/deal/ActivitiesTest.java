package dev.tandem.credit.deal;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GIA;
import static dev.tandem.credit.Given.GLOBEX;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.accountOf;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.ActivityId;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.contracts.partnership.WeightModel.RoleShare;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.credit.crediting.Contribution.Standing;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Joint activities count as contributions, whichever of deal and activity is known first.
class ActivitiesTest extends ServiceTest {
    private static final Instant RECORDED = Instant.parse("2026-03-02T10:00:00Z");
    private static final Reason BECAUSE = new Reason("PRESENTED", "Presented at the joint meeting.");
    private static final WeightModel PRESENTING = new WeightModel.Fixed(List.of(
            new RoleShare(ParticipantRole.OWNER, Share.parse("60%")),
            new RoleShare(ParticipantRole.COUNTERPART, Share.parse("30%")),
            new RoleShare(ParticipantRole.PRESENTED, Share.parse("10%"))));

    @Autowired
    private Intake intake;

    @Autowired
    private Contributions contributions;

    @Test
    void countsWhatTheOtherPartyConfirmedOfAnActivityThatCameBeforeTheDeal() throws Exception {
        var partnership = new PartnershipId("activity-first");
        platform.says(1, activity(partnership, List.of(), presented(true, false)));
        agree(partnership);
        platform.says(in(partnership, deal("d1", 1, Money.of("90.00", "USD"), Status.WON)));
        awaitNet(partnership, "60.00", "30.00");
        assertThat(standings(partnership)).containsExactly("CLAIMED");

        assertThat(confirm(partnership, GLOBEX)).isEqualTo(409);
        assertThat(confirm(partnership, ACME)).isEqualTo(200);

        awaitNet(partnership, "54.00", "36.00");
        assertThat(report(partnership, ACME, "2026-03"))
                .contains("Presented on 2026-03-01 (activity-first-a1.rep-gia.PRESENTED)");
    }

    @Test
    void takesBackTheCreditOfAnActivityThatWasRetractedOrLostItsQuality() throws Exception {
        var partnership = new PartnershipId("activity-gone");
        agree(partnership);
        platform.says(in(partnership, deal("d1", 1, Money.of("90.00", "USD"), Status.WON)));
        platform.says(1, activity(partnership, List.of(ACME), presented(true, false)));
        awaitNet(partnership, "54.00", "36.00");

        platform.says(2, activity(partnership, List.of(ACME), presented(false, false)));
        awaitNet(partnership, "60.00", "30.00");
        assertThat(standings(partnership)).containsExactly("BELOW_QUALITY");
        assertThat(confirm(partnership, ACME)).isEqualTo(409);

        platform.says(3, activity(partnership, List.of(ACME), presented(true, false)));
        awaitNet(partnership, "54.00", "36.00");
        platform.says(4, activity(partnership, List.of(ACME), presented(true, true)));
        awaitNet(partnership, "60.00", "30.00");
        assertThat(standings(partnership)).containsExactly("WITHDRAWN");
    }

    @Test
    void doesNotCountWhatOnlyTheClaimingCompanyConfirmed() throws Exception {
        var partnership = new PartnershipId("activity-own");
        platform.says(1, activity(partnership, List.of(GLOBEX), presented(true, false)));
        agree(partnership);
        platform.says(in(partnership, deal("d1", 1, Money.of("90.00", "USD"), Status.WON)));
        awaitNet(partnership, "60.00", "30.00");
        assertThat(standings(partnership)).containsExactly("CLAIMED");
    }

    @Test
    void parksAnActivityThatSaysSomethingElseUnderTheSameId() throws Exception {
        var partnership = new PartnershipId("activity-twice");
        agree(partnership);
        platform.says(in(partnership, deal("d1", 1, Money.of("90.00", "USD"), Status.WON)));
        platform.says(1, activity(partnership, List.of(ACME), presented(true, false)));
        awaitNet(partnership, "54.00", "36.00");
        var before = intake.countWaiting(Tenant.PLATFORM);

        platform.says(1, activity(partnership, List.of(ACME), presented(true, true)));

        await().atMost(SOON).until(() -> intake.countWaiting(Tenant.PLATFORM) == before + 1);
        assertThat(closing(partnership, ACME)).containsExactly("54.00");
    }

    /// As when the process dies between the two: nobody asks again, and yet it is credited.
    @Test
    void creditsAContributionThatWasStoredThoughNobodyCameToCreditIt() throws Exception {
        var partnership = new PartnershipId("activity-crash");
        agree(partnership);
        platform.says(in(partnership, deal("d1", 1, Money.of("90.00", "USD"), Status.WON)));
        awaitNet(partnership, "60.00", "30.00");
        var said = new Claim.Said(ACME, "pat", RECORDED, BECAUSE);
        var confirmed = new Claim.Review(Standing.CONFIRMED, said);

        contributions.change(
                partnership,
                new DealId(partnership + "-d1"),
                Cause.GIVEN,
                before -> Optional.of(before.with(id -> new Claim(
                        id, GLOBEX, GIA, Act.PRESENTED, LocalDate.of(2026, 3, 1), "m", said, List.of(confirmed)))));

        awaitNet(partnership, "54.00", "36.00");
    }

    private void agree(PartnershipId partnership) {
        platform.says(1, Given.anna());
        platform.says(1, Given.gus());
        platform.says(1, in(partnership, Given.agreed(PRESENTING)));
        platform.says(1, in(partnership, counterparts(GUS)));
    }

    private static ActivityChanged.Contribution presented(boolean qualityPassed, boolean retracted) {
        return new ActivityChanged.Contribution(GLOBEX, GIA, Act.PRESENTED, qualityPassed, retracted, BECAUSE);
    }

    private static ActivityChanged activity(
            PartnershipId partnership, List<CompanyId> confirmedBy, ActivityChanged.Contribution contribution) {
        return new ActivityChanged(
                new ActivityId(partnership + "-a1"),
                partnership,
                accountOf(partnership),
                null,
                LocalDate.of(2026, 3, 1),
                RECORDED,
                confirmedBy,
                List.of(contribution));
    }

    private static String path(PartnershipId partnership) {
        return "/credit/partnerships/%s/deals/%s-d1/contributions".formatted(partnership, partnership);
    }

    private int confirm(PartnershipId partnership, CompanyId by) throws Exception {
        var contribution = partnership + "-a1." + GIA + ".PRESENTED";
        return http.perform(post(path(partnership) + "/" + contribution + "/confirmation")
                        .header("Authorization", Tokens.bearer(by.value(), Role.ALLIANCE_MANAGER))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .content("{\"reason\": {\"code\": \"SEEN\", \"sentence\": \"We were there.\"}}"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private List<String> standings(PartnershipId partnership) throws Exception {
        var answer = http.perform(get(path(partnership))
                        .header("Authorization", Tokens.bearer(GLOBEX.value(), Role.ALLIANCE_MANAGER)))
                .andReturn()
                .getResponse();
        return JsonPath.read(answer.getContentAsString(), "$.contributions[*].standing");
    }
}
