package dev.tandem.samples;

import dev.tandem.samples.Feed.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One company's sales organisation: a head, a manager a territory, reps and specialists.
final class People {
    private static final int HEAD = 3;

    private final long seed;
    private final Atlas atlas;
    private final Crm crm;
    private final List<Person> all;
    private final Map<String, List<Person>> repsByTerritory = new HashMap<>();

    People(long seed, Atlas atlas, Crm crm, int count) {
        this.seed = seed;
        this.atlas = atlas;
        this.crm = crm;
        this.all = new ArrayList<>(Story.people(crm));
        while (all.size() < count) {
            all.add(person(all.size()));
        }
        all.stream()
                .filter(person -> person.role().equals(Person.REP) && isActive(person))
                .forEach(rep -> repsByTerritory
                        .computeIfAbsent(rep.territory(), _ -> new ArrayList<>())
                        .add(rep));
    }

    List<Person> all() {
        return all;
    }

    /// Whoever has the territory, without further thought; anybody where nobody has.
    Person repFor(String territory, Dice dice) {
        return dice.pick(repsByTerritory.getOrDefault(territory, all));
    }

    boolean isActive(Person person) {
        return person.number() <= HEAD || person.number() % 29 != 0;
    }

    /// All of them as first sent, in the order of their numbers.
    List<SampleEvent> events(Feed feed, Instant from) {
        Set<String> emails = new HashSet<>();
        List<SampleEvent> events = new ArrayList<>();
        for (Person person : all) {
            var stamp = new Stamp(1, from.plusSeconds(60L * person.number()));
            events.add(feed.full(
                    crm.userRef(person.number()), stamp, person.fields(crm, email(person, emails), isActive(person))));
        }
        return events;
    }

    private Person person(int number) {
        Dice dice = Dice.of(seed, "person", 2L * number + crm.place());
        List<List<String>> territories = crm.territories();
        int position = number - HEAD - 1;
        int at = position < 2 * territories.size()
                ? Math.floorMod(position, territories.size())
                : dice.below(territories.size());
        List<String> territory = territories.get(at);
        String place = dice.pick(Spelling.words(territory.get(1)));
        Words words = atlas.country(place.substring(0, 2)).words();
        return new Person(
                number,
                dice.pick(words.list("given")),
                dice.pick(words.list("family")),
                role(position, territories.size(), dice),
                territory.getFirst(),
                manager(number, at, territories.size()),
                languages(place, dice));
    }

    private static String role(int position, int territories, Dice dice) {
        if (position < territories) {
            return Person.MANAGER;
        }
        return position < 2 * territories || dice.chance(80) ? Person.REP : Person.SPECIALIST;
    }

    private static int manager(int number, int territory, int territories) {
        if (number == HEAD) {
            return -1;
        }
        return number <= HEAD + territories ? HEAD : HEAD + 1 + territory;
    }

    private String languages(String place, Dice dice) {
        String spoken = atlas.country(place.substring(0, 2))
                .words()
                .rows("about")
                .getFirst()
                .get(4);
        return dice.chance(12) ? spoken + "," + dice.pick(List.of("it", "pt", "es", "pl")) : spoken;
    }

    private String email(Person person, Set<String> taken) {
        String name = Spelling.label(person.given(), "") + "." + Spelling.label(person.family(), "");
        for (int number = 1; ; number++) {
            String local = number == 1 ? name : name + number;
            if (taken.add(local)) {
                return local + "@" + crm.company() + ".example";
            }
        }
    }
}
