package dev.tandem.contracts;

import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.alignment.BlockWork;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.alignment.PopulationsTouched;
import dev.tandem.contracts.alignment.TwoBooks;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.contracts.credit.CreditChange;
import dev.tandem.contracts.credit.CreditingWork;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.erasure.PersonErased;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Caps;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.Eligibility;
import dev.tandem.contracts.partnership.ExpensePolicy;
import dev.tandem.contracts.partnership.JointGoals;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.Recognition;
import dev.tandem.contracts.partnership.RollUp;
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
import org.jspecify.annotations.Nullable;

/// One event of every type, with every field set where one event can have all; together they are one story.
final class Samples {
    private static final CompanyId AURORA = new CompanyId("aurora");
    private static final CompanyId BOREALIS = new CompanyId("borealis");
    private static final PartnershipId PARTNERSHIP = new PartnershipId("p-1");
    private static final TwoBooks BOOKS = new TwoBooks(PARTNERSHIP, AURORA, BOREALIS);
    private static final JointAccountId JOINT = new JointAccountId("ja-1");
    private static final DealId DEAL = new DealId("d-1");
    private static final RepId ANN = new RepId("rep-ann");
    private static final RepId BOB = new RepId("rep-bob");
    private static final RepId CARL = new RepId("rep-carl");
    private static final CrmId ANN_USER = new CrmId("u-7");
    private static final Instant SIGNED = Instant.parse("2026-01-31T12:00:00.123Z");
    private static final LocalDate CLOSED = LocalDate.parse("2026-02-28");
    private static final Reason PLANNED = new Reason("PLAN", "Both want it so.");
    private static final Reason FIELDS_NOT_SHOWN = new Reason(
            "FIELDS_NOT_SHOWN", "Fields that are not shown to you are compared as well where both sides have them.");
    private static final Reason SAME_NAME =
            new Reason("SAME_NAME", "Both have the same name, legal form and spelling aside.");
    private static final Reason GONE =
            new Reason("NO_AGREEMENT_IN_FORCE", "No agreement of the partnership is in force.");
    private static final Reason OWNER_SHARE = new Reason(
            "OWNER_SHARE", "Owner: 2/3 of 1234.50 USD = 823.00 USD, by rule revenue of agreement revision 2.");
    private static final Reason POINTS = new Reason(
            "RECOGNITION_POINTS",
            "Recognition of owner: 50% of 100 points = 50, by rule points of agreement revision 2.");
    private static final Reason BOBS_POINTS = new Reason(
            "RECOGNITION_POINTS",
            "Recognition of presented on 2026-02-18 (act-1.rep-bob.PRESENTED): 50% of 100 points = 50, by rule points of"
                    + " agreement revision 2.");
    private static final Money AMOUNT = Money.of("1234.50", "USD");

