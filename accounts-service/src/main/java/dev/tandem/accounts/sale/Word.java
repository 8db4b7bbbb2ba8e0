package dev.tandem.accounts.sale;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one party says of deals that may be one sale; it is so when all whose deals they are say the same.
///
/// @param deals in order
/// @param dealOfRecord null for different sales
/// @param person the token's subject: who said so for the company
record Word(
        CompanyId company,
        List<DealId> deals,
        @Nullable DealId dealOfRecord,
        Reason reason,
        String person,
        Instant at) {
    Word {
        deals = deals.stream().sorted().toList();
    }

    boolean sameAs(Word other) {
        return deals.equals(other.deals) && Objects.equals(dealOfRecord, other.dealOfRecord);
    }

    boolean replaces(Word other) {
        return company.equals(other.company) && deals.equals(other.deals);
    }

    Ruling ruling() {
        return new Ruling(deals, dealOfRecord, reason, true);
    }
}
