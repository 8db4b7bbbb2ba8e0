package dev.tandem.credit.report;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.report.JointReport.Line;
import dev.tandem.credit.report.JointReport.NotCredited;
import dev.tandem.credit.report.JointReport.Refused;
import dev.tandem.credit.report.JointReport.Totals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The report as one table: the column `record` says what a row is. The same figures as the JSON,
/// from the same model.
final class ReportCsv {
    private static final List<String> COLUMNS = List.of(
            "record",
            "period",
            "seq",
            "known_at",
            "deal",
            "deal_revision",
            "effective_date",
            "origin_period",
            "company",
            "rep",
            "name",
            "credit_type",
            "amount",
            "currency",
            "count",
            "code",
            "sentence");

    private final Report report;
    private final Csv csv = new Csv();

    private ReportCsv(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new ReportCsv(report).written();
    }

    private String written() {
        var joint = report.joint();
        COLUMNS.forEach(csv::text);
        csv.endRow();
        start("AS_OF")
                .number(joint.asOf())
                .empty(12)
                .text("DIGEST")
                .text(report.digest())
                .endRow();
        count("DEALS_RECEIVED", joint.deals().received(), null);
        count("DEALS_CREDITED", joint.deals().credited(), null);
        joint.deals().notCreditedByReason().forEach(this::notCredited);
        joint.totals().forEach(this::totals);
        joint.lines().forEach(this::line);
        if (joint.points() != null) {
            points(joint.points());
        }
        return csv.toString();
    }

    private Csv start(String what) {
        return csv.text(what).text(report.joint().period());
    }

    private void count(String what, int count, @Nullable String code) {
        start(what).empty(12).number(count).text(code).text(null).endRow();
    }

    private void notCredited(NotCredited reason) {
        count("DEALS_NOT_CREDITED", reason.count(), reason.code());
        reason.deals().forEach(deal -> refused(reason.code(), deal));
    }

    private void refused(String code, Refused deal) {
        start("NOT_CREDITED").empty(2).text(deal.deal()).number(deal.revision()).text(deal.effectiveDate());
        csv.empty(5)
                .money(deal.net())
                .text(null)
                .text(code)
                .text(deal.sentence())
                .endRow();
    }

    private void totals(Totals totals) {
        var type = totals.creditType();
        amount("OPENING", null, type, totals.opening());
        amount("POSTED", null, type, totals.posted());
        amount("CLOSING", null, type, totals.closing());
        totals.companies().forEach(of -> {
            amount("OPENING", of.company(), type, of.opening());
            amount("POSTED", of.company(), type, of.posted());
            amount("CLOSING", of.company(), type, of.closing());
        });
    }

    private void amount(String what, @Nullable CompanyId company, CreditType type, Money amount) {
        start(what)
                .empty(6)
                .text(company)
                .empty(2)
                .text(type)
                .money(amount)
                .empty(3)
                .endRow();
    }

    private void line(Line line) {
        start("LINE").number(line.seq()).text(line.knownAt()).text(line.deal()).number(line.dealRevision());
        csv.text(line.effectiveDate())
                .text(line.originPeriod())
                .text(line.company())
                .text(line.rep());
        csv.text(report.nameOf(line.company(), line.rep()))
                .text(line.creditType())
                .money(line.amount())
                .text(null);
        csv.text(line.because().code()).text(line.because().sentence()).endRow();
    }

    /// Points stand in the column of counts: they are no amount.
    private void points(PointTotals points) {
        points("POINTS_OPENING", null, points.opening());
        points("POINTS_POSTED", null, points.posted());
        points("POINTS_CLOSING", null, points.closing());
        points.companies().forEach(of -> {
            points("POINTS_OPENING", of.company(), of.opening());
            points("POINTS_POSTED", of.company(), of.posted());
            points("POINTS_CLOSING", of.company(), of.closing());
        });
        points.lines().forEach(this::points);
    }

    private void points(String what, @Nullable CompanyId company, long points) {
        start(what).empty(6).text(company).empty(5).number(points).empty(2).endRow();
    }

    private void points(PointTotals.Line line) {
        start("POINTS_LINE").number(line.seq()).text(line.knownAt()).text(line.deal());
        csv.empty(2).text(line.originPeriod()).text(line.company()).text(line.rep());
        csv.text(report.nameOf(line.company(), line.rep())).empty(3).number(line.points());
        csv.text(line.because().code()).text(line.because().sentence()).endRow();
    }
}
