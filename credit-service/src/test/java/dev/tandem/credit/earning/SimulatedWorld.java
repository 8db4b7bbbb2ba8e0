package dev.tandem.credit.earning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.Given;
import dev.tandem.credit.dispute.Dispute;
import dev.tandem.credit.dispute.Pay;
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
import java.math.BigInteger;
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
/// crashes between keeping and posting; plans changed, rates that come late or replace others, lines disputed and
/// decided, periods closed. Everything follows from the seed.
@NullMarked
final class SimulatedWorld {
    private static final CompanyId ACME = Given.ACME;
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final FiscalPeriod DECEMBER = FiscalPeriod.of("2026-12");
    private static final Reason BECAUSE = new Reason("SAID", "Somebody said so.");
    private static final Instant START = Instant.parse("2026-05-22T10:00:00Z");

    private final Random random;
    private final List<Arrival> told;
    private final List<Arrival> underway;
    private final ChainModel joint = new ChainModel();
    private final List<EarningLink> earnings = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final Map<YearMonth, Map<String, Money>> closedMonths = new HashMap<>();
    private final Map<String, Statement> closedStatements = new HashMap<>();
    private final Map<String, Pay> closedPay = new HashMap<>();
    private final List<Rate> rates = new ArrayList<>();
    private final List<Rate> ratesToCome = new ArrayList<>();
    private final List<Dispute> disputes = new ArrayList<>();

    SimulatedWorld(long seed) {
        this.random = new Random(seed);
        var story = new RandomStory(random);
        this.told = story.told();
        this.underway = new ArrayList<>(story.mixedUp(told));
        plans.add(plan("2026-01"));
        quoted();
    }

    void play() {
        while (!underway.isEmpty()) {
            step(underway.remove(random.nextInt(Math.min(4, underway.size()))));
        }
        Collections.shuffle(told, random);
        told.forEach(arrival -> joint.arrive(arrival, now()));
        rates.addAll(ratesToCome);
        assertThat(run()).as("all rates are there").isTrue();
        check();
    }