    /// By the name of the golden file: the type, and of a CRM's change the object type.
    static final Map<String, Object> EVENTS = byName(
            new CompanyChanged(
                    AURORA,
                    "Aurora",
                    CompanyChanged.Status.ACTIVE,
                    Currency.getInstance("USD"),
                    7,
                    ZoneId.of("America/New_York")),
            partnership(),
            new RosterChange.RepChanged(
                    ANN,
                    AURORA,
                    ANN_USER,
                    "Ann Ash",
                    "ann@aurora.example",
                    "AE",
                    "EMEA",
                    RosterChange.Status.ACTIVE,
                    List.of(
                            spell(LocalDate.EPOCH, LocalDate.parse("2026-01-31"), "SDR"),
                            spell(LocalDate.parse("2026-01-31"), null, "AE"))),
            new RosterChange.CounterpartsChanged(PARTNERSHIP, JOINT, assignments()),
            new MatchingWork.AccountTouched(PARTNERSHIP, account(AURORA, "a-1"), 2),
            new MatchingWork.AccountsTouched(PARTNERSHIP, AURORA, List.of(new CrmId("a-1"), new CrmId("a-2"))),
            new MatchingWork.AgreementTouched(PARTNERSHIP, 2, "behind"),
            new MatchingWork.RepTouched(PARTNERSHIP, ANN),
            new MatchingWork.ReviewTouched(PARTNERSHIP, "rv-1"),
            blockReported(),
            new BlockWork.AccountTold(
                    BOOKS,
                    account(AURORA, "a-1"),
                    Map.of("name", "Initech", "website", "initech.com"),
                    List.of(-42L, 8L),
                    "drawn-anew"),
            new BlockWork.BlockAsked(BOOKS),
            new BlockWork.BlockTaken("one-of-several"),
            new PopulationsTouched(AURORA, 1, null),
            jointAccount(),
            deal(),
            activity(),
            new PersonErased(ANN, AURORA, "accounts", List.of("the copy of the reps"), 0L, SIGNED),
            new CreditChange.CreditPosted(posted()),
            new CreditChange.CreditAdjusted(adjusted()),
            new CreditChange.PeriodClosed(PARTNERSHIP, 3, YearMonth.of(2026, 2), "sha256:0f"),
            new CreditingWork(PARTNERSHIP, DEAL),
            new CreditChange.SettlementSigned(
                    PARTNERSHIP,
                    2,
                    YearMonth.of(2026, 2),
                    "sha256:0f",
                    List.of(new CreditChange.Balance(AURORA, BOREALIS, AMOUNT))),
            crmChange("account", "a-1", Map.of("name", "Initech", "website", "initech.com")),
            crmChange("opportunity", "o-1", opportunity()),
            crmChange("user", "u-7", user()),
            crmActivity(),
            crmContribution(),
            crmEngagement(),
            aligned(),
            new CrmOut.CounterpartsMapped(PARTNERSHIP, JOINT, new CrmId("a-1"), counterparts()),
            new CrmOut.PartnerRep(PARTNERSHIP, AURORA, ANN, Map.of("name", "Ann Ash")),
            new CrmOut.PairAgreed(
                    PARTNERSHIP,
                    BOB,
                    new CrmId("u-9"),
                    AURORA,
                    ANN,
                    Map.of("name", "Ann Ash"),
                    List.of(new Reason("SHARED_ACCOUNTS", "They share joint accounts: 1."))),
            new CrmOut.DealCredited(
                    PARTNERSHIP, DEAL, new CrmId("o-1"), CLOSED, List.of(ownCredit()), List.of(ownPoints())),
            new CrmOut.PopulationsChanged(
                    new CrmId("a-1"), List.of("CUSTOMERS", "initech"), List.of("initech"), List.of()),
            award(),
            new CrmOut.PlaybookEntry(
                    PARTNERSHIP,
                    "entry-1",
                    "ANSWER",
                    "Who supports it after the sale?",
                    "Both do: one number, one ticket.",
                    BOREALIS,
                    "EVERYBODY",
                    CLOSED),
            new CrmOut.EngagementMoved(
                    PARTNERSHIP, "engagement-1", JOINT, AURORA, "QUALIFIED", SIGNED, new CrmId("o-1")),
            due(),
            new CrmOut.Withdrawn("account/" + JOINT + "/a-1", GONE, PARTNERSHIP));

    private Samples() {}

    private static CrmOut.DecisionDue due() {
        return new CrmOut.DecisionDue(
                PARTNERSHIP,
                "item-1",
                "DECISION",
                "/roster/partnerships/p-1/decisions/decision-1",
                SIGNED,
                SIGNED,
                CrmOut.DueStage.OVERDUE,
                "REJECTED on 2026-03-05T12:00:00Z",
                BOB);
    }

    private static Map<String, Object> byName(Object... events) {
        var byName = new java.util.TreeMap<String, Object>();
        List.of(events).forEach(event -> byName.put(name(event), event));
        return byName;
    }

    private static String name(Object event) {
        var type = event.getClass().getSimpleName();
        return event instanceof CrmChange change ? type + "." + change.objectType() : type;
    }

    private static PartnershipChanged partnership() {
        return new PartnershipChanged(
                PARTNERSHIP,
                "Aurora & Borealis",
                PartnershipChanged.Status.ACTIVE,
                List.of(AURORA, BOREALIS),
                List.of(
                        agreement(1, Agreement.Status.SUPERSEDED, SIGNED.plusSeconds(1)),
                        agreement(2, Agreement.Status.IN_FORCE, null)));
    }

