package dev.tandem.accounts.crm;

import dev.tandem.contracts.CompanyId;
import org.springframework.stereotype.Component;

/// What records may wait for, once it is there or decided.
@Component
public class Awaited {
    private final Receipts receipts;

    Awaited(Receipts receipts) {
        this.receipts = receipts;
    }

    /// Ends the waiting of all records for `reference`; again, it changes nothing.
    public void arrived(CompanyId company, String reference) {
        receipts.resolve(company, reference);
    }
}
