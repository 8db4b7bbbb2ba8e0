package dev.tandem.samples;

import dev.tandem.samples.Book.Entry;
import dev.tandem.samples.Opportunities.Deal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Makes one company: first what is true, then the events that tell it, then what goes wrong on the way.
final class CompanyMaker {
    private final Frame frame;
    private final Crm crm;
    private final Book book;
    private final People people;
    private final List<SampleEvent> users;
    private final List<SampleEvent> accounts;
    private final List<Deal> deals;

    /// What a world is made of.
    record Frame(long seed, Size size, LocalDate agreedOn, Atlas atlas, Customers customers) {}

    /// @param partnersDeals some of which this company has on file too
    CompanyMaker(Frame frame, Crm crm, List<Deal> partnersDeals) {
        this.frame = frame;
        this.crm = crm;
        this.people = new People(frame.seed(), frame.atlas(), crm, frame.size().people());
        this.book = new Book(frame.seed(), frame.atlas(), crm, frame.customers());
        this.users = people.events(feed("people"), before(30));
        this.accounts = book.events(feed("accounts"), people, before(14));
        var owners = accounts.stream().map(CompanyMaker::owner).toList();
        List<Deal> drawn = new Opportunities(frame, crm, book).draw(owners);
        this.deals = new Twins(crm, book, owners)
                .replaced(drawn, partnersDeals, frame.size().twinSales());
    }

    Book book() {
        return book;
    }

    List<Deal> deals() {
        return deals;
    }

    SampleCompany company() {
        int each = frame.size().irregular();
        var irregular = new Irregularities(crm, feed("irregular"));
        var early = new EarlyReferences();
        var plannedAccounts = irregular.plant(accountsNow(), Irregularities.OF_ACCOUNTS, each);
        var opportunities = new Opportunities(frame, crm, book).events(feed("opportunities"), deals);
        return new SampleCompany(
                crm.company(),
                crm.displayName(),
                crm.currency(),
                crm.fiscalYearStart(),
                ZoneId.of(crm.timeZone()),
                early.mark(irregular.plant(usersNow(), Irregularities.OF_PEOPLE, each)),
                early.mark(plannedAccounts),
                early.mark(irregular.plant(opportunities, Irregularities.OF_OPPORTUNITIES, each)),
                early.mark(irregular.plant(later(plannedAccounts), Irregularities.OF_LATER, each)));
    }

    private List<SampleEvent> later(List<SampleEvent> sentAccounts) {
        var later = new Later(crm, feed("later"), frame.agreedOn(), frame.size().irregular());
        later.firstSent(users.subList(usersNow().size(), users.size()));
        later.firstSent(accounts.subList(accountsNow().size(), accounts.size()));
        later.deals(deals, frame.seed());
        later.leavers(leavers());
        List<Entry> quiet = quiet(sentAccounts);
        int changes = Math.max(2, frame.size().accounts() / 300);
        int stride = quiet.size() / (2 * changes);
        for (int at = 0; at < changes; at++) {
            later.moved(quiet.get(2 * at * stride), Dice.of(frame.seed(), crm.company() + "/moved", at));
            later.removed(quiet.get((2 * at + 1) * stride), at == 0);
        }
        return later.events();
    }

    private List<Person> leavers() {
        return people.all().stream()
                .filter(person -> person.number() % 37 == 30
                        && person.number() < usersNow().size())
                .toList();
    }

    /// Accounts of which nothing else is told: no deal, no child, no irregular event, no partner.
    private List<Entry> quiet(List<SampleEvent> sentAccounts) {
        Set<Integer> busy = new HashSet<>(frame.customers().joint());
        deals.forEach(deal -> busy.add(deal.organisation()));
        book.entries().forEach(entry -> busy.add(entry.organisation().parent()));
        Set<ObjectRef> once = new HashSet<>();
        Set<ObjectRef> twice = new HashSet<>();
        sentAccounts.stream().filter(event -> !once.add(event.ref())).forEach(event -> twice.add(event.ref()));
        return book.entries().subList(0, accountsNow().size()).stream()
                .filter(entry -> entry.copy() == 0
                        && !busy.contains(entry.organisation().index())
                        && !twice.contains(crm.accountRef(entry.number())))
                .toList();
    }

    private List<SampleEvent> usersNow() {
        return users.subList(0, users.size() - frame.size().latePeople());
    }

    private List<SampleEvent> accountsNow() {
        return accounts.subList(0, accounts.size() - frame.size().lateAccounts());
    }

    private Feed feed(String purpose) {
        return new Feed(crm, frame.seed(), purpose);
    }

    private Instant before(int days) {
        return frame.agreedOn().minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String owner(SampleEvent account) {
        return String.valueOf(Objects.requireNonNull(account.change()).fields().get("ownerUser"));
    }
}