    private void step(Arrival arrival) {
        switch (random.nextInt(26)) {
            case 0 -> underway.add(arrival);
            case 1 -> joint.keep(arrival);
            case 2 -> closeMonth();
            case 3 -> run();
            case 4 -> closeFiscal();
            case 5 -> plans.add(plan("2026-0" + random.nextInt(1, 5)));
            case 6, 7 -> imported();
            case 8, 9, 10 -> dispute();
            case 11, 12 -> decide();
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

    /// As the service runs: nothing for anybody while a rate is missing.
    private boolean run() {
        if (reps().stream().anyMatch(rep -> earned(rep) instanceof Earnings.Result.Missing)) {
            return false;
        }
        reps().forEach(rep -> {
            var due = new ArrayList<>(((Earnings.Result.Due) earned(rep)).earnings());
            due.addAll(adjustments(rep));
            post(rep, EarningChain.difference(due, posted(rep), closedThrough().orElse(null)));
        });
        return true;
    }

    private void post(RepId rep, List<EarningEntry.Line> lines) {
        if (!lines.isEmpty()) {
            append(new EarningEntry(
                    earnings.size() + 1L, rep, "run", at(), lines, EarningChain.accruals(lines), last(), ""));
        }
    }

    private List<Earning> adjustments(RepId rep) {
        return of(rep).stream()
                .flatMap(dispute -> dispute.adjustment().stream())
                .toList();
    }

    private List<Dispute> of(RepId rep) {
        return disputes.stream().filter(dispute -> dispute.rep().equals(rep)).toList();
    }

    /// Some that come late, in any order; some of a day, or of a day nearer to the deals, that was known otherwise.
    private void imported() {
        var count = Math.min(ratesToCome.size(), random.nextInt(1, 60));
        rates.addAll(ratesToCome.subList(0, count));
        ratesToCome.subList(0, count).clear();
    }

    /// Somebody says that a line should be another amount.
    private void dispute() {
        var entries = reps().stream().flatMap(rep -> posted(rep).stream()).toList();
        if (entries.isEmpty()) {
            return;
        }
        var entry = entries.get(random.nextInt(entries.size()));
        var line = entry.lines().get(random.nextInt(entry.lines().size()));
        var place = line.earning().place();
        if (disputes.stream()
                .anyMatch(each -> each.isOpen()
                        && each.seq() == entry.seq()
                        && each.place().equals(place))) {
            return;
        }
        var amount = line.earning().amount();
        var claimed = new Money(
                amount.amountMinor()
                        .multiply(BigInteger.valueOf(random.nextInt(-2, 13)))
                        .divide(BigInteger.TEN)
                        .add(BigInteger.ONE),
                amount.currency());
        var paid = closedThrough().filter(through -> through.compareTo(line.payableIn()) >= 0);
        disputes.add(new Dispute(
                "x" + disputes.size(),
                entry.rep(),
                entry.seq(),
                place,
                amount,
                claimed,
                paid.isPresent() ? null : line.payableIn(),
                "somebody",
                START,
                LocalDate.MAX,
                BECAUSE,
                null));
    }

    /// An open one is decided and posted at once, or, the process having died in between, by the next run.
    private void decide() {
        var open = disputes.stream().filter(Dispute::isOpen).toList();
        if (!open.isEmpty()) {
            var dispute = open.get(random.nextInt(open.size()));
            var adjustment =
                    random.nextInt(3) == 0 ? Money.zero(EUR) : dispute.claimed().minus(dispute.posted());
            var outcome = adjustment.isZero() ? Dispute.Outcome.REJECTED : Dispute.Outcome.UPHELD;
            var released = PostedLines.releasedIn(dispute, closedThrough());
            var resolution = new Dispute.Resolution(outcome, adjustment, released, "another", START, BECAUSE);
            disputes.set(disputes.indexOf(dispute), dispute.resolved(resolution));
            if (random.nextInt(3) > 0) {
                var rep = dispute.rep();
                post(
                        rep,
                        EarningChain.settled(
                                adjustments(rep), posted(rep), closedThrough().orElse(null)));
            }
        }
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
            reps().forEach(rep -> {
                var statement = Statement.of(rep, next, posted(rep), true);
                closedStatements.put(rep + "/" + next, statement);
                closedPay.put(rep + "/" + next, statement.disputed(of(rep)).pay());
            });
        }
    }

    private List<RepId> reps() {
        return Stream.of("rep-a0", "rep-a1", "rep-0", "rep-1", "rep-2", "rep-3")
                .map(RepId::new)
                .toList();
    }

    private Earnings.Result earned(RepId rep) {
        var chain = joint.chain();
        var deals = chain.stream()
                .filter(entry -> entry.credits().anyMatch(credit -> credit.rep().equals(rep)))
                .map(entry -> entry.deal().deal())
                .toList();
        var entries = chain.stream()
                .filter(entry -> deals.contains(entry.deal().deal()))
                .toList();
        List<Credited> credits = OwnCredit.credited(Given.PARTNERSHIP, ACME, entries, rep);
        var revisions = plans.stream()
                .sorted(java.util.Comparator.comparing(Plan::effectiveFrom))
                .toList();
        return Earnings.of(new Earnings.Facts(rep, revisions, credits, new Rates(rates), DECEMBER));
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
        reps().forEach(this::checkPaid);
    }

    private void checkEarned(RepId rep) {
        var shuffled = new ArrayList<>(rates);
        Collections.shuffle(shuffled, random);
        var due = new NaivePay(joint.chain(), dates(), plans, shuffled).due(rep);
        of(rep).stream()
                .filter(dispute -> dispute.resolution() != null)
                .forEach(dispute -> due.put(
                        "dispute-" + dispute.id() + " " + dispute.place().deal() + " "
                                + dispute.place().earnedIn(),
                        dispute.adjustment().orElseThrow().amount().amountMinor()));
        due.values().removeIf(amount -> amount.signum() == 0);
        var posted = new TreeMap<String, BigInteger>();
        EarningChain.posted(posted(rep))
                .forEach((place, amount) ->
                        posted.put(place.rule() + " " + place.deal() + " " + place.earnedIn(), amount.amountMinor()));
        assertThat(posted).as("%s", rep).isEqualTo(due);
    }

    private Map<DealId, LocalDate> dates() {
        var dates = new TreeMap<DealId, LocalDate>();
        var revisions = new TreeMap<DealId, Long>();
        told.forEach(arrival -> {
            if (arrival instanceof Arrival.Deal(var deal)
                    && deal.revision() >= revisions.getOrDefault(deal.deal(), 0L)) {
                revisions.put(deal.deal(), deal.revision());
                dates.put(deal.deal(), deal.effectiveDate());
            }
        });
        return dates;
    }

    /// Over all time everything that is posted is paid, but what open disputes hold; each resolution is posted once;
    /// what was paid for a closed period stays as it was.
    private void checkPaid(RepId rep) {
        var paid = BigInteger.ZERO;
        var period = FiscalPeriod.of("2026-01");
        for (int i = 0; i < 120; i++, period = period.next()) {
            var pay = Statement.of(rep, period, posted(rep), true)
                    .disputed(of(rep))
                    .pay();
            paid = pay.pays().stream().map(Money::amountMinor).reduce(paid, BigInteger::add);
            var then = closedPay.get(rep + "/" + period);
            assertThat(pay).as("%s %s", rep, period).isEqualTo(then == null ? pay : then);
        }
        var lines =
                posted(rep).stream().flatMap(entry -> entry.lines().stream()).toList();
        var expected = lines.stream()
                .map(line -> line.earning().amount().amountMinor())
                .reduce(BigInteger.ZERO, BigInteger::add);
        var held =
                of(rep).stream().filter(Dispute::isOpen).map(NaivePay::held).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(paid).as("%s", rep).isEqualTo(expected.subtract(held));
        for (var dispute : of(rep)) {
            assertThat(lines.stream()
                            .filter(line -> line.earning().place().rule().equals("dispute-" + dispute.id())))
                    .hasSize(dispute.isOpen() ? 0 : 1);
        }
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

    /// A rate a week for each currency, some of which come late; and later ones of the days between and of the same
    /// days, which change what was known.
    private void quoted() {
        for (var from : List.of("USD", "JPY", "KWD")) {
            for (int week = 0; week < 15; week++) {
                var day = LocalDate.of(2025, 12, 29).plusWeeks(week);
                (random.nextInt(30) == 0 ? ratesToCome : rates).add(rate("m" + from + day, from, day));
                if (random.nextInt(4) == 0) {
                    var other = day.plusDays(random.nextInt(5));
                    ratesToCome.add(rate((random.nextBoolean() ? "a" : "z") + from + other, from, other));
                }
            }
        }
        Collections.shuffle(ratesToCome, random);
    }

    private Rate rate(String id, String from, LocalDate day) {
        return new Rate(id, Currency.getInstance(from), EUR, day, "0." + random.nextInt(100, 999));
    }
}
