package dev.tandem.contracts;

import java.util.Comparator;

/// One company's own record of a customer organisation, named by its owner and its id there.
public record AccountRef(CompanyId company, CrmId account) implements Comparable<AccountRef> {
    private static final Comparator<AccountRef> ORDER =
            Comparator.comparing(AccountRef::company).thenComparing(AccountRef::account);

    @Override
    public int compareTo(AccountRef other) {
        return ORDER.compare(this, other);
    }

    /// `company/account`, the form used in document ids; companies hold no slash, so it is unambiguous.
    @Override
    public String toString() {
        return company + "/" + account;
    }
}
