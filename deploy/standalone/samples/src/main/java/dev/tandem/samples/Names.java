package dev.tandem.samples;

import dev.tandem.samples.Country.City;
import dev.tandem.samples.Country.Sector;
import java.util.List;

/// Invents names as they are given in a country.
final class Names {
    private static final int PLAIN_TRIES = 4;

    private final Words common;

    Names(Atlas atlas) {
        common = atlas.common();
    }

    /// @param tries how many names were taken already: after some, longer ones are made
    String invent(Dice dice, Country country, Place place, int tries) {
        String pattern = tries < PLAIN_TRIES ? dice.pick(country.patterns()) : longer(dice, tries);
        return filled(pattern, dice, country)
                .replace("{city}", place.city().name())
                .replace("{sector}", place.sector().word());
    }

    private static String longer(Dice dice, int tries) {
        return tries < 3 * PLAIN_TRIES && dice.chance(60)
                ? "{coined} {sector} {city}"
                : "{family} {family2} & {family3} {sector} {city}";
    }

    private String filled(String pattern, Dice dice, Country country) {
        List<String> families = country.words().list("family");
        int first = dice.below(families.size());
        return pattern.replace("{family}", families.get(first))
                .replace("{family2}", another(families, first + dice.between(1, families.size() / 2)))
                .replace("{family3}", another(families, first - dice.between(1, families.size() / 3)))
                .replace("{given}", dice.pick(country.words().list("given")))
                .replace("{coined}", coined(dice))
                .replace("{compound-de}", compound(dice, country))
                .replace("{compound}", dice.pick(common.list("heads")) + dice.pick(common.list("tails")));
    }

    private static String another(List<String> families, int at) {
        return families.get(Math.floorMod(at, families.size()));
    }

    String coined(Dice dice) {
        return dice.pick(common.list("coined-heads")) + dice.pick(common.list("coined-tails"));
    }

    private static String compound(Dice dice, Country country) {
        List<String> choices = country.words().list("compound-de");
        return choices.isEmpty() ? "" : dice.pick(choices);
    }

    /// Where an organisation is and what it does.
    record Place(City city, Sector sector) {
        static Place in(Country country, Dice dice) {
            return new Place(dice.pick(country.cities()), dice.pick(country.sectors()));
        }
    }
}
