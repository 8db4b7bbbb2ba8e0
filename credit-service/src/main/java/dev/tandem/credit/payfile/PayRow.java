package dev.tandem.credit.payfile;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.earning.JournalLines.JournalLine;
import dev.tandem.credit.export.Columns;
import dev.tandem.credit.export.JournalRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line of a company's earnings journal, as every format has it.
///
/// @param account `<company>:<rep>:<rule>`, or `<company>:accrued:<rep>` for the side that owes
record PayRow(CompanyId company, JournalLine line, String account) implements JournalRow {
    static final Columns COLUMNS = new Columns(
            "Earnings",
            List.of(
                    "journal_id",
                    "known_at",
                    "legal_entity",
                    "period",
                    "earned_in",
                    "payable_in",
                    "account",
                    "rep",
                    "plan",
                    "rule",
                    "partnership",
                    "deal",
                    "amount",
                    "currency",
                    "code",
                    "sentence",
                    "rate",
                    "joint_entries",
                    "cause",
                    "hash"),
            Set.of(0, 12));

    static PayRow of(CompanyId company, JournalLine line) {
        var earning = line.earning();
        var account = earning == null
                ? company + ":accrued:" + line.rep()
                : company + ":" + line.rep() + ":" + earning.place().rule();
        return new PayRow(company, line, account);
    }

    @Override
    public Money amount() {
        return line.amount();
    }

    @Override
    public String heading() {
        var date = line.knownAt().toString().substring(0, 10);
        return "%s * (%d) %s period %s".formatted(date, line.seq(), company, line.posting());
    }

    @Override
    public String hash() {
        return line.hash();
    }

    @Override
    public List<String> texts() {
        var texts = new ArrayList<>(List.of(
                Long.toString(line.seq()),
                line.knownAt().toString(),
                company.value(),
                line.posting().toString()));
        var earning = line.earning();
        var place = earning == null ? null : earning.place();
        texts.add(place == null ? "" : place.earnedIn().toString());
        texts.add(text(line.payableIn()));
        texts.add(account);
        texts.add(line.rep().value());
        texts.add(place == null ? "" : place.plan());
        texts.add(place == null ? "" : place.rule());
        texts.add(place == null ? "" : text(place.partnership()));
        texts.add(place == null ? "" : text(place.deal()));
        texts.add(line.amount().amount());
        texts.add(line.amount().currencyCode());
        var because = earning == null
                ? new Reason("ACCRUED", "What the company owes for the lines of this entry.")
                : earning.because();
        texts.add(because.code());
        texts.add(because.sentence());
        texts.add(earning == null ? "" : text(earning.rateId()));
        texts.add(earning == null ? "" : entries(earning.journalSeqs()));
        texts.add(line.cause());
        texts.add(line.hash());
        return texts;
    }

    private static String entries(List<Long> seqs) {
        return String.join(" ", seqs.stream().map(String::valueOf).toList());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
