package dev.tandem.samples;

import dev.tandem.samples.Country.City;
import dev.tandem.samples.Country.Sector;
import dev.tandem.samples.Names.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Makes the customers of the world: single ones, groups with siblings abroad and subsidiaries, namesakes elsewhere.
final class Organisations {

    private final long seed;
    private final Atlas atlas;
    private final Names names;
    private final Set<String> takenNames = new HashSet<>();
    private final Domains domains = new Domains();
    private final List<Organisation> made = new ArrayList<>();

    private Organisations(long seed, Atlas atlas) {
        this.seed = seed;
        this.atlas = atlas;
        this.names = new Names(atlas);
    }

    /// The first is the flagship of the story.
    static List<Organisation> make(long seed, Atlas atlas, int count) {
        var maker = new Organisations(seed, atlas);
        maker.made.add(Story.organisation(atlas));
        while (maker.made.size() < count) {
            maker.addFamily();
        }
        return List.copyOf(maker.made.subList(0, count));
    }

    private void addFamily() {
        Dice dice = Dice.of(seed, "organisation", made.size());
        int kind = dice.below(100);
        if (kind < 5) {
            addGroup(dice);
        } else {
            Organisation single = single(dice, dice.pick(atlas.byWeight()));
            made.add(single);
            if (kind == 5) {
                made.add(namesake(single, dice));
            }
        }
    }

    private void addGroup(Dice dice) {
        Country home = dice.pick(atlas.byWeight());
        String brand = brand(dice);
        Sector sector = dice.pick(home.sectors());
        Organisation head = located(
                new Identity(
                        brand + (dice.chance(50) ? " " + sector.word() : ""),
                        sector,
                        domains.invent(brand, home, dice),
                        -1),
                home,
                dice);
        made.add(head);
        for (int siblings = dice.between(1, 3); siblings > 0; siblings--) {
            made.add(sibling(brand, head, dice));
        }
        for (int owned = dice.below(3); owned > 0; owned--) {
            made.add(subsidiary(head, dice));
        }
    }

    /// The same brand in another country: hard to tell apart, and never the same customer.
    private Organisation sibling(String brand, Organisation head, Dice dice) {
        Country abroad = dice.pick(atlas.byWeight());
        Sector sector = industryAs(head, abroad, dice);
        String name = brand
                + switch (dice.below(3)) {
                    case 0 ->
                        " "
                                + new Locale.Builder()
                                        .setRegion(abroad.code())
                                        .build()
                                        .getDisplayCountry(Locale.ENGLISH);
                    case 1 -> " " + sector.word();
                    default -> "";
                };
        String domain = dice.chance(60) ? head.domain() : domains.invent(brand, abroad, dice);
        return located(new Identity(name, sector, domain, head.index()), abroad, dice);
    }

    private static Sector industryAs(Organisation head, Country abroad, Dice dice) {
        List<Sector> same = abroad.sectors().stream()
                .filter(sector -> sector.incorporated() && sector.industry().equals(head.industry()))
                .toList();
        return dice.pick(same.isEmpty() ? abroad.sectors() : same);
    }

    private Organisation subsidiary(Organisation head, Dice dice) {
        Organisation own = single(dice, head.country());
        String domain = dice.chance(50) ? head.domain() : own.domain();
        return located(new Identity(own.name(), sectorOf(own), domain, head.index()), own.country(), own.city(), dice);
    }

    private static Sector sectorOf(Organisation organisation) {
        return new Sector("", organisation.industry(), !organisation.legal().isEmpty());
    }

    private Organisation namesake(Organisation original, Dice dice) {
        String domain =
                domains.invent(original.name() + " " + original.country().code(), original.country(), dice);
        return located(new Identity(original.name(), sectorOf(original), domain, -1), original.country(), dice);
    }

    private Organisation single(Dice dice, Country country) {
        for (int tries = 0; ; tries++) {
            Place place = Place.in(country, dice);
            String name = names.invent(dice, country, place, tries);
            if (takenNames.add(Spelling.label(name, " "))) {
                return located(
                        new Identity(name, place.sector(), domains.invent(name, country, dice), -1),
                        country,
                        place.city(),
                        dice);
            }
        }
    }

    private String brand(Dice dice) {
        for (int tries = 0; ; tries++) {
            String brand = names.coined(dice) + (tries > 3 ? dice.pick(List.of("tec", "is", "on", "ara", "ix")) : "");
            if (takenNames.add(Spelling.label(brand, " ")) || tries > 20) {
                return brand;
            }
        }
    }

    private Organisation located(Identity identity, Country country, Dice dice) {
        return located(identity, country, dice.pick(country.cities()), dice);
    }

    private Organisation located(Identity identity, Country country, City city, Dice dice) {
        return new Organisation(
                made.size(),
                country,
                city,
                identity.name(),
                identity.sector().incorporated() ? dice.pick(country.legalForms()) : List.of(),
                identity.sector().industry(),
                identity.domain(),
                address(country, dice),
                dice.filled(city.postcode()),
                phone(country, city, dice),
                Registrations.of(country.code(), city, dice),
                dice.chance(20) ? Registrations.lei(dice) : null,
                identity.parent());
    }

    static String address(Country country, Dice dice) {
        int number =
                "+1".equals(country.dialCode()) && dice.chance(70) ? dice.between(100, 9800) : dice.between(1, 180);
        return country.address()
                .replace("{street}", dice.pick(country.words().list("streets")))
                .replace("{n2}", String.valueOf(dice.between(1, 30)))
                .replace("{n}", String.valueOf(number));
    }

    private static String phone(Country country, City city, Dice dice) {
        int local = country.phoneDigits() - city.areaCode().length();
        return city.areaCode() + dice.between(2, 8) + dice.digits(local - 1);
    }

    private record Identity(String name, Sector sector, String domain, int parent) {}
}