    private static Agreement agreement(int number, Agreement.Status status, @Nullable Instant until) {
        return new Agreement(
                number,
                status,
                AURORA,
                SIGNED,
                PLANNED,
                new SharingPolicy(List.of(shows(AURORA, Population.CUSTOMERS), shows(BOREALIS, Population.PROSPECTS))),
                number == 1 ? capped() : new CreditingPolicy(List.of(rule(null, null)), null, null, true, points()),
                List.of(
                        new Agreement.Signature(AURORA, "pat@aurora", SIGNED),
                        new Agreement.Signature(BOREALIS, "pat@borealis", SIGNED)),
                SIGNED,
                until,
                number == 1 ? null : expenses(),
                number == 1 ? null : goals());
    }

    private static ExpensePolicy expenses() {
        var parts = List.of(
                new ExpensePolicy.Part(AURORA, Share.of(1, 2)), new ExpensePolicy.Part(BOREALIS, Share.of(1, 2)));
        var cap = new ExpensePolicy.Cap("DINNER", Money.of("80.00", "USD"), "Travel 4.2");
        return new ExpensePolicy(
                List.of(
                        new ExpensePolicy.Category("DINNER", parts, ExpensePolicy.Prevails.PARTY, AURORA, "E1"),
                        new ExpensePolicy.Category("GIFT", parts, null, null, "E2")),
                List.of(new ExpensePolicy.Local("DE", "MEETING", BOREALIS, "E3")),
                List.of(new ExpensePolicy.Rules(
                        AURORA, List.of(cap), List.of(new ExpensePolicy.Ban("GIFT", "Conduct 7")))),
                List.of(new ExpensePolicy.Budget(
                        "DINNER", YearMonth.of(2026, 1), YearMonth.of(2026, 6), Money.of("5000.00", "USD"))));
    }

    private static JointGoals goals() {
        var target = new JointGoals.Target(
                "half-year",
                YearMonth.of(2026, 1),
                YearMonth.of(2026, 6),
                Money.of("1000000.00", "USD"),
                JointGoals.Counts.CREDITED);
        return new JointGoals(
                List.of(target), Share.of(1, 10), new JointGoals.Band(Share.of(17, 20), Share.of(23, 20)));
    }

    private static CreditingPolicy capped() {
        var caps = new Caps(Share.of(3, 4), List.of(Money.of("1000000.00", "USD")));
        var eligibility = new Eligibility(365, Set.of(Act.SOURCED));
        var managers = List.of(new RollUp("managers", CreditingPolicy.CreditType.REVENUE, Share.of(1, 10), 2));
        return new CreditingPolicy(
                List.of(rule(caps, eligibility)), LocalDate.parse("2026-01-01"), managers, null, points());
    }

    private static Recognition points() {
        return new Recognition("points", 100, new WeightModel.Linear(), null);
    }

    private static CreditingPolicy.Rule rule(@Nullable Caps caps, @Nullable Eligibility eligibility) {
        return new CreditingPolicy.Rule(
                "revenue",
                CreditingPolicy.CreditType.REVENUE,
                CreditingPolicy.Mode.SPLIT,
                twoThirdsToTheOwner(),
                caps,
                eligibility);
    }

    private static SharingPolicy.Rule shows(CompanyId party, Population population) {
        return new SharingPolicy.Rule(
                party, population, SharingLevel.OVERLAPPING_ACCOUNTS, Set.of(SharedField.NAME, SharedField.OWNER));
    }

    private static WeightModel twoThirdsToTheOwner() {
        return new WeightModel.Fixed(List.of(
                new WeightModel.RoleShare(ParticipantRole.OWNER, Share.of(2, 3)),
                new WeightModel.RoleShare(ParticipantRole.COUNTERPART, Share.of(1, 3))));
    }

    private static List<RosterChange.Assignment> assignments() {
        return List.of(
                new RosterChange.Assignment(AURORA, ANN, Instant.EPOCH, null, owns(AURORA)),
                new RosterChange.Assignment(BOREALIS, CARL, Instant.EPOCH, SIGNED, owns(BOREALIS)),
                new RosterChange.Assignment(BOREALIS, BOB, SIGNED, null, owns(BOREALIS)));
    }

    private static Reason owns(CompanyId company) {
        return new Reason("OWNS_ACCOUNT", "Owns the account of " + company + " that belongs to this joint account.");
    }

