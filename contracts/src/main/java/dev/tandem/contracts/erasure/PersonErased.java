package dev.tandem.contracts.erasure;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service's word that none of its stores says any more who a rep was, on `tandem.erasures` under `<rep>/<service>`.
///
/// @param places what it had looked through
/// @param parkedRecords how many parked records it took the person out of, or away; null where that was not told yet
public record PersonErased(
        RepId rep,
        CompanyId company,
        String service,
        List<String> places,
        @Nullable Long parkedRecords,
        Instant at) {
    public PersonErased {
        places = List.copyOf(places);
    }
}
