package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.Agreement.Signature;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.roster.partnership.Revisions.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/// Partnerships in the states that tests begin with.
@NullMarked
final class PartnershipFixture {
    static final CompanyId ACME = new CompanyId("acme");
    static final CompanyId GLOBEX = new CompanyId("globex");
    static final CompanyId INITECH = new CompanyId("initech");
    static final CompanyId UMBRELLA = new CompanyId("umbrella");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private PartnershipFixture() {}

    static Partnership invited(CompanyId... with) {
        var parties = new ArrayList<>(List.of(ACME));
        parties.addAll(List.of(with));
        return Partnership.invited(new PartnershipId("p1"), "Acme and others", parties, act(ACME));
    }

    static Partnership active() {
        return new Invitation(invited(GLOBEX)).accept(GLOBEX);
    }

    static Partnership proposed() {
        return new Signing(fitting(active())).propose(act(ACME), policies("60%", "40%"));
    }

    /// Every party has said that it fits.
    static Partnership fitting(Partnership was) {
        var fitting = was;
        for (var party : was.parties()) {
            fitting = new StatingFit(fitting).state(fit(Fit.Verdict.FIT, act(party)));
        }
        return fitting;
    }

    static Fit fit(Fit.Verdict verdict, Act act) {
        return new Fit(verdict, List.of("Won joint deals"), List.of("One offer instead of two"), act);
    }

    static Partnership inForce() {
        return sign(sign(proposed(), 1, ACME, 1), 1, GLOBEX, 2);
    }

    static Partnership sign(Partnership was, int revision, CompanyId by, long minute) {
        return new Signing(was).sign(revision, new Signature(by, "pat", at(minute)));
    }

    static Act act(CompanyId by) {
        return act(by, 0);
    }

    static Act act(CompanyId by, long minute) {
        return new Act(by, new Reason("BECAUSE", "Because we want to."), at(minute));
    }

    static Instant at(long minute) {
        return NOON.plusSeconds(60 * minute);
    }

    static Policies policies(String owner, String counterpart) {
        return new Policies(sharing(ACME, GLOBEX), crediting(owner, counterpart), null);
    }

    static SharingPolicy sharing(CompanyId... parties) {
        return new SharingPolicy(java.util.Arrays.stream(parties)
                .map(party -> new SharingPolicy.Rule(
                        party,
                        Population.CUSTOMERS,
                        SharingLevel.OVERLAPPING_ACCOUNTS,
                        Set.of(SharedField.NAME, SharedField.OWNER)))
                .toList());
    }

    static CreditingPolicy crediting(String owner, String counterpart) {
        var model = new WeightModel.Fixed(List.of(
                new WeightModel.RoleShare(ParticipantRole.OWNER, Share.parse(owner)),
                new WeightModel.RoleShare(ParticipantRole.COUNTERPART, Share.parse(counterpart))));
        return new CreditingPolicy(List.of(new CreditingPolicy.Rule(
                "revenue", CreditingPolicy.CreditType.REVENUE, CreditingPolicy.Mode.SPLIT, model)));
    }
}
