package dev.tandem.samples;

import dev.tandem.samples.Country.City;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one CRM has one organisation on file: abbreviated, outdated, incomplete, each in its own way.
final class AccountFields {
    private final Atlas atlas;
    private final Crm crm;

    AccountFields(Atlas atlas, Crm crm) {
        this.atlas = atlas;
        this.crm = crm;
    }

    Map<String, @Nullable String> of(Organisation organisation, Dice dice) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("name", new NameSpelling(atlas.common(), dice).of(organisation));
        put(fields, "website", new ContactSpelling(atlas.common(), dice).website(organisation));
        put(fields, "phone", new ContactSpelling(atlas.common(), dice).phone(organisation));
        putAddress(fields, organisation, dice);
        fields.put("industry", industry(organisation.industry()));
        put(fields, "registrationId", registration(organisation, dice));
        fields.put("type", dice.pick(List.of("Customer", "Customer", "Customer", "Prospect", "Prospect", "Partner")));
        return fields;
    }

    private void putAddress(Map<String, @Nullable String> fields, Organisation organisation, Dice dice) {
        City city = organisation.city();
        if (dice.chance(80)) {
            fields.put("street", street(organisation.address(), dice));
            fields.put("postcode", organisation.postcode());
        }
        fields.put("city", !city.otherName().isEmpty() && dice.chance(35) ? city.otherName() : city.name());
        if (dice.chance(70)) {
            fields.put("region", dice.chance(50) ? city.regionCode() : city.region());
        }
        if (dice.chance(97)) {
            fields.put("country", organisation.country().code());
        }
    }

    private String street(String address, Dice dice) {
        if (dice.chance(55)) {
            return address;
        }
        String shorter = address;
        for (List<String> pair : atlas.common().rows("streets-short")) {
            shorter = shorter.endsWith("weg") ? shorter : shorter.replace(pair.get(0), pair.get(1));
        }
        return dice.chance(8) ? shorter.toUpperCase(Locale.ROOT) : shorter;
    }

    private String industry(String key) {
        return atlas.common().rows("industries").stream()
                .filter(row -> row.getFirst().equals(key))
                .findFirst()
                .orElseThrow()
                .get(1 + crm.place());
    }

    private static @Nullable String registration(Organisation organisation, Dice dice) {
        if (!dice.chance(25)) {
            return null;
        }
        String lei = organisation.lei();
        return lei != null && dice.chance(40) ? lei : organisation.registration();
    }

    private static void put(Map<String, @Nullable String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
