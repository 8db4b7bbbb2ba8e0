package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.export.PdfTable;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A rep's statement to be read on paper: the lines, sums and hash of the one in JSON.
@RestController
class StatementPdfEndpoints {
    private static final List<String> COLUMNS =
            List.of("Entry", "Rule", "Deal", "Earned in", "Payable in", "Amount", "Because");
    private static final int[] WIDTHS = {5, 12, 20, 7, 7, 17, 32};

    private final Parties parties;
    private final Payroll payroll;

    StatementPdfEndpoints(Parties parties, Payroll payroll) {
        this.parties = parties;
        this.payroll = payroll;
    }

    /// The caller's own.
    @GetMapping(path = "/credit/me/statements/pdf", produces = "application/pdf")
    @Allowed(Role.REP)
    byte[] mine(CompanyCaller caller, @RequestParam FiscalPeriod period) {
        var rep = parties.repOf(caller.company(), caller.person()).orElseThrow(Problem::notFound);
        return pdf(payroll.printed(caller.company(), rep, period));
    }

    @GetMapping(path = "/credit/companies/{company}/statements/{rep}/pdf", produces = "application/pdf")
    @Allowed(Role.FINANCE)
    byte[] ofRep(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @PathVariable RepId rep,
            @RequestParam FiscalPeriod period) {
        if (!caller.company().equals(company) || !parties.employs(company, rep)) {
            throw Problem.notFound();
        }
        return pdf(payroll.printed(company, rep, period));
    }

    private static byte[] pdf(Statement statement) {
        var out = new ByteArrayOutputStream();
        var title = "Statement of %s for %s%s"
                .formatted(statement.rep(), statement.period(), statement.closed() ? "" : ", not closed yet");
        try (var table = new PdfTable(out, title, COLUMNS, WIDTHS)) {
            statement.lines().forEach(line -> table.row(texts(line)));
            statement.totals().forEach(total -> table.row(sum("Earned", total.toString())));
            statement.payable().forEach(payable -> table.row(sum("Payable", payable.toString())));
            table.row(List.of("", "Hash", statement.hash(), "", "", "", ""));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    private static List<String> texts(Statement.Line line) {
        return List.of(
                Long.toString(line.seq()),
                line.rule(),
                Objects.toString(line.deal(), ""),
                line.earnedIn().toString(),
                line.payableIn().toString(),
                line.amount().toString(),
                line.because().sentence());
    }

    private static List<String> sum(String what, String amount) {
        return List.of("", what, "", "", "", amount, "");
    }
}
