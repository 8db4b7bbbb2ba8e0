package dev.tandem.credit;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.contracts.partnership.WeightModel.RoleShare;
import dev.tandem.contracts.roster.RosterChange.Assignment;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Acme and Globex, their agreement, a joint account and a deal on it.
@NullMarked
public final class Given {
    public static final CompanyId ACME = new CompanyId("acme");
    public static final CompanyId GLOBEX = new CompanyId("globex");
    public static final PartnershipId PARTNERSHIP = new PartnershipId("acme-globex");
    public static final JointAccountId ACCOUNT = new JointAccountId("j1");
    public static final RepId ANNA = new RepId("rep-anna");
    public static final RepId GUS = new RepId("rep-gus");
    public static final RepId GIL = new RepId("rep-gil");
    public static final RepId GIA = new RepId("rep-gia");
    public static final LocalDate MARCH_14 = LocalDate.of(2026, 3, 14);
    public static final Instant SIGNED = Instant.parse("2026-01-05T10:00:00Z");
    private static final Reason BECAUSE = new Reason("AGREED", "Both sides want it.");

    private Given() {}

    public static DealChanged wonDeal(String amount, String currency) {
        return deal("d1", 1, Money.of(amount, currency), DealChanged.Status.WON);
    }

    public static DealChanged deal(String id, long revision, Money net, DealChanged.Status status) {
        return new DealChanged(
                new DealId(id),
                revision,
                PARTNERSHIP,
                ACME,
                ACCOUNT,
                new CrmId("opp-" + id),
                ANNA,
                MARCH_14,
                net,
                status,
                Instant.parse("2026-03-15T09:00:00Z"));
    }

    public static DealChanged on(DealChanged deal, LocalDate effectiveDate) {
        return with(deal, deal.ownerRep(), effectiveDate);
    }

    public static DealChanged ownedBy(DealChanged deal, @Nullable RepId rep) {
        return with(deal, rep, deal.effectiveDate());
    }

    private static DealChanged with(DealChanged deal, @Nullable RepId rep, LocalDate effectiveDate) {
        return new DealChanged(
                deal.deal(),
                deal.revision(),
                deal.partnership(),
                deal.owner(),
                deal.jointAccount(),
                deal.opportunity(),
                rep,
                effectiveDate,
                deal.net(),
                deal.status(),
                deal.changedAt());
    }

    /// In force since `SIGNED`.
    public static PartnershipChanged agreed(WeightModel model) {
        return partnership(List.of(revision(1, model, SIGNED, null)));
    }

    public static PartnershipChanged partnership(List<Agreement> revisions) {
        return new PartnershipChanged(
                PARTNERSHIP, "Acme and Globex", PartnershipChanged.Status.ACTIVE, List.of(ACME, GLOBEX), revisions);
    }

    public static Agreement revision(
            int number, WeightModel model, @Nullable Instant inForceFrom, @Nullable Instant inForceUntil) {
        var rule = new CreditingPolicy.Rule("joint-revenue", CreditType.REVENUE, Mode.SPLIT, model);
        return revision(number, new CreditingPolicy(List.of(rule)), inForceFrom, inForceUntil);
    }

    public static Agreement revision(
            int number, CreditingPolicy crediting, @Nullable Instant inForceFrom, @Nullable Instant inForceUntil) {
        var status = inForceFrom == null
                ? Agreement.Status.PROPOSED
                : inForceUntil == null ? Agreement.Status.IN_FORCE : Agreement.Status.SUPERSEDED;
        return new Agreement(
                number,
                status,
                ACME,
                SIGNED,
                BECAUSE,
                new SharingPolicy(List.of()),
                crediting,
                List.of(),
                inForceFrom,
                inForceUntil);
    }

    public static WeightModel fixed(String owner, String counterpart) {
        return new WeightModel.Fixed(List.of(
                new RoleShare(ParticipantRole.OWNER, Share.parse(owner)),
                new RoleShare(ParticipantRole.COUNTERPART, Share.parse(counterpart))));
    }

    /// Globex's reps on the joint account, since always.
    public static CounterpartsChanged counterparts(RepId... reps) {
        return new CounterpartsChanged(
                PARTNERSHIP,
                ACCOUNT,
                List.of(reps).stream()
                        .map(rep -> assigned(GLOBEX, rep, Instant.EPOCH, null))
                        .toList());
    }

    public static Assignment assigned(CompanyId company, RepId rep, Instant from, @Nullable Instant until) {
        return new Assignment(company, rep, from, until, BECAUSE);
    }

    /// Named as nobody should be, since it starts like a formula.
    public static RepChanged anna() {
        return rep(ANNA, ACME, "u-anna", "=Anna Acme");
    }

    public static RepChanged gil() {
        return rep(GIL, GLOBEX, "u-gil", "Gil Globex");
    }

    public static RepChanged gus() {
        return rep(GUS, GLOBEX, "u-gus", "Gus Globex");
    }

    public static RepChanged rep(RepId rep, CompanyId company, String user, String name) {
        return new RepChanged(rep, company, new CrmId(user), name, user + "@x.test", null, null, Status.ACTIVE);
    }

    /// The same in another partnership, with ids of its own.
    public static DealChanged in(PartnershipId partnership, DealChanged deal) {
        return new DealChanged(
                new DealId(partnership + "-" + deal.deal()),
                deal.revision(),
                partnership,
                deal.owner(),
                accountOf(partnership),
                deal.opportunity(),
                deal.ownerRep(),
                deal.effectiveDate(),
                deal.net(),
                deal.status(),
                deal.changedAt());
    }

    public static PartnershipChanged in(PartnershipId partnership, PartnershipChanged agreed) {
        return new PartnershipChanged(
                partnership, agreed.name(), agreed.status(), agreed.parties(), agreed.revisions());
    }

    public static CounterpartsChanged in(PartnershipId partnership, CounterpartsChanged mapped) {
        return new CounterpartsChanged(partnership, accountOf(partnership), mapped.assignments());
    }

    public static JointAccountId accountOf(PartnershipId partnership) {
        return new JointAccountId(partnership + "-account");
    }
}
