package dev.tandem.standalone.demo;

import static dev.tandem.standalone.demo.Stage.ACME;
import static dev.tandem.standalone.demo.Stage.GLOBEX;

import dev.tandem.contracts.Money;
import dev.tandem.samples.SampleCompany;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The rest of both CRMs' quarter arrives, and finance of both companies pulls the same report.
final class Reporting {
    private static final int PERIODS = 3;
    private static final int DIGEST_CHARS = 23;

    private final Stage stage;
    private final String partnership;

    private Reporting(Stage stage, String partnership) {
        this.stage = stage;
        this.partnership = partnership;
    }

    static void play(Stage stage, String partnership) {
        stage.narrator().act("Finance of both companies pulls the report of each period");
        new Reporting(stage, partnership).play();
    }

    private void play() {
        Loading.of(stage, SampleCompany::all).complete();
        var deals =
                stage.patience().until("all deals of the shared book", new Settling<>(this::deals, this::areReported));
        var periods = new TreeMap<>(deals)
                .descendingMap().keySet().stream().limit(PERIODS).sorted().toList();
        var table = new Table("period", "deals", "credited", "not", "", "opening", "+ posted", "= closing");
        var reports = periods.stream().map(period -> report(ACME, path(period))).toList();
        reports.forEach(report -> add(table, report));
        stage.narrator().table(table);
        reports.forEach(this::compare);
        keep(YearMonth.from(stage.world().agreedOn()));
    }

    /// Deals by the period of their effective date.
    private Map<YearMonth, Integer> deals() {
        return stage.finance(ACME).all(Paths.of(partnership) + "/deals").stream()
                .map(deal -> YearMonth.from(
                        LocalDate.parse(deal.path("effectiveDate").asString())))
                .collect(Collectors.toMap(period -> period, _ -> 1, Integer::sum, TreeMap::new));
    }

    /// Every deal that accounts-service shows has reached the journal.
    private boolean areReported(Map<YearMonth, Integer> deals) {
        return !deals.isEmpty()
                && deals.entrySet().stream()
                        .allMatch(of -> report(ACME, path(of.getKey()))
                                        .path("joint")
                                        .path("deals")
                                        .path("received")
                                        .asInt(-1)
                                == of.getValue());
    }

    private JsonNode report(String company, String path) {
        return stage.finance(company).get(path, "application/json").expect(200).json();
    }

    private String path(YearMonth period) {
        return Paths.credit(partnership) + "/report?period=" + period;
    }

    private static void add(Table table, JsonNode report) {
        var joint = report.path("joint");
        var deals = joint.path("deals");
        for (var totals : Showing.elements(joint.path("totals"))) {
            if (isNothing(totals)) {
                continue;
            }
            table.row(
                    joint.path("period").asString(),
                    deals.path("received").asInt(),
                    deals.path("credited").asInt(),
                    deals.path("notCredited").asInt(),
                    totals.path("currency").asString(),
                    amount(totals, "opening"),
                    amount(totals, "posted"),
                    amount(totals, "closing"));
        }
    }

    private static String amount(JsonNode totals, String name) {
        return Amounts.number(money(totals, name));
    }

    private static boolean isNothing(JsonNode totals) {
        return money(totals, "posted").isZero() && money(totals, "closing").isZero();
    }

    /// Both as of the same entry, since a deal may be posted between two readings.
    private void compare(JsonNode acme) {
        var joint = acme.path("joint");
        var period = YearMonth.parse(joint.path("period").asString());
        var asOf = "&asOf=" + joint.path("asOf").asString();
        var digest = acme.path("digest").asString("");
        var other = report(GLOBEX, path(period) + asOf).path("digest").asString("");
        tie(joint);
        StoryBroken.unless(digest.equals(other), "the reports of " + period + " differ: " + digest + " and " + other);
        stage.narrator()
                .say(
                        period.toString(),
                        "both read %s…; received = credited + not credited, opening + posted = closing"
                                .formatted(digest.substring(0, Math.min(digest.length(), DIGEST_CHARS))));
        Showing.elements(joint.path("deals").path("notCreditedByReason"))
                .forEach(reason -> stage.narrator().say("", notCredited(reason)));
    }

    private static String notCredited(JsonNode reason) {
        return "%s not credited, %s: %s"
                .formatted(
                        Narrator.count(reason.path("count").asInt(), "deal"),
                        reason.path("code").asString(""),
                        reason.path("deals").path(0).path("sentence").asString(""));
    }

    private static void tie(JsonNode joint) {
        var deals = joint.path("deals");
        StoryBroken.unless(
                deals.path("received").asInt()
                        == deals.path("credited").asInt()
                                + deals.path("notCredited").asInt(),
                "deals are missing in " + deals);
        for (var totals : Showing.elements(joint.path("totals"))) {
            var closing = money(totals, "opening").plus(money(totals, "posted"));
            StoryBroken.unless(closing.equals(money(totals, "closing")), "the totals do not tie: " + totals);
        }
    }

    private static Money money(JsonNode totals, String name) {
        return Amounts.of(totals.path(name));
    }

    private void keep(YearMonth period) {
        for (var company : List.of(ACME, GLOBEX)) {
            var csv = stage.finance(company)
                    .get(path(period), "text/csv")
                    .expect(200)
                    .body();
            var file = "credit-report-" + period + "-" + company + ".csv";
            stage.narrator().copyable("as CSV", Files.keep(stage.folder(), file, csv));
        }
    }
}
