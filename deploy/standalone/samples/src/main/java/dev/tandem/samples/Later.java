package dev.tandem.samples;

import dev.tandem.samples.Book.Entry;
import dev.tandem.samples.Feed.Stamp;
import dev.tandem.samples.Opportunities.Deal;
import dev.tandem.samples.SampleEvent.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one company's CRM sends after the agreement: deals move, people come and go, accounts move and are removed.
final class Later {
    private static final int REVISION = 10;

    private final Crm crm;
    private final Feed feed;
    private final LocalDate agreedOn;
    private final int lateCount;
    private final List<Arrival> arrivals = new ArrayList<>();

    private record Arrival(Instant at, SampleEvent event) {}

    /// @param lateCount how many events are to arrive after newer ones
    Later(Crm crm, Feed feed, LocalDate agreedOn, int lateCount) {
        this.crm = crm;
        this.feed = feed;
        this.agreedOn = agreedOn;
        this.lateCount = lateCount;
    }

    /// In the order of arrival.
    List<SampleEvent> events() {
        return arrivals.stream()
                .sorted(Comparator.comparing(Arrival::at))
                .map(Arrival::event)
                .toList();
    }

    void firstSent(List<SampleEvent> lateObjects) {
        lateObjects.forEach(event -> arrive(event.at(at(arrivals.size() % 12 + 2, arrivals.size()))));
    }

    private void tellStory(ObjectRef deal) {
        LocalDate won = agreedOn.plusDays(Story.WON_DAY);
        arrive(feed.delta(deal, new Stamp(2, at(Story.WON_DAY, 0)), stage("Won", won)));
        arrive(feed.delta(deal, new Stamp(3, at(Story.AMENDED_DAY, 0)), Map.of("amount", Story.AMENDED_AMOUNT)));
        arrive(feed.delta(
                deal, new Stamp(4, at(Story.REFUNDED_DAY, 0)), Map.of("refundedAmount", Story.REFUNDED_AMOUNT)));
    }

    static Map<String, @Nullable String> stage(String stage, LocalDate closeDate) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("stage", stage);
        fields.put("closeDate", closeDate.toString());
        return fields;
    }

    void deals(List<Deal> deals, long seed) {
        int late = 0;
        for (int number = 0; number < deals.size(); number++) {
            Deal deal = deals.get(number);
            if (deal.ref().id().equals(Story.ACME_OPPORTUNITY)) {
                tellStory(deal.ref());
                continue;
            }
            Dice dice = Dice.of(seed, crm.company() + "/later", number);
            var path = new DealPath(feed, deal, dice, agreedOn, !crm.isAcme() && dice.chance(50));
            boolean outOfOrder = deal.outcome() == Outcome.ADVANCED && ++late < lateCount;
            arriveInTurn(outOfOrder ? path.eventsOutOfOrder() : path.events());
        }
    }

    /// Some leave, and one of those who left is erased.
    void leavers(List<Person> leavers) {
        for (Person person : leavers) {
            var stamp = new Stamp(REVISION, at(20 + person.number() % 30, person.number()));
            arrive(feed.delta(crm.userRef(person.number()), stamp, Map.of("active", "false")));
        }
        int erased = leavers.getLast().number();
        arrive(feed.deleted(crm.userRef(erased), new Stamp(REVISION + 1, at(70, 0))));
    }

    /// To another address, whose phone nobody has asked for yet.
    void moved(Entry entry, Dice dice) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("street", Organisations.address(entry.organisation().country(), dice));
        fields.put("phone", null);
        var stamp = new Stamp(REVISION, at(5 + entry.number() % 60, entry.number()));
        arrive(feed.delta(crm.accountRef(entry.number()), stamp, fields));
    }

    /// @param first whether an older change is to arrive after the deletion
    void removed(Entry entry, boolean first) {
        ObjectRef account = crm.accountRef(entry.number());
        SampleEvent deletion = feed.deleted(account, new Stamp(REVISION + 2, at(33, entry.number())));
        arrive(deletion);
        if (first && lateCount > 0) {
            var older = new Stamp(REVISION + 1, at(32, entry.number()));
            SampleEvent change =
                    feed.delta(account, older, Map.of("type", "Customer")).as(Kind.LATE);
            arrivals.add(new Arrival(deletion.time().plusSeconds(3), change));
        }
    }

    private void arriveInTurn(List<SampleEvent> events) {
        Instant turn = Instant.MIN;
        for (SampleEvent event : events) {
            turn = event.time().isAfter(turn) ? event.time() : turn.plusMillis(1);
            arrivals.add(new Arrival(turn, event));
        }
    }

    private void arrive(SampleEvent event) {
        arrivals.add(new Arrival(event.time(), event));
    }

    /// Within office hours of the day.
    private Instant at(int day, int second) {
        return agreedOn.plusDays(day).atTime(9, 0).toInstant(ZoneOffset.UTC).plusSeconds(second % 28_000);
    }
}
