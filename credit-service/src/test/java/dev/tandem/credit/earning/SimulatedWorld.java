package dev.tandem.credit.earning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.Given;
import dev.tandem.credit.ledger.Arrival;
import dev.tandem.credit.ledger.ChainModel;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.RandomStory;
import dev.tandem.credit.plan.Credited;
import dev.tandem.credit.plan.Earning;
import dev.tandem.credit.plan.Earnings;
import dev.tandem.credit.plan.FiscalCalendar;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.credit.plan.Incentive;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.plan.Rate;
import dev.tandem.credit.plan.Rates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// One partnership and one company's payroll in memory, around the pure rules that the service
/// runs: a transport that drops (for a while), repeats, delays and reorders; a clock that jumps;
/// crashes between keeping and posting; plans changed, periods closed. Everything follows from the
/// seed.
@NullMarked
final class SimulatedWorld {
    private static final CompanyId ACME = Given.ACME;
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final FiscalPeriod DECEMBER = FiscalPeriod.of("2026-12");
    private static final Instant START = Instant.parse("2026-05-22T10:00:00Z");
    private static final Rates RATES = rates();

    private final Random random;
    private final List<Arrival> told;
    private final List<Arrival> underway;
    private final ChainModel joint = new ChainModel();
    private final List<EarningLink> earnings = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final Map<YearMonth, Map<String, Money>> closedMonths = new HashMap<>();
    private final Map<String, Statement> closedStatements = new HashMap<>();

    SimulatedWorld(long seed) {
        this.random = new Random(seed);
        var story = new RandomStory(random);
        this.told = story.told();
        this.underway = new ArrayList<>(story.mixedUp(told));
        plans.add(plan("2026-01"));
    }

    void play() {
        while (!underway.isEmpty()) {
            step(underway.remove(random.nextInt(Math.min(4, underway.size()))));
        }
        Collections.shuffle(told, random);
        told.forEach(arrival -> joint.arrive(arrival, now()));
        run();
        check();
    }

    private void step(Arrival arrival) {
        switch (random.nextInt(20)) {
            case 0 -> underway.add(arrival);
            case 1 -> joint.keep(arrival);
            case 2 -> closeMonth();
            case 3 -> run();
            case 4 -> closeFiscal();
            case 5 -> plans.add(plan("2026-0" + random.nextInt(1, 5)));
            default -> joint.arrive(arrival, now());
        }
    }

    private Instant now() {
        return START.plusSeconds(random.nextInt(-90, 8_000_000));
    }

    private void closeMonth() {
        var next = YearMonth.of(2026, 1).plusMonths(closedMonths.size());
        if (!joint.links().isEmpty()) {
            joint.close(next, now());
            closedMonths.put(next, totals(next));
        }
    }

    private Map<String, Money> totals(YearMonth month) {
        var totals = new TreeMap<String, Money>();
        joint.chain().stream()
                .flatMap(Entry::credits)
                .filter(credit -> credit.periods().posting().equals(month))
                .forEach(credit -> totals.merge(
                        credit.rep() + "/" + credit.creditType()
                                + credit.amount().currencyCode(),
                        credit.amount(),
                        Money::plus));
        return totals;
    }

    private void run() {
        reps().forEach(rep -> {
            var lines = EarningChain.difference(
                    due(rep), posted(rep), closedThrough().orElse(null));
            if (!lines.isEmpty()) {
                append(new EarningEntry(
                        earnings.size() + 1L, rep, "run", at(), lines, EarningChain.accruals(lines), last(), ""));
            }
        });
    }

    private void append(EarningLink link) {
        var hash = EarningChain.hash(ACME, link);
        earnings.add(
                switch (link) {
                    case EarningEntry it ->
                        new EarningEntry(
                                it.seq(),
                                it.rep(),
                                it.cause(),
                                it.knownAt(),
                                it.lines(),
                                it.accruals(),
                                it.prevHash(),
                                hash);
                    case FiscalClosed it ->
                        new FiscalClosed(
                                it.seq(), it.closed(), it.statements(), it.person(), it.knownAt(), it.prevHash(), hash);
                });
    }

    private List<EarningEntry> posted(RepId rep) {
        return earnings.stream()
                .flatMap(link -> link instanceof EarningEntry entry ? Stream.of(entry) : Stream.empty())
                .filter(entry -> entry.rep().equals(rep))
                .toList();
    }

    private Optional<FiscalPeriod> closedThrough() {
        return earnings.stream()
                .flatMap(link -> link instanceof FiscalClosed it ? Stream.of(it.closed()) : Stream.empty())
                .max(FiscalPeriod::compareTo);
    }

