package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.Given;
import dev.tandem.credit.export.LedgerFile;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.PostedDeals;
import dev.tandem.credit.plan.Earnings;
import dev.tandem.credit.plan.FiscalCalendar;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.credit.plan.Incentive;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.plan.Rates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;

/// Deals of four participants under two plans, from events to statements, in memory; and ledger(1)
/// merely totalling the exported journal of the same deals, in the same run. Prints milliseconds;
/// the median of the rounds counts.
@NullMarked
public final class CreditBenchmark {
    private static final int ROUNDS = 3;

    private CreditBenchmark() {}

    /// @param arguments how many deals, 100,000 if none is given, and how many rounds
    public static void main(String[] arguments) throws Exception {
        var deals = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        var rounds = arguments.length < 2 ? ROUNDS : Integer.parseInt(arguments[1]);
        for (int round = 0; round < rounds; round++) {
            var posted = new ArrayList<Entry>();
            var credit = timed(() -> posted.addAll(PostedDeals.of(deals)));
            var earn = timed(() -> statements(posted, Given.ACME) + statements(posted, Given.GLOBEX));
            var file = Files.createTempFile("journal", ".ledger");
            var export = timed(() -> {
                LedgerFile.write(posted, file);
                return file;
            });
            var ledger = timed(() -> ledger(file));
            Files.delete(file);
            System.out.printf(
                    "%d deals: credited and posted %d ms, statements %d ms, exported %d ms; ledger totals it in %d"
                            + " ms%n",
                    deals, credit, earn, export, ledger);
        }
    }

    private static long timed(Callable<?> work) throws Exception {
        var start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static int ledger(Path file) throws Exception {
        return new ProcessBuilder("/usr/bin/ledger", "--args-only", "-f", file.toString(), "--flat", "balance")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static long statements(List<Entry> posted, CompanyId company) {
        var byRep = new TreeMap<RepId, List<Entry>>();
        posted.forEach(entry -> entry.credits()
                .filter(credit -> credit.company().equals(company))
                .forEach(credit -> byRep.computeIfAbsent(credit.rep(), _ -> new ArrayList<>())
                        .add(entry)));
        var plan = plan(List.copyOf(byRep.keySet()));
        return byRep.entrySet().stream()
                .mapToLong(rep -> lines(rep, plan, company))
                .sum();
    }

    private static long lines(Map.Entry<RepId, List<Entry>> rep, Plan plan, CompanyId company) {
        var credits = OwnCredit.credited(Given.PARTNERSHIP, company, rep.getValue(), rep.getKey());
        var facts = new Earnings.Facts(
                rep.getKey(), List.of(plan), credits, new Rates(List.of()), FiscalPeriod.of("2026-12"));
        return switch (Earnings.of(facts)) {
            case Earnings.Result.Due(var due) ->
                EarningChain.difference(due, List.of(), null).size();
            case Earnings.Result.Missing missing -> throw new IllegalStateException(missing.toString());
        };
    }

    private static Plan plan(List<RepId> reps) {
        var usd = Currency.getInstance("USD");
        var steps = List.of(
                new Incentive.Step(Money.zero(usd), Share.parse("5%")),
                new Incentive.Step(Money.of("100000.00", "USD"), Share.parse("8%")));
        return new Plan(
                "ae",
                FiscalPeriod.of("2026-01"),
                usd,
                new FiscalCalendar.Months(1),
                List.of(new Plan.Measure("revenue", CreditType.REVENUE, Plan.Window.YEAR)),
                List.of(new Incentive.Tiers("commission", "revenue", Incentive.Kind.MARGINAL, steps, null)),
                null,
                0,
                null,
                reps.stream()
                        .map(rep -> new Plan.Member(rep, Money.of("1.00", "USD")))
                        .toList());
    }
}
