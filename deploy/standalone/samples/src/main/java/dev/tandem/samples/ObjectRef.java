package dev.tandem.samples;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import java.util.Comparator;

/// One object of one company's CRM.
///
/// @param type `account`, `opportunity` or `user`
public record ObjectRef(CompanyId company, String type, CrmId id) implements Comparable<ObjectRef> {
    private static final Comparator<ObjectRef> ORDER = Comparator.comparing(ObjectRef::company)
            .thenComparing(ObjectRef::type)
            .thenComparing(ObjectRef::id);

    @Override
    public int compareTo(ObjectRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return company + "/" + type + "/" + id;
    }
}
