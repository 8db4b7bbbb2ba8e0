package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import java.util.List;

/// Accounts that are one customer.
///
/// @param members one account per company, in order
/// @param duplicates further accounts of the same companies that are the same customer
/// @param because what speaks for it
public record Group(List<AccountRef> members, List<AccountRef> duplicates, List<Evidence> because) {
    public Group {
        members = List.copyOf(members);
        duplicates = List.copyOf(duplicates);
        because = List.copyOf(because);
    }

    /// Whether it is of the same accounts, whatever speaks for it.
    public boolean sameAs(Group other) {
        return members.equals(other.members) && duplicates.equals(other.duplicates);
    }
}