    private static MatchingWork.BlockReported blockReported() {
        var pair = new MatchingWork.BlockReported.Pair(new CrmId("b-1"), 3.25f, -7, 9, 0);
        return new MatchingWork.BlockReported(
                BOOKS,
                1,
                4,
                12,
                MatchingWork.BlockReported.Part.CHANGE,
                List.of(new MatchingWork.BlockReported.Found(account(AURORA, "a-1"), -11, List.of(pair))),
                List.of(new MatchingWork.BlockReported.Count(-7, 2)),
                "drawn-anew");
    }

    private static JointAccountChanged jointAccount() {
        var members = List.of(
                new Member(
                        account(AURORA, "a-1"), 2, ANN, Population.CUSTOMERS, List.of(new PopulationName("initech"))),
                new Member(account(BOREALIS, "b-1"), 1, BOB, Population.PROSPECTS));
        return new JointAccountChanged(JOINT, PARTNERSHIP, members, new Book(true, Tier.A, BOREALIS));
    }

    private static DealChanged deal() {
        return new DealChanged(
                DEAL,
                1,
                PARTNERSHIP,
                AURORA,
                JOINT,
                new CrmId("o-1"),
                ANN,
                CLOSED,
                AMOUNT,
                DealChanged.Status.WON,
                SIGNED,
                "Routers");
    }

    private static ActivityChanged activity() {
        var presented = new Reason("PRESENTED", "Presented the product at the joint meeting.");
        var late = new Reason("QUALITY_NOT_PASSED", "The meeting has no agreed outcome.");
        return new ActivityChanged(
                new ActivityId("act-1"),
                PARTNERSHIP,
                JOINT,
                DEAL,
                CLOSED.minusDays(10),
                SIGNED,
                List.of(AURORA),
                List.of(
                        new ActivityChanged.Contribution(BOREALIS, BOB, Act.PRESENTED, true, false, presented),
                        new ActivityChanged.Contribution(AURORA, ANN, Act.ATTENDED, false, true, late)));
    }

    private static CreditChange.Posting posted() {
        var counterpart = new Reason(
                "COUNTERPART_SHARE",
                "Counterpart: 1/3 of 1234.50 USD = 411.50 USD, by rule revenue of agreement revision 2.");
        var lines = List.of(line(AURORA, ANN, "823.00", OWNER_SHARE), line(BOREALIS, BOB, "411.50", counterpart));
        return posting(
                1,
                lines,
                List.of(
                        new CreditChange.Points(AURORA, ANN, 50, POINTS),
                        new CreditChange.Points(BOREALIS, BOB, 50, BOBS_POINTS)));
    }

    /// The deal was amended to 1000.00 USD.
    private static CreditChange.Posting adjusted() {
        var owner = new Reason(
                "OWNER_SHARE",
                "Owner: 2/3 of 1000.00 USD is exactly 200000/3 minor units; rounded towards zero 666.66 USD, plus one"
                        + " left-over unit by remainder rank 1 = 666.67 USD, by rule revenue of agreement revision 2;"
                        + " 823.00 USD were posted before, so -156.33 USD is posted now.");
        var counterpart = new Reason(
                "COUNTERPART_SHARE",
                "Counterpart: 1/3 of 1000.00 USD is exactly 100000/3 minor units; rounded towards zero, remainder rank"
                        + " 2 = 333.33 USD, by rule revenue of agreement revision 2; 411.50 USD were posted before, so"
                        + " -78.17 USD is posted now.");
        return posting(
                2, List.of(line(AURORA, ANN, "-156.33", owner), line(BOREALIS, BOB, "-78.17", counterpart)), List.of());
    }

    private static CreditChange.Posting posting(
            int seq, List<CreditChange.Line> lines, List<CreditChange.Points> points) {
        return new CreditChange.Posting(PARTNERSHIP, seq, DEAL, seq, CLOSED, YearMonth.from(CLOSED), lines, points);
    }

    private static CreditChange.Line line(CompanyId company, RepId rep, String amount, Reason because) {
        return new CreditChange.Line(company, rep, "REVENUE", Money.of(amount, "USD"), because);
    }

    private static Map<String, String> opportunity() {
        return Map.of(
                "accountId", "a-1",
                "stage", "Won",
                "amount", "1234.50",
                "currency", "USD",
                "closeDate", "2026-02-28",
                "ownerUser", "u-7",
                "product", "Routers");
    }

