package dev.tandem.samples;

import dev.tandem.samples.Country.City;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer as it really is; each CRM keeps its own, less tidy account of it.
///
/// @param name without the legal form
/// @param legal the legal form and its other spellings; empty for a public body
/// @param domain the registrable domain; shared within many groups
/// @param phone national digits, area code first
/// @param parent the index of the group's head, or -1
record Organisation(
        int index,
        Country country,
        City city,
        String name,
        List<String> legal,
        String industry,
        String domain,
        String address,
        String postcode,
        String phone,
        String registration,
        @Nullable String lei,
        int parent) {

    String legalName() {
        return legal.isEmpty() ? name : Spelling.joined(name, legal.getFirst());
    }
}
