package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.plan.Earning;
import dev.tandem.credit.plan.FiscalPeriod;
import java.time.Instant;
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

    /// @param seq the link of the chain: the journal id
    /// @param posting the fiscal period in whose books it stands
    /// @param earning null for the other side, what the company owes for it
    public record JournalLine(
            long seq,
            Instant knownAt,
            String cause,
            String hash,
            RepId rep,
            FiscalPeriod posting,
            @Nullable FiscalPeriod payableIn,
            @Nullable Earning earning,
            Money amount) {}

    /// In the order of posting; those of one period and currency of an entry together.
    public Stream<JournalLine> of(CompanyId company) {
        return journal.all(company).stream()
                .flatMap(link -> link instanceof EarningEntry entry ? lines(entry) : Stream.empty());
    }

    private static Stream<JournalLine> lines(EarningEntry entry) {
        return entry.accruals().stream()
                .map(accrual ->
                        new Book(accrual.posting(), accrual.amount().currency().getCurrencyCode()))
                .flatMap(book -> Stream.concat(earned(entry, book), accrued(entry, book)));
    }

    private record Book(FiscalPeriod posting, String currency) {
        boolean holds(FiscalPeriod period, Money amount) {
            return posting.equals(period) && currency.equals(amount.currencyCode());
        }
    }

    private static Stream<JournalLine> earned(EarningEntry entry, Book book) {
        return entry.lines().stream()
                .filter(line -> book.holds(line.posting(), line.earning().amount()))
                .map(line -> new JournalLine(
                        entry.seq(),
                        entry.knownAt(),
                        entry.cause(),
                        entry.hash(),
                        entry.rep(),
                        line.posting(),
                        line.payableIn(),
                        line.earning(),
                        line.earning().amount()));
    }

    private static Stream<JournalLine> accrued(EarningEntry entry, Book book) {
        return entry.accruals().stream()
                .filter(accrual -> book.holds(accrual.posting(), accrual.amount()))
                .map(accrual -> new JournalLine(
                        entry.seq(),
                        entry.knownAt(),
                        entry.cause(),
                        entry.hash(),
                        entry.rep(),
                        accrual.posting(),
                        null,
                        null,
                        accrual.amount()));
    }
}
