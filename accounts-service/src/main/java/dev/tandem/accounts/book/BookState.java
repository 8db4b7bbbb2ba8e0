package dev.tandem.accounts.book;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.alignment.BookEntry;
import dev.tandem.accounts.alignment.JointAccount;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a joint account stands in the shared book, and who has to act next.
///
/// @param tier and `lead` as agreed, null before
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookState(
        Status status, @Nullable Tier tier, @Nullable CompanyId lead, List<Entry> entries, List<Next> next) {

    /// How far the parties are.
    public enum Status {
        /// No party has entered it.
        OPEN,
        /// Not all parties have entered it.
        WAITING,
        /// They entered it with another tier or lead.
        DIFFERENT,
        AGREED
    }

    /// What one party said.
    public record Entry(CompanyId company, Tier tier, CompanyId lead, Reason reason, Instant at) {}

    /// Who has to act, and why.
    public record Next(CompanyId company, Reason reason) {}

    public static BookState of(JointAccount joint) {
        var parties = joint.members().stream()
                .map(member -> member.account().company())
                .toList();
        var entries =
                parties.stream().flatMap(party -> joint.entry(party).stream()).toList();
        var book = joint.book();
        var status = status(parties, entries, book.agreed());
        return new BookState(
                status,
                book.tier(),
                book.lead(),
                entries.stream().map(BookState::entry).toList(),
                next(status, parties, joint));
    }

    private static Status status(List<CompanyId> parties, List<BookEntry> entries, boolean agreed) {
        if (agreed) {
            return Status.AGREED;
        }
        return entries.isEmpty() ? Status.OPEN : entries.size() < parties.size() ? Status.WAITING : Status.DIFFERENT;
    }

    private static Entry entry(BookEntry entry) {
        return new Entry(entry.company(), entry.tier(), entry.lead(), entry.reason(), entry.at());
    }

    private static List<Next> next(Status status, List<CompanyId> parties, JointAccount joint) {
        return switch (status) {
            case OPEN -> all(parties, "NOT_IN_BOOK", "Enter it in the shared book to sell to it together.");
            case WAITING ->
                all(
                        parties.stream()
                                .filter(party -> joint.entry(party).isEmpty())
                                .toList(),
                        "ENTRY_AWAITED",
                        "The others entered it in the shared book; enter it too, or leave it.");
            case DIFFERENT -> all(parties, "ENTRIES_DIFFER", "Name the same tier and the same lead as the others.");
            case AGREED ->
                all(
                        List.of(java.util.Objects.requireNonNull(joint.book().lead())),
                        "LEADS",
                        "Leads the joint account.");
        };
    }

    private static List<Next> all(List<CompanyId> companies, String code, String sentence) {
        return companies.stream()
                .map(each -> new Next(each, new Reason(code, sentence)))
                .toList();
    }
}
