package dev.tandem.samples;

import dev.tandem.contracts.CrmId;
import dev.tandem.samples.Feed.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One company's book: which organisations are on file there, under which number, some of them twice.
final class Book {
    private final long seed;
    private final Atlas atlas;
    private final Crm crm;
    private final List<Entry> entries;
    private final int[] numberOf;

    /// @param number of the account, which is its place in the book
    /// @param copy 0, or 1 for the second account of the same organisation
    record Entry(Organisation organisation, int number, int copy) {}

    Book(long seed, Atlas atlas, Crm crm, Customers customers) {
        this.seed = seed;
        this.atlas = atlas;
        this.crm = crm;
        this.entries = numbered(customers.of(crm));
        this.numberOf = new int[customers.all().size()];
        entries.stream().filter(entry -> entry.copy() == 0).forEach(this::remember);
    }

    private static List<Entry> numbered(List<Entry> drawn) {
        List<Entry> numbered = new ArrayList<>(drawn.size());
        drawn.forEach(entry -> numbered.add(new Entry(entry.organisation(), numbered.size(), entry.copy())));
        return numbered;
    }

    private void remember(Entry entry) {
        numberOf[entry.organisation().index()] = entry.number() + 1;
    }

    List<Entry> entries() {
        return entries;
    }

    /// The number of the organisation's first account; it must be on file.
    int number(int organisation) {
        return numberOf[organisation] - 1;
    }

    boolean holds(int organisation) {
        return numberOf[organisation] > 0;
    }

    CrmId id(Entry entry) {
        return crm.account(entry.number());
    }

    List<SampleEvent> events(Feed feed, People people, Instant from) {
        var spelling = new AccountFields(atlas, crm);
        List<SampleEvent> events = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            var stamp = new Stamp(1, from.plusMillis(250L * entry.number()));
            events.add(feed.full(crm.accountRef(entry.number()), stamp, fields(entry, spelling, people)));
        }
        return events;
    }

    private Map<String, @Nullable String> fields(Entry entry, AccountFields spelling, People people) {
        if (entry.number() == 0) {
            return Story.account(crm);
        }
        Organisation organisation = entry.organisation();
        Dice dice = Dice.of(seed, crm.company() + "/account/" + entry.copy(), organisation.index());
        Map<String, @Nullable String> fields = spelling.of(organisation, dice);
        String territory = crm.territory(organisation.country(), organisation.city());
        fields.put("ownerUser", owner(entry, people.repFor(territory, dice)));
        if (organisation.parent() >= 0 && holds(organisation.parent()) && dice.chance(75)) {
            fields.put("parentId", crm.account(number(organisation.parent())).value());
        }
        return fields;
    }

    /// One account in some hundreds belongs to a user whom the CRM forgot long ago.
    private String owner(Entry entry, Person rep) {
        return crm.user(entry.number() % 997 == 499 ? -1_000 : rep.number()).value();
    }
}
