package dev.tandem.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All countries, and the words that they have in common.
record Atlas(Map<String, Country> countries, List<Country> byWeight, Words common) {
    private static final List<String> CODES =
            List.of("US", "DE", "GB", "FR", "CA", "NL", "CH", "SE", "ES", "IT", "AT", "PL", "JP");

    static Atlas load() {
        List<Country> all = CODES.stream().map(Country::load).toList();
        List<Country> byWeight = new ArrayList<>();
        all.forEach(country ->
                Stream.generate(() -> country).limit(country.weight()).forEach(byWeight::add));
        return new Atlas(
                all.stream().collect(Collectors.toUnmodifiableMap(Country::code, Function.identity())),
                List.copyOf(byWeight),
                Words.load("common"));
    }

    Country country(String code) {
        Country known = countries.get(code);
        if (known == null) {
            throw new IllegalArgumentException("no words for country " + code);
        }
        return known;
    }
}
