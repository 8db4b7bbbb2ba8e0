package dev.tandem.accounts.overlap;

import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.accounts.alignment.SeenJointAccounts.Partner;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.web.Problem;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of the overlap list is asked for: by the reader's own record, or by a partner's field that it sees. It is
/// applied to what the reader sees already, so an account that lacks a field for the reader is never found by it.
///
/// @param ownPopulation a built-in one, or one of the reader's own
/// @param ownField with `ownValue`, by the names of the CRM contract
/// @param partnerField with `partnerValue`, one that the agreement shows
/// @param sort `jointAccount` only
record OverlapFilter(
        @Nullable String ownPopulation,
        @Nullable CompanyId partner,
        @Nullable String ownField,
        @Nullable String ownValue,
        @Nullable String partnerField,
        @Nullable String partnerValue,
        @Nullable String sort) {

    /// @throws dev.tandem.kit.web.ProblemException 400 naming the parameter, for a field that is not shown just as for
    /// one that does not exist
    void check(PartnershipChanged partnership, CompanyId reader) {
        pair("ownField", ownField, "ownValue", ownValue);
        pair("partnerField", partnerField, "partnerValue", partnerValue);
        if (ownField != null && !AccountRecords.FIELDS.contains(ownField)) {
            throw Problem.invalid("ownField", "UNKNOWN_FIELD", "must be a field of an account");
        }
        if (partnerField != null && !shown(partnership, reader, partnerField)) {
            throw Problem.invalid("partnerField", "NOT_SHOWN", "must be a field that a partner shows you");
        }
        if (sort != null && !sort.equals("jointAccount")) {
            throw Problem.invalid("sort", "NOT_SORTABLE", "the list is in the order of jointAccount only");
        }
    }

    private static void pair(String name, @Nullable String field, String valueName, @Nullable String value) {
        if ((field == null) != (value == null)) {
            throw Problem.invalid(
                    field == null ? name : valueName, "REQUIRED", "a field and its value belong together");
        }
    }

    private static boolean shown(PartnershipChanged partnership, CompanyId reader, String name) {
        var field = Visibility.named(name);
        return field.isPresent()
                && partnership.parties().stream()
                        .filter(party -> !party.equals(reader))
                        .anyMatch(party -> Visibility.fields(partnership.inForce(), party, reader)
                                .contains(field.get()));
    }

    boolean takes(Seen seen) {
        return ownPopulationIs(seen)
                && (ownField == null || same(seen.own().texts().get(ownField), ownValue))
                && seen.partners().stream().anyMatch(this::takes);
    }

    private boolean ownPopulationIs(Seen seen) {
        return ownPopulation == null
                || ownPopulation.equals(seen.own().population().name())
                || seen.own().placement().custom().stream()
                        .anyMatch(each -> each.value().equals(ownPopulation));
    }

    private boolean takes(Partner shown) {
        return (partner == null || partner.equals(shown.company()))
                && (partnerField == null || same(shown.fields().get(partnerField), partnerValue));
    }

    private static boolean same(@Nullable String actual, @Nullable String asked) {
        return actual != null && asked != null && folded(actual).equals(folded(asked));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// How a page of the list goes on, if it does.
    record Found(java.util.List<Seen> rows, Optional<String> next) {}
}
