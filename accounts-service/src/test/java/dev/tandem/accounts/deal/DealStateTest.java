package dev.tandem.accounts.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.accounts.crm.Merged;
import dev.tandem.accounts.crm.Merged.Value;
import dev.tandem.accounts.crm.Stamp;
import dev.tandem.accounts.deal.DealState.Given;
import dev.tandem.accounts.deal.DealState.Home;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.kit.intake.Unprocessable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealStateTest {
    private static final Stamp STAMP = new Stamp(null, Instant.parse("2026-01-01T00:00:00Z"), 1);
    private static final Home HOME = new Home(new PartnershipId("p1"), new JointAccountId("j1"), new DealId("d1"));
    private static final Home OTHER_HOME =
            new Home(new PartnershipId("p2"), new JointAccountId("j2"), new DealId("d2"));
    private static final Given BOOKED = given(HOME);

    @Test
    void wonOnTheSharedBookIsADeal() {
        var deal = deal(won(), BOOKED);

        assertThat(deal.revision()).isEqualTo(1);
        assertThat(deal.status()).isEqualTo(Status.WON);
        assertThat(deal.net()).hasToString("900.00 EUR");
    }

    @Test
    void whatWasSoldIsToldOnlyWhereTheAgreementSaysSo() {
        var sold = opportunity(with("product", "Routers"));
        var agreed = new Given(List.of(HOME), null, Instant.EPOCH, HOME.partnership()::equals);

        assertThat(deal(sold, BOOKED).product()).isNull();
        assertThat(deal(sold, agreed).product()).isEqualTo("Routers");
        var told = sold.as(new Standing.Deal(deal(sold, agreed)));
        assertThat(deal(told, BOOKED).product()).isNull();
    }

    @Test
    void openOpportunityDoesNotCross() {
        assertThat(DealState.of(opportunity(Map.of("stage", "Proposal")), BOOKED))
                .isEqualTo(new Standing.NoDeal());
    }

    @Test
    void wonOutsideTheSharedBookIsItsOwnersBusiness() {
        assertThat(DealState.of(won(), given())).isEqualTo(new Standing.NoDeal());
    }

    @Test
    void accountInTwoPartnershipsWaitsUntilOneIsNamed() {
        var named = opportunity(with("partnership", "p2"));

        assertThat(DealState.of(won(), given(HOME, OTHER_HOME))).isEqualTo(new Standing.Undecided());
        assertThat(deal(named, given(HOME, OTHER_HOME)).jointAccount()).isEqualTo(OTHER_HOME.jointAccount());
    }

    @ParameterizedTest
    @CsvSource({"Lost, LOST", "Proposal, REOPENED"})
    void whatIsNoLongerWonNetsZeroInANewRevision(String stage, Status status) {
        var next = deal(sent(opportunity(with("stage", stage))), given());

        assertThat(next.status()).isEqualTo(status);
        assertThat(next.net().isZero()).isTrue();
        assertThat(next.revision()).isEqualTo(2);
    }

    @Test
    void deletedAfterItWasWonIsCancelled() {
        var gone = new Merged(Map.of(), null, STAMP, null, List.of());
        var next = deal(
                sent(Opportunity.unknown(new CompanyId("acme"), new CrmId("o1")).merged(gone)), given());

        assertThat(next.status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void lookingAgainChangesNothing() {
        var same = sent(won());

        assertThat(deal(same, given())).isEqualTo(same.deal());
    }

    @Test
    void aRefundLowersTheNetInANewRevision() {
        var next = deal(sent(opportunity(with("refundedAmount", "1000.00"))), BOOKED);

        assertThat(next.net().isZero()).isTrue();
        assertThat(next.revision()).isEqualTo(2);
        assertThat(next.status()).isEqualTo(Status.WON);
    }

    @Test
    void anOwnerWhoIsKnownLaterIsNamedInANewRevision() {
        var known = new Given(List.of(HOME), new RepId("rep-1"), Instant.EPOCH, _ -> false);

        assertThat(deal(sent(won()), known).ownerRep()).isEqualTo(new RepId("rep-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "currency, USX, UNKNOWN_CURRENCY",
        "amount, '12,5', MALFORMED_AMOUNT",
        "amount, 1.234, MALFORMED_AMOUNT",
        "refundedAmount, x, MALFORMED_AMOUNT",
        "closeDate, 31.12.2026, NOT_A_DATE",
        "stage, Almost, UNKNOWN_STAGE"
    })
    void namesFieldAndRuleOfWhatCannotBeApplied(String field, String value, String rule) {
        var opportunity = opportunity(with(field, value));

        assertThatThrownBy(() -> DealRules.check(opportunity.merged()))
                .isInstanceOfSatisfying(
                        Unprocessable.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(finding -> {
                                    assertThat(finding.field()).isEqualTo(field);
                                    assertThat(finding.rule()).isEqualTo(rule);
                                }));
    }

    private static DealChanged deal(Opportunity opportunity, Given given) {
        var standing = DealState.of(opportunity, given);
        assertThat(standing).isInstanceOf(Standing.Deal.class);
        return ((Standing.Deal) standing).state();
    }

    /// As it is after its deal was sent while it was won.
    private static Opportunity sent(Opportunity now) {
        return now.as(new Standing.Deal(deal(won(), BOOKED)));
    }

    private static Given given(Home... homes) {
        return new Given(List.of(homes), null, Instant.EPOCH, _ -> false);
    }

    private static Opportunity won() {
        return opportunity(Map.of());
    }

    private static Map<String, String> with(String field, String value) {
        return Map.of(field, value);
    }

    private static Opportunity opportunity(Map<String, String> changed) {
        var texts = new HashMap<>(Map.of(
                "accountId", "a1",
                "stage", "Won",
                "amount", "1000",
                "refundedAmount", "100.00",
                "currency", "EUR",
                "closeDate", "2026-03-31"));
        texts.putAll(changed);
        var values = new HashMap<String, Value>();
        texts.forEach((field, text) -> values.put(field, new Value(text, STAMP)));
        var merged = new Merged(values, null, null, STAMP, List.of());
        return Opportunity.unknown(new CompanyId("acme"), new CrmId("o1")).merged(merged);
    }
}
