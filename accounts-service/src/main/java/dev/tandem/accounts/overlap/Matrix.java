package dev.tandem.accounts.overlap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many joint accounts lie in each of the reader's populations across each of a partner's. What a cell shows
/// depends on the stricter of both sides' levels, account by account, so both sides read the same.
///
/// @param cells built-in populations: each pair of accounts is in exactly one of these
/// @param custom populations of the parties' own, of what both see row by row: an account may be in several
/// @param partners how the cells make up the joint accounts
record Matrix(List<Entry> cells, List<CustomEntry> custom, List<Total> partners) {

    /// @param count absent where there is nothing exact to tell, and for FEW and HIDDEN
    /// @param further those that are counted only, beside the `count` that both see row by row; absent where the
    /// agreement counts none apart
    /// @param openValue the reader's own open opportunities on the accounts of an EXACT cell, by currency
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            Population ownPopulation,
            CompanyId partner,
            Population partnerPopulation,
            Shown shown,
            @Nullable Long count,
            @Nullable Further further,
            @Nullable List<Money> openValue) {}

    /// @param count absent unless `shown` is ABOUT
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Further(Shown shown, @Nullable Long count) {}

    /// @param ownPopulation of the reader's own; `partnerPopulation` a built-in one of the partner's
    record CustomEntry(PopulationName ownPopulation, CompanyId partner, Population partnerPopulation, long count) {}

    /// @param pairs of accounts that both see row by row: the sum of the EXACT cells, the same for both
    /// @param jointAccounts that these make up; absent with more than two parties, where one joint account holds
    /// several pairs
    /// @param hiddenFromYou about how many more of the reader's accounts the partner sees and lets only be counted:
    /// the sum of the ABOUT cells where the reader shows rows; absent where there are none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Total(
            CompanyId partner,
            long pairs,
            @Nullable Long jointAccounts,
            @Nullable Long hiddenFromYou) {}

    /// What a cell says.
    enum Shown {
        /// Both see each of them row by row.
        EXACT,
        /// Rounded to a multiple of five, up or down, and taken once a day: a side lets them be counted only.
        ABOUT,
        /// There are too few to tell, or none.
        FEW,
        /// A side shows nothing of its population.
        HIDDEN
    }
}
