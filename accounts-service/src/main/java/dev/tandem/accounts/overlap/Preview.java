package dev.tandem.accounts.overlap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.web.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of the caller's own accounts would cross if a revision came into force, and what the others would show. It
/// tells nothing of the overlap, so that a proposal cannot be used to look for it.
///
/// @param custom where the revision names populations of the caller's own, which restrict further
/// @param receives what the other parties would show the caller
record Preview(
        int revision,
        Agreement.Status status,
        List<Segment> populations,
        List<CustomSegment> custom,
        List<Received> receives,
        Page<Crossing> accounts) {

    /// @param to the party that would see it; absent where there is one other
    /// @param accounts how many of the caller's are in it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Segment(
            Population population, @Nullable CompanyId to, SharingLevel level, List<String> fields, long accounts) {}

    /// @param defined whether the caller has such a population; one that it has not restricts all its accounts
    /// @param to the party that would see it; absent where there is one other, and for a rule for all others
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CustomSegment(
            PopulationName population,
            boolean defined,
            @Nullable CompanyId to,
            SharingLevel level,
            List<String> fields,
            long accounts) {}

    /// @param population a built-in one, or one of the other party's own, which restricts further
    record Received(CompanyId from, String population, SharingLevel level, List<String> fields) {}

    /// @param crosses ALWAYS, or only IF_THE_PARTNER_HAS_IT
    record Crossing(CrmId account, Population population, When crosses, Map<String, String> fields) {}

    /// Whether an account crosses by itself.
    enum When {
        ALWAYS,
        IF_THE_PARTNER_HAS_IT
    }
}
