package dev.tandem.accounts.crm;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.store.Marks;

/// Records as tests need them.
public final class CrmRecords {
    private static final Marks MARKS = new Marks("a-key-for-tests-of-at-least-32-characters");

    private CrmRecords() {}

    public static CrmRecord of(CompanyId company, CrmChange change, Stamp stamp, String event, String place) {
        return new CrmRecord(company, change, stamp, event, place, CrmRecord.mark(change, MARKS));
    }
}
