package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import java.util.List;
import java.util.SortedSet;

/// Accounts that are one customer.
///
/// @param members one account per company, in order
/// @param duplicates further accounts of the same companies that are the same customer
/// @param because what speaks for it
/// @param keys the match keys that it rests on
public record Group(
        List<AccountRef> members, List<AccountRef> duplicates, List<Evidence> because, SortedSet<String> keys) {
    public Group {
        members = List.copyOf(members);
        duplicates = List.copyOf(duplicates);
        because = List.copyOf(because);
    }
}
