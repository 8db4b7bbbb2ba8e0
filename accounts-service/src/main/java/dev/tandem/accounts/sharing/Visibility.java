package dev.tandem.accounts.sharing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a party's partners may see of one of its accounts. Everything that crosses passes here.
public final class Visibility {
    private static final Map<SharedField, String> NAMES = Map.ofEntries(
            Map.entry(SharedField.NAME, "name"),
            Map.entry(SharedField.WEBSITE, "website"),
            Map.entry(SharedField.PHONE, "phone"),
            Map.entry(SharedField.STREET, "street"),
            Map.entry(SharedField.CITY, "city"),
            Map.entry(SharedField.REGION, "region"),
            Map.entry(SharedField.POSTCODE, "postcode"),
            Map.entry(SharedField.COUNTRY, "country"),
            Map.entry(SharedField.INDUSTRY, "industry"),
            Map.entry(SharedField.REGISTRATION_ID, "registrationId"),
            Map.entry(SharedField.OWNER, "owner"));

    private Visibility() {}

    /// One account as its owner has it.
    ///
    /// @param texts by the field's name in the CRM contract; `owner` is the rep's name
    public record Own(CompanyId company, Population population, Map<String, String> texts) {}

    /// How a field is called outside.
    public static String nameOf(SharedField field) {
        return java.util.Objects.requireNonNull(NAMES.get(field));
    }

    /// The permitted fields of an account that overlaps; empty when the account itself may not be seen.
    public static Optional<Map<String, String>> overlapping(Optional<Agreement> inForce, Own own) {
        return level(inForce, own.company(), own.population()).showsOverlappingRows()
                ? inForce.map(agreement -> permitted(agreement, own))
                : Optional.empty();
    }

    /// The permitted fields of an account that the partners see whether they have it too or not; empty when they do
    /// not.
    public static Optional<Map<String, String>> anyhow(Optional<Agreement> inForce, Own own) {
        return level(inForce, own.company(), own.population()) == SharingLevel.ALL_ACCOUNTS
                ? inForce.map(agreement -> permitted(agreement, own))
                : Optional.empty();
    }

    /// Of which populations the party shows every account.
    public static List<Population> shownWhole(Optional<Agreement> inForce, CompanyId party) {
        return Stream.of(Population.values())
                .filter(population -> level(inForce, party, population) == SharingLevel.ALL_ACCOUNTS)
                .toList();
    }

    /// What the party shows of a population.
    public static SharingLevel level(Optional<Agreement> inForce, CompanyId party, Population population) {
        return inForce.map(agreement -> agreement.sharing().levelOf(party, population))
                .orElse(SharingLevel.HIDDEN);
    }

    private static Map<String, String> permitted(Agreement agreement, Own own) {
        var shown = new TreeMap<String, String>();
        agreement.sharing().fieldsOf(own.company(), own.population()).forEach(field -> {
            var text = own.texts().get(nameOf(field));
            if (text != null) {
                shown.put(nameOf(field), text);
            }
        });
        return shown;
    }
}