    private Instant at() {
        var head = earnings.isEmpty() ? Optional.<EarningLink>empty() : Optional.of(earnings.getLast());
        return EarningChain.notBefore(head, now());
    }

    private String last() {
        return earnings.isEmpty() ? "" : earnings.getLast().hash();
    }

    private void closeFiscal() {
        if (!earnings.isEmpty()) {
            var next = closedThrough().map(FiscalPeriod::next).orElse(FiscalPeriod.of("2026-01"));
            append(new FiscalClosed(earnings.size() + 1L, next, List.of(), "somebody", at(), last(), ""));
            reps().forEach(rep -> closedStatements.put(rep + "/" + next, Statement.of(rep, next, posted(rep), true)));
        }
    }

    private List<RepId> reps() {
        return Stream.of("rep-a0", "rep-a1", "rep-0", "rep-1", "rep-2", "rep-3")
                .map(RepId::new)
                .toList();
    }

    private List<Earning> due(RepId rep) {
        var entries = joint.chain().stream()
                .filter(entry -> entry.credits().anyMatch(credit -> credit.rep().equals(rep)))
                .toList();
        List<Credited> credits = OwnCredit.credited(Given.PARTNERSHIP, ACME, entries, rep);
        var revisions = plans.stream()
                .sorted(java.util.Comparator.comparing(Plan::effectiveFrom))
                .toList();
        return switch (Earnings.of(new Earnings.Facts(rep, revisions, credits, RATES, DECEMBER))) {
            case Earnings.Result.Due(var earned) -> earned;
            case Earnings.Result.Missing missing -> throw new AssertionError(missing.toString());
        };
    }

    /// What the naive oracle says: everything told is there before the first deal is looked at,
    /// once, and nothing is ever closed.
    private void check() {
        var fresh = new ChainModel();
        told.forEach(fresh::keep);
        told.forEach(arrival -> fresh.arrive(arrival, START));
        assertThat(joint.net().toString()).isEqualTo(fresh.net().toString());
        assertThat(joint.points().toString()).isEqualTo(fresh.points().toString());
        assertThat(joint.findings()).isEmpty();
        assertThat(EarningChain.verified(ACME, earnings.stream()).findings()).isEmpty();
        closedMonths.forEach(
                (month, then) -> assertThat(totals(month)).as("%s", month).isEqualTo(then));
        closedStatements.forEach(
                (_, then) -> assertThat(Statement.of(then.rep(), then.period(), posted(then.rep()), true))
                        .isEqualTo(then));
        reps().forEach(this::checkEarned);
    }

    private void checkEarned(RepId rep) {
        var due = new TreeMap<Earning.Place, Money>();
        due(rep).forEach(earning -> due.put(earning.place(), earning.amount()));
        due.values().removeIf(Money::isZero);
        assertThat(EarningChain.posted(posted(rep))).isEqualTo(due);
    }

    private Plan plan(String from) {
        var rate = Share.of(random.nextInt(1, 40), 300);
        var cap = random.nextInt(3) == 0 ? Money.ofMinor(random.nextInt(1, 500_000), "EUR") : null;
        var kind = random.nextBoolean() ? Incentive.Kind.MARGINAL : Incentive.Kind.RETROACTIVE;
        var steps = List.of(
                new Incentive.Step(Money.zero(EUR), rate),
                new Incentive.Step(Money.ofMinor(random.nextInt(1, 900_000), "EUR"), Share.parse("1/3")));
        var draw = random.nextBoolean() ? null : new Plan.Draw(Money.ofMinor(50_000, "EUR"), random.nextBoolean());
        return new Plan(
                "ae",
                FiscalPeriod.of(from),
                EUR,
                new FiscalCalendar.Months(1),
                List.of(new Plan.Measure("revenue", CreditType.REVENUE, Plan.Window.QUARTER)),
                List.of(new Incentive.Tiers("commission", "revenue", kind, steps, cap)),
                draw,
                random.nextInt(3),
                random.nextBoolean() ? null : random.nextInt(200),
                reps().stream()
                        .map(rep -> new Plan.Member(rep, Money.ofMinor(1_000_000, "EUR")))
                        .toList());
    }

    private static Rates rates() {
        var rates = new ArrayList<Rate>();
        for (var from : List.of("USD", "JPY", "KWD")) {
            for (int week = 0; week < 53; week++) {
                var day = LocalDate.of(2025, 12, 29).plusWeeks(week);
                rates.add(new Rate(from + day, Currency.getInstance(from), EUR, day, "0." + (71 + week % 9) + "3"));
            }
        }
        return new Rates(rates);
    }
}
