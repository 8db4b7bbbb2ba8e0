package dev.tandem.contracts;

import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.contracts.credit.CreditChange;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Caps;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.Eligibility;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.contracts.roster.RosterChange;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One event of every type, with every field set.
final class Samples {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final PartnershipId PARTNERSHIP = new PartnershipId("p-1");
    private static final JointAccountId JOINT = new JointAccountId("ja-1");
    private static final DealId DEAL = new DealId("d-1");
    private static final RepId ANN = new RepId("rep-ann");
    private static final Instant SIGNED = Instant.parse("2026-01-31T12:00:00.123Z");
    private static final LocalDate CLOSED = LocalDate.parse("2026-02-28");
    private static final Reason BECAUSE = new Reason("SAME_DOMAIN", "Both sides use the domain initech.example.");
    private static final Money AMOUNT = Money.of("-1234.50", "USD");

    /// By simple name, which is also the name of the golden file.
    static final Map<String, Object> EVENTS = byName(
            company(),
            partnership(),
            new RosterChange.RepChanged(
                    ANN, ACME, new CrmId("u-7"), "Ann Ash", "ann@acme.example", "AE", "EMEA", RosterChange.Status.LEFT),
            new RosterChange.CounterpartsChanged(
                    PARTNERSHIP,
                    JOINT,
                    List.of(new RosterChange.Assignment(ACME, ANN, Instant.EPOCH, SIGNED, BECAUSE))),
            new MatchingWork.AccountTouched(PARTNERSHIP, account(ACME, "a-1"), 7, List.of("0f0f")),
            new MatchingWork.AgreementTouched(PARTNERSHIP, 2, "ja-0"),
            new MatchingWork.RepTouched(PARTNERSHIP, ANN),
            jointAccount(),
            deal(),
            new CreditChange.CreditPosted(posting()),
            new CreditChange.CreditAdjusted(posting()),
            new CreditChange.PeriodClosed(PARTNERSHIP, 13, YearMonth.of(2026, 2), "sha256:0f"),
            crmChange(),
            aligned(),
            new CrmOut.CounterpartsMapped(PARTNERSHIP, JOINT, new CrmId("a-1"), List.of(counterpart())),
            new CrmOut.PartnerRep(PARTNERSHIP, ACME, ANN, Map.of("name", "Ann Ash")),
            new CrmOut.DealCredited(PARTNERSHIP, DEAL, new CrmId("o-1"), CLOSED, List.of(ownCredit())),
            new CrmOut.Withdrawn("account/ja-1/a-1", BECAUSE, PARTNERSHIP));

    private Samples() {}

    private static Map<String, Object> byName(Object... events) {
        var byName = new java.util.TreeMap<String, Object>();
        List.of(events).forEach(event -> byName.put(event.getClass().getSimpleName(), event));
        return byName;
    }

    private static CompanyChanged company() {
        return new CompanyChanged(
                ACME,
                "Acme",
                CompanyChanged.Status.ACTIVE,
                Currency.getInstance("USD"),
                7,
                ZoneId.of("America/New_York"));
    }

    private static PartnershipChanged partnership() {
        return new PartnershipChanged(
                PARTNERSHIP,
                "Acme & Globex",
                PartnershipChanged.Status.ACTIVE,
                List.of(ACME, GLOBEX),
                List.of(agreement()));
    }

    static Agreement agreement() {
        return new Agreement(
                1,
                Agreement.Status.IN_FORCE,
                ACME,
                SIGNED,
                BECAUSE,
                new SharingPolicy(List.of(new SharingPolicy.Rule(
                        ACME, Population.CUSTOMERS, SharingLevel.OVERLAPPING_ACCOUNTS, Set.of(SharedField.NAME)))),
                crediting(),
                List.of(new Agreement.Signature(ACME, "person-1", SIGNED)),
                SIGNED,
                SIGNED.plusSeconds(1));
    }

    private static CreditingPolicy crediting() {
        var caps = new Caps(Share.of(3, 4), List.of(Money.of("1000000.00", "USD")));
        var rule = new CreditingPolicy.Rule(
                "revenue",
                CreditingPolicy.CreditType.REVENUE,
                CreditingPolicy.Mode.SPLIT,
                sixtyForty(),
                caps,
                new Eligibility(365, Set.of(Act.SOURCED)));
        return new CreditingPolicy(List.of(rule), LocalDate.parse("2026-01-01"));
    }

    private static WeightModel sixtyForty() {
        return new WeightModel.Fixed(List.of(
                new WeightModel.RoleShare(ParticipantRole.OWNER, Share.of(2, 3)),
                new WeightModel.RoleShare(ParticipantRole.COUNTERPART, Share.of(1, 3))));
    }

    private static JointAccountChanged jointAccount() {
        var members = List.of(
                new Member(account(ACME, "a-1"), 3, ANN, Population.CUSTOMERS),
                new Member(account(GLOBEX, "g-1"), 9, new RepId("rep-gus"), Population.PROSPECTS));
        return new JointAccountChanged(JOINT, PARTNERSHIP, members, new Book(true, Tier.A, GLOBEX));
    }

    private static DealChanged deal() {
        return new DealChanged(
                DEAL,
                3,
                PARTNERSHIP,
                ACME,
                JOINT,
                new CrmId("o-1"),
                ANN,
                CLOSED,
                AMOUNT,
                DealChanged.Status.WON,
                SIGNED);
    }

    private static CreditChange.Posting posting() {
        var line = new CreditChange.Line(ACME, ANN, "REVENUE", AMOUNT, BECAUSE);
        return new CreditChange.Posting(PARTNERSHIP, 12, DEAL, 3, CLOSED, YearMonth.of(2026, 3), List.of(line));
    }

    private static CrmChange crmChange() {
        return new CrmChange(
                "account",
                new CrmId("a-1"),
                new BigInteger("18446744073709551616"),
                CrmChange.Change.FIELDS,
                Map.of("name", "Initech"));
    }

    private static CrmOut aligned() {
        var partner = new CrmOut.PartnerAccount(GLOBEX, Map.of("NAME", "Initech GmbH"));
        return new CrmOut.AccountAligned(PARTNERSHIP, JOINT, new CrmId("a-1"), List.of(partner), List.of(BECAUSE));
    }

    private static CrmOut.Counterpart counterpart() {
        return new CrmOut.Counterpart(ACME, ANN, new CrmId("u-7"), Map.of("name", "Ann Ash"), BECAUSE);
    }

    private static CrmOut.OwnCredit ownCredit() {
        return new CrmOut.OwnCredit(ANN, new CrmId("u-7"), "REVENUE", AMOUNT, BECAUSE);
    }

    private static AccountRef account(CompanyId company, String id) {
        return new AccountRef(company, new CrmId(id));
    }
}
