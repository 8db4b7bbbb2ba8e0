package dev.tandem.engine;

import java.util.Map;

/// Between which bits a weight may lie, so that no evidence counts against common sense; and weights that are
/// given, since the labelled books hardly show the clue.
final class Bounds {
    static final Map<Clue, Double> GIVEN = Map.ofEntries(
            Map.entry(Clue.REGISTRATION_DIFFERS, -40.0),
            Map.entry(Clue.NAME_COUNTRY_EXTRA, -3.0),
            Map.entry(Clue.CHILD_OF_ONE, -2.1),
            Map.entry(Clue.POSTCODE_SAME, 4.5),
            Map.entry(Clue.POSTCODE_DIFFERS, -4.0),
            Map.entry(Clue.STREET_SAME, 7.0),
            Map.entry(Clue.STREET_DIFFERS, -3.0),
            Map.entry(Clue.NAME_ALIAS, 12.0),
            Map.entry(Clue.PHONE_SHARED, 4.0));

    static final Map<Clue, Range> OF = Map.ofEntries(
            bound(Clue.CITY_DIFFERS, -6, 0),
            bound(Clue.CITY_OVERLAPS, 0, 3),
            bound(Clue.COUNTRY_DIFFERS, -11, 0),
            bound(Clue.PHONE_DIFFERS, -2.5, 0),
            bound(Clue.DOMAIN_DIFFERS, -4.5, 0),
            bound(Clue.DOMAIN_LABEL_SAME, 1, 9),
            bound(Clue.REGISTRATION_SAME, 0, 16),
            bound(Clue.LEGAL_FORM_SAME, 0, 3),
            bound(Clue.LEGAL_FORM_DIFFERS, -3, 0),
            bound(Clue.NAME_SAME_FEW, 0, 9),
            bound(Clue.NAME_SAME_OFTEN, 0, 9),
            bound(Clue.NAME_SAME_TWICE, 0, 9),
            bound(Clue.NAME_SAME_UNIQUE, 0, 9),
            bound(Clue.NAME_NEARLY, -1, 0),
            bound(Clue.NAME_EXTRA_LESS, -2, 0),
            bound(Clue.NAME_EXTRA_MORE, -2, 0),
            bound(Clue.NAME_CONTRADICTED, -2, 0),
            bound(Clue.NAME_EXTRA_CONCEPTS, -2, 0),
            bound(Clue.NAME_NUMBER_EXTRA, -3, -0.5),
            bound(Clue.NAME_NUMBER_DIFFERS, -7, 0),
            bound(Clue.NAME_COUNTRY_DIFFERS, -8, -5.5),
            bound(Clue.DOMAIN_SAME_MANY, 0, 9),
            bound(Clue.CITY_IN_NAME, -1, 1),
            bound(Clue.NAME_NOTHING_SHARED, -6, 0),
            bound(Clue.NAME_TOGETHER, 0, 9),
            bound(Clue.NAME_COVERED_LESS, -2, 0),
            bound(Clue.NAME_COVERED_MORE, -2, 0),
            bound(Clue.NAME_REORDERED, -6, 0),
            bound(Clue.DOMAIN_LABEL_BEGINS, 0, 9),
            bound(Clue.RAREST_OFTEN, -3, 3));

    private Bounds() {}

    /// In bits.
    record Range(double least, double most) {}

    private static Map.Entry<Clue, Range> bound(Clue clue, double least, double most) {
        return Map.entry(clue, new Range(least, most));
    }
}