    private static RosterChange.Spell spell(LocalDate from, @Nullable LocalDate until, String role) {
        return new RosterChange.Spell(from, until, RosterChange.Status.ACTIVE, role, "EMEA", new RepId("rep-ada"));
    }

    private static Map<String, String> user() {
        return Map.of(
                "name", "Ann Ash",
                "email", "ann@aurora.example",
                "role", "AE",
                "territory", "EMEA",
                "managerUser", "u-1",
                "skills", "Kubernetes, pricing");
    }

    private static CrmChange crmChange(String type, String id, Map<String, String> fields) {
        return new CrmChange(
                type,
                new CrmId(id),
                new BigInteger("18446744073709551616"),
                CrmChange.Change.FIELDS,
                new java.util.TreeMap<>(fields));
    }

    /// A whole one: an activity is never sent in parts.
    private static CrmChange crmActivity() {
        var fields = Map.of(
                "partnership", "p-1",
                "kind", "MEETING",
                "start", "2026-01-30T09:00:00Z",
                "minutes", "45",
                "jointAccount", "ja-1",
                "users", "u-7:PRESENTED",
                "invited", "borealis",
                "evidence", "calendar:8842");
        return new CrmChange(
                "activity",
                new CrmId("activity/m-1"),
                new BigInteger("1"),
                CrmChange.Change.FULL,
                new java.util.TreeMap<>(fields));
    }

    /// A whole one too.
    private static CrmChange crmContribution() {
        var fields = Map.of(
                "partnership", "p-1",
                "jointAccount", "ja-1",
                "deal", "d-1",
                "user", "u-7",
                "act", "SOURCED",
                "on", "2026-01-30",
                "evidence", "campaign:4711");
        return new CrmChange(
                "contribution",
                new CrmId("contribution/c-1"),
                new BigInteger("1"),
                CrmChange.Change.FULL,
                new java.util.TreeMap<>(fields));
    }

    /// Another one; with `engagement` it would take part in a partner's.
    private static CrmChange crmEngagement() {
        var fields = Map.of(
                "partnership", "p-1",
                "jointAccount", "ja-1",
                "opportunity", "o-1",
                "stage", "QUALIFIED",
                "because", "The budget is released.");
        return new CrmChange(
                "engagement",
                new CrmId("engagement/e-1"),
                new BigInteger("1"),
                CrmChange.Change.FULL,
                new java.util.TreeMap<>(fields));
    }

    private static CrmOut aligned() {
        var partner = new CrmOut.PartnerAccount(BOREALIS, Map.of("name", "Initech GmbH", "owner", "Bob Birch"));
        return new CrmOut.AccountAligned(
                PARTNERSHIP, JOINT, new CrmId("a-1"), List.of(partner), List.of(SAME_NAME, FIELDS_NOT_SHOWN));
    }

    private static List<CrmOut.Counterpart> counterparts() {
        return List.of(
                new CrmOut.Counterpart(
                        AURORA, ANN, ANN_USER, Map.of("name", "Ann Ash", "email", "ann@aurora.example"), owns(AURORA)),
                new CrmOut.Counterpart(BOREALIS, BOB, null, Map.of("name", "Bob Birch"), owns(BOREALIS)));
    }

    private static CrmOut award() {
        var team = new CrmOut.AwardedTeam(
                "North",
                List.of(
                        new CrmOut.AwardedMember(AURORA, ANN, ANN_USER),
                        new CrmOut.AwardedMember(BOREALIS, BOB, null)));
        return new CrmOut.JointAward(
                PARTNERSHIP,
                YearMonth.from(CLOSED),
                "Team of the month",
                List.of(team),
                List.of("goal north: 112 %"),
                PLANNED);
    }

    private static CrmOut.OwnCredit ownCredit() {
        return new CrmOut.OwnCredit(ANN, ANN_USER, "REVENUE", Money.of("823.00", "USD"), OWNER_SHARE);
    }

    private static CrmOut.OwnPoints ownPoints() {
        return new CrmOut.OwnPoints(ANN, ANN_USER, 50, POINTS);
    }

    private static AccountRef account(CompanyId company, String id) {
        return new AccountRef(company, new CrmId(id));
    }
}
