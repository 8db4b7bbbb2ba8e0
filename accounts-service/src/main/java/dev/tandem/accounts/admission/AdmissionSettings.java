package dev.tandem.accounts.admission;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many accounts that nothing vouches for are aligned in a partnership (`tandem.admission.*`), per company.
///
/// @param firstLoad so many in all before days are counted
/// @param perDay so many a day from then on, or `percentPerDay` of those that are aligned, whichever is more
/// @param settledDays so long before the first agreement a CRM has named an account that age vouches for
/// @param soonDays an account that goes or becomes another so soon after it was proposed is counted as withdrawn
/// @param exportsPerDay more files of the overlap a day are pointed out, `readsPerDay` the same for pages
@ConfigurationProperties("tandem.admission")
public record AdmissionSettings(
        @DefaultValue("125000") int firstLoad,
        @DefaultValue("2000") int perDay,
        @DefaultValue("2") int percentPerDay,
        @DefaultValue("30") int settledDays,
        @DefaultValue("7") int soonDays,
        @DefaultValue("20") int exportsPerDay,
        @DefaultValue("5000") int readsPerDay) {

    long perDay(long admitted) {
        return Math.max(perDay, admitted / 100 * percentPerDay);
    }
}
