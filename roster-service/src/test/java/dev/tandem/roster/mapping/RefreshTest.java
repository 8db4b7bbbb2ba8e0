package dev.tandem.roster.mapping;

import static dev.tandem.roster.mapping.MappingFixture.ACME;
import static dev.tandem.roster.mapping.MappingFixture.APRIL;
import static dev.tandem.roster.mapping.MappingFixture.GLOBEX;
import static dev.tandem.roster.mapping.MappingFixture.KIM;
import static dev.tandem.roster.mapping.MappingFixture.LEE;
import static dev.tandem.roster.mapping.MappingFixture.MARCH;
import static dev.tandem.roster.mapping.MappingFixture.PAT;
import static dev.tandem.roster.mapping.MappingFixture.agreement;
import static dev.tandem.roster.mapping.MappingFixture.aligned;
import static dev.tandem.roster.mapping.MappingFixture.customers;
import static dev.tandem.roster.mapping.MappingFixture.member;
import static dev.tandem.roster.mapping.MappingFixture.rule;
import static dev.tandem.roster.mapping.MappingFixture.unaligned;
import static dev.tandem.roster.mapping.Sent.internal;
import static dev.tandem.roster.mapping.Sent.mapped;
import static dev.tandem.roster.mapping.Sent.out;
import static dev.tandem.roster.mapping.Sent.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmOut.Counterpart;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.roster.RosterChange.Assignment;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.roster.exchange.Effective;
import dev.tandem.roster.exchange.OfferedField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class RefreshTest {
    private final MappingFixture people = new MappingFixture();

    @Test
    void mapsTheOwnersOfAJointAccountToEachOtherAndSaysWhy() {
        var change = refresh(customers(ACME, GLOBEX)).of(unaligned(), aligned());

        assertThat(mapped(change, ACME).ownAccount()).isEqualTo(new CrmId("A1"));
        assertThat(mapped(change, ACME).counterparts())
                .satisfiesExactly(
                        own -> {
                            assertThat(own.rep()).isEqualTo(KIM);
                            assertThat(own.crmUser()).isEqualTo(new CrmId("user-kim"));
                        },
                        partner -> {
                            assertThat(partner.rep()).isEqualTo(PAT);
                            assertThat(partner.crmUser()).isNull();
                            assertThat(partner.fields())
                                    .isEqualTo(Map.of("name", "Name of pat", "email", "pat@x.example"));
                            assertThat(partner.because().sentence()).contains("globex");
                        });
        assertThat(internal(change)).hasSize(1);
    }

    @Test
    void nothingCrossesWithoutAnAgreementInForce() {
        var change = refresh(null).of(unaligned(), aligned());

        assertThat(out(change, ACME)).isEmpty();
        assertThat(out(change, GLOBEX)).isEmpty();
        assertThat(internal(change)).hasSize(1);
    }

    @Test
    void noNameCrossesWhereTheOwnerIsNotShown() {
        var change = refresh(customers(ACME)).of(unaligned(), aligned());

        assertThat(to(change, ACME, PAT).fields()).isEmpty();
        assertThat(to(change, GLOBEX, KIM).fields()).containsKey("name");
    }

    @Test
    void aRosterShowsOnlyWhatItOffersOfWhomItNamesAlsoWhereThePolicyShowsOwners() {
        people.offering(GLOBEX, new Effective(Set.of(OfferedField.NAME), Set.of(PAT)));
        people.offering(ACME, new Effective(Set.of(OfferedField.NAME), Set.of()));

        var change = refresh(customers(ACME, GLOBEX)).of(unaligned(), aligned());

        assertThat(to(change, ACME, PAT).fields()).isEqualTo(Map.of("name", "Name of pat"));
        assertThat(to(change, GLOBEX, KIM).fields()).isEmpty();
        assertThat(to(change, GLOBEX, PAT).fields()).containsKey("email");
    }

    @Test
    void whoHidesItsRowsIsNotEvenKnownToBeThere() {
        var policy = new SharingPolicy(List.of(
                rule(ACME, SharingLevel.COUNTS_ONLY, true), rule(GLOBEX, SharingLevel.OVERLAPPING_ACCOUNTS, true)));

        var change = refresh(policy).of(unaligned(), aligned());

        assertThat(out(change, GLOBEX)).isEmpty();
        assertThat(to(change, ACME, PAT).fields()).containsKey("name");
    }

    @Test
    void anUnknownPopulationShowsOnlyWhatAllPopulationsShow() {
        var change = refresh(customers(ACME, GLOBEX)).of(unaligned(), aligned((Population) null));

        assertThat(out(change, ACME)).isEmpty();
        assertThat(out(change, GLOBEX)).isEmpty();
    }

    @Test
    void theSameInputsAgainChangeNothing() {
        var mapping = state(refresh(customers(ACME)).of(unaligned(), aligned()));

        assertThat(refresh(customers(ACME), APRIL).of(mapping, mapping)).isEqualTo(Change.none());
    }

    @Test
    void aRepWhoLeavesIsAssignedUntilThenAndBothSidesAreTold() {
        var mapping = state(refresh(customers(ACME, GLOBEX)).of(unaligned(), aligned()));
        people.left(ACME, KIM, APRIL);

        var change = refresh(customers(ACME, GLOBEX), APRIL.plusSeconds(9)).of(mapping, mapping);

        assertThat(internal(change))
                .singleElement()
                .satisfies(told -> assertThat(told.assignments())
                        .filteredOn(assignment -> assignment.rep().equals(KIM))
                        .singleElement()
                        .satisfies(assignment -> assertThat(assignment.until()).isEqualTo(APRIL)));
        assertThat(mapped(change, ACME).counterparts())
                .extracting(Counterpart::rep)
                .containsExactly(PAT);
        assertThat(mapped(change, GLOBEX).counterparts())
                .extracting(Counterpart::rep)
                .containsExactly(PAT);
    }

    @Test
    void whatWasToldIsWithdrawnOnceTheAgreementNoLongerGoverns() {
        var mapping = state(refresh(customers(ACME, GLOBEX)).of(unaligned(), aligned()));

        var change = refresh(null, APRIL).of(mapping, mapping);

        for (var company : List.of(ACME, GLOBEX)) {
            assertThat(out(change, company)).singleElement().isInstanceOfSatisfying(Withdrawn.class, gone -> {
                assertThat(gone.id()).isEqualTo("counterparts/j1");
                assertThat(gone.reason().code()).isEqualTo("NO_AGREEMENT");
            });
        }
        assertThat(internal(change)).isEmpty();
        assertThat(refresh(null, APRIL).of(state(change), state(change))).isEqualTo(Change.none());
    }

    @Test
    void aDissolvedJointAccountEndsItsAssignmentsAndIsWithdrawn() {
        var mapping = state(refresh(customers(ACME, GLOBEX)).of(unaligned(), aligned()));

        var change = refresh(customers(ACME, GLOBEX), APRIL).of(mapping, mapping.with(List.of()));

        assertThat(state(change).current()).isEmpty();
        assertThat(out(change, ACME)).singleElement().isInstanceOf(Withdrawn.class);
    }

    @Test
    void theAgreedCounterpartCoversWhatTheLeaverOwnedWithinTheSameChange() {
        var mapping = state(refresh(customers(ACME, GLOBEX)).of(unaligned(), aligned()));
        people.left(GLOBEX, PAT, APRIL).standingIn(KIM, LEE);

        var change = refresh(customers(ACME, GLOBEX), APRIL.plusSeconds(9)).of(mapping, mapping);

        assertThat(mapped(change, ACME).counterparts())
                .extracting(Counterpart::rep)
                .containsExactlyInAnyOrder(KIM, LEE);
        assertThat(mapped(change, GLOBEX).counterparts())
                .filteredOn(counterpart -> counterpart.rep().equals(LEE))
                .singleElement()
                .satisfies(lee -> {
                    assertThat(lee.crmUser()).isNotNull();
                    assertThat(lee.because().code()).isEqualTo("COUNTERPART_OF_OWNER");
                });
        assertThat(state(change).current())
                .filteredOn(assignment -> assignment.rep().equals(LEE))
                .singleElement()
                .satisfies(lee -> assertThat(lee.from()).isEqualTo(APRIL.plusSeconds(9)));
        assertThat(refresh(customers(ACME, GLOBEX), APRIL.plusSeconds(9)).of(state(change), state(change)))
                .isEqualTo(Change.none());
    }

    @Test
    void whoOwnsTheAccountGoesBeforeWhoStandsIn() {
        people.standingIn(KIM, LEE);

        var change = refresh(customers(ACME, GLOBEX)).of(unaligned(), aligned());

        assertThat(state(change).current()).extracting(each -> each.rep()).containsExactlyInAnyOrder(KIM, PAT);
    }

    @Test
    void aSideWithoutAnOwnerIsAGapWithAReason() {
        var joint = unaligned()
                .with(List.of(
                        member(ACME, "A1", KIM, Population.CUSTOMERS),
                        member(GLOBEX, "G1", null, Population.CUSTOMERS)));
        var mapping = state(refresh(customers(ACME, GLOBEX)).of(unaligned(), joint));

        var seen = new Counterparts(mapping, customers(ACME, GLOBEX), people.sources()).to(ACME);

        assertThat(seen.orElseThrow().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.company()).isEqualTo(GLOBEX);
            assertThat(gap.because().code()).isEqualTo("NO_ACTIVE_OWNER");
        });
    }

    @Test
    void whoIsNotReadyStaysTheOwnerAndIsAGapToBothSides() {
        people.notReady(PAT);

        var mapping = state(refresh(customers(ACME, GLOBEX)).of(unaligned(), aligned()));

        assertThat(mapping.current()).extracting(Assignment::rep).containsExactlyInAnyOrder(KIM, PAT);
        var toAcme = seen(mapping, ACME);
        assertThat(toAcme.counterparts()).extracting(Counterpart::rep).containsExactly(KIM);
        assertThat(toAcme.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.company()).isEqualTo(GLOBEX);
            assertThat(gap.because().code()).isEqualTo("NOT_READY");
        });
        var toGlobex = seen(mapping, GLOBEX);
        assertThat(toGlobex.counterparts()).extracting(Counterpart::rep).containsExactly(KIM, PAT);
        assertThat(toGlobex.gaps()).isEqualTo(toAcme.gaps());
    }

    private Counterparts.Seen seen(Mapping mapping, CompanyId viewer) {
        return new Counterparts(mapping, customers(ACME, GLOBEX), people.sources())
                .to(viewer)
                .orElseThrow();
    }

    private Refresh refresh(@Nullable SharingPolicy policy) {
        return refresh(policy, MARCH);
    }

    private Refresh refresh(@Nullable SharingPolicy policy, Instant at) {
        Agreement inForce = policy == null ? null : agreement(policy);
        return new Refresh(new StateCodec(), new Refresh.Lookups(people.sources(), people.standIns()), inForce, at);
    }

    private static Mapping state(Change<Mapping> change) {
        return Objects.requireNonNull(change.state());
    }
}
