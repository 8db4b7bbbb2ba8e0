package dev.tandem.credit.export;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line;
import dev.tandem.credit.ledger.Line.Credit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One line of the journal, as every format has it. An entry's rows sum to zero per period and
/// currency.
///
/// @param account `<company>:<rep>:<credit type>`, or `deal:<deal>` for the side that gives
/// @param date the deal's effective date, or, posted later than that, the first day of the posting
///     period
record Row(
        Entry entry,
        YearMonth period,
        YearMonth originPeriod,
        LocalDate date,
        String account,
        @Nullable Credit credit,
        Money amount)
        implements JournalRow {
    static final Columns COLUMNS = new Columns(
            "Journal",
            List.of(
                    "journal_id",
                    "known_at",
                    "period",
                    "origin_period",
                    "date",
                    "account",
                    "company",
                    "rep",
                    "credit_type",
                    "deal",
                    "deal_revision",
                    "amount",
                    "currency",
                    "code",
                    "sentence",
                    "cause",
                    "hash"),
            Set.of(0, 10, 11));

    static Stream<Row> of(Entry entry) {
        return of(entry, entry.lines());
    }

    /// Those of one period and currency together, since they balance.
    static Stream<Row> of(Entry entry, List<Line> lines) {
        return lines.stream()
                .map(line -> of(entry, line))
                .sorted(Comparator.comparing(Row::period)
                        .thenComparing(row -> row.amount().currencyCode()));
    }

    private static Row of(Entry entry, Line line) {
        var posting = line.periods().posting();
        var effective = entry.deal().effectiveDate();
        var date = YearMonth.from(effective).equals(posting) ? effective : posting.atDay(1);
        return switch (line) {
            case Line.Credit credit ->
                new Row(entry, posting, credit.periods().origin(), date, account(credit), credit, credit.amount());
            case Line.Clearing clearing ->
                new Row(
                        entry,
                        posting,
                        clearing.periods().origin(),
                        date,
                        "deal:" + clearing.deal(),
                        null,
                        clearing.amount());
        };
    }

    private static String account(Credit credit) {
        return credit.company() + ":" + credit.rep() + ":" + credit.creditType();
    }

    @Override
    public String heading() {
        var deal = entry.deal();
        return "%s * (%d) %s revision %d".formatted(date, entry.seq(), deal.deal(), deal.revision());
    }

    @Override
    public String hash() {
        return entry.hash();
    }

    @Override
    public List<String> texts() {
        var because = credit == null ? null : credit.because().reason();
        return List.of(
                Long.toString(entry.seq()),
                entry.knownAt().toString(),
                period.toString(),
                originPeriod.toString(),
                date.toString(),
                account,
                credit == null ? "" : credit.company().value(),
                credit == null ? "" : credit.rep().value(),
                credit == null ? "" : credit.creditType().name(),
                entry.deal().deal().value(),
                Long.toString(entry.deal().revision()),
                amount.amount(),
                amount.currencyCode(),
                text(because, true),
                text(because, false),
                entry.cause(),
                entry.hash());
    }

    private static String text(@Nullable Reason because, boolean code) {
        if (because == null) {
            return "";
        }
        return code ? because.code() : because.sentence();
    }
}
