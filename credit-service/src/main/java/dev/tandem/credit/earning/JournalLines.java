package dev.tandem.credit.earning;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.plan.Earning;
import dev.tandem.credit.plan.FiscalPeriod;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// All that was posted to a company's chain, line by line, for its own finance. The lines of an
/// entry sum to zero per period and currency.
@Service
public class JournalLines {
    private final EarningJournal journal;

    JournalLines(EarningJournal journal) {
        this.journal = journal;
    }

    /// Where a line stands: in which link, and there as which, from 1.
    public record Place(long seq, int line) {
        public static final Place START = new Place(0, 0);

        /// @throws NumberFormatException for what [#toString] did not write
        public static Place parse(String text) {
            var dot = text.indexOf('.');
            return new Place(Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
        }

        boolean isAfter(Place other) {
            return seq > other.seq || (seq == other.seq && line > other.line);
        }

        @Override
        public String toString() {
            return seq + "." + line;
        }
    }

    /// @param seq the link of the chain: the journal id
    /// @param line its number among the lines of its link
    /// @param posting the fiscal period in whose books it stands
    /// @param earning null for the other side, what the company owes for it
    public record JournalLine(
            long seq,
            int line,
            Instant knownAt,
            String cause,
            String hash,
            RepId rep,
            FiscalPeriod posting,
            @Nullable FiscalPeriod payableIn,
            @Nullable Earning earning,
            Money amount) {
        @JsonIgnore
        public Place place() {
            return new Place(seq, line);
        }

        static JournalLine of(EarningEntry entry, EarningEntry.Line line) {
            var earning = line.earning();
            return of(entry, line.posting(), earning.amount()).earned(earning, line.payableIn());
        }

        static JournalLine of(EarningEntry entry, FiscalPeriod posting, Money amount) {
            return new JournalLine(
                    entry.seq(),
                    0,
                    entry.knownAt(),
                    entry.cause(),
                    entry.hash(),
                    entry.rep(),
                    posting,
                    null,
                    null,
                    amount);
        }

        private JournalLine earned(Earning by, FiscalPeriod payable) {
            return new JournalLine(seq, line, knownAt, cause, hash, rep, posting, payable, by, amount);
        }

        JournalLine numbered(int number) {
            return new JournalLine(seq, number, knownAt, cause, hash, rep, posting, payableIn, earning, amount);
        }

        private JournalLine coming(Money to) {
            return new JournalLine(seq, line, knownAt, cause, hash, rep, posting, payableIn, earning, to);
        }

        private boolean isBeside(JournalLine other) {
            return posting.equals(other.posting) && amount.currencyCode().equals(other.amount.currencyCode());
        }
    }

    /// In the order of posting, read as they are consumed; those of one period and currency of an entry together, with
    /// what the company owes for those that are taken. Close it.
    public Stream<JournalLine> after(CompanyId company, Place place, Predicate<JournalLine> takes) {
        return journal.after(company, place.seq() - 1)
                .flatMap(link ->
                        link instanceof EarningEntry entry ? taken(lines(entry).toList(), takes) : Stream.empty())
                .filter(line -> line.place().isAfter(place));
    }

    static Stream<JournalLine> taken(List<JournalLine> lines, Predicate<JournalLine> takes) {
        var earned = lines.stream()
                .filter(line -> line.earning() != null)
                .filter(takes)
                .toList();
        return lines.stream()
                .map(line -> line.earning() == null ? line.coming(owed(line, earned)) : line)
                .filter(line -> line.earning() == null ? !line.amount().isZero() : earned.contains(line));
    }

    private static Money owed(JournalLine line, List<JournalLine> earned) {
        return earned.stream()
                .filter(line::isBeside)
                .map(each -> each.amount().negated())
                .reduce(Money.zero(line.amount().currency()), Money::plus);
    }

    static Stream<JournalLine> lines(EarningEntry entry) {
        var lines = entry.lines().stream()
                .map(line -> new Book(line.posting(), line.earning().amount().currencyCode()))
                .distinct()
                .flatMap(book -> Stream.concat(earned(entry, book), accrued(entry, book)))
                .toList();
        return IntStream.range(0, lines.size()).mapToObj(i -> lines.get(i).numbered(i + 1));
    }

    private record Book(FiscalPeriod posting, String currency) {
        boolean holds(FiscalPeriod period, Money amount) {
            return posting.equals(period) && currency.equals(amount.currencyCode());
        }
    }

    private static Stream<JournalLine> earned(EarningEntry entry, Book book) {
        return entry.lines().stream()
                .filter(line -> book.holds(line.posting(), line.earning().amount()))
                .map(line -> JournalLine.of(entry, line));
    }

    /// None where what was earned comes to nothing.
    private static Stream<JournalLine> accrued(EarningEntry entry, Book book) {
        return entry.accruals().stream()
                .filter(accrual -> book.holds(accrual.posting(), accrual.amount()))
                .map(accrual -> JournalLine.of(entry, accrual.posting(), accrual.amount()));
    }
}
