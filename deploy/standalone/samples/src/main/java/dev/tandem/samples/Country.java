package dev.tandem.samples;

import java.util.List;

/// What is written on a letterhead there.
///
/// @param address with `{n}`, `{n2}` and `{street}` to fill in
/// @param phoneDigits of a national number without the trunk prefix
/// @param legalForms each with its other spellings behind it, as often as it is usual
record Country(
        String code,
        String dialCode,
        String trunk,
        int phoneDigits,
        String topLevelDomain,
        String address,
        String languages,
        List<List<String>> legalForms,
        List<String> patterns,
        List<City> cities,
        List<Sector> sectors,
        Words words) {

    /// @param otherName another spelling or language; empty where there is none
    record City(String name, String otherName, String region, String regionCode, String areaCode, String postcode) {}

    /// @param incorporated whether a legal form follows the name
    record Sector(String word, String industry, boolean incorporated) {}

    static Country load(String code) {
        Words words = Words.load(code);
        List<String> about = words.rows("about").getFirst();
        return new Country(
                code,
                about.get(1),
                "-".equals(about.get(6)) ? "" : about.get(6),
                Integer.parseInt(about.get(5)),
                about.get(2),
                about.get(3),
                about.get(4),
                words.weighted("legal"),
                words.weighted("patterns").stream().map(List::getFirst).toList(),
                words.rows("cities").stream().map(Country::city).toList(),
                words.rows("sectors").stream().map(Country::sector).toList(),
                words);
    }

    int weight() {
        return Integer.parseInt(words.rows("about").getFirst().getFirst());
    }

    private static City city(List<String> row) {
        return new City(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5));
    }

    private static Sector sector(List<String> row) {
        return new Sector(row.get(0), row.get(1), row.size() == 2);
    }
}
