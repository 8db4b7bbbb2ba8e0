package dev.tandem.accounts.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.crm.Receipt.Outcome;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Unprocessable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What comes at once comes to what it would come to one by one, repetitions and records that can never apply included.
@Running
class CrmTogetherTest {
    private static final List<String> NAMES = List.of("Nordwind", "Sturm", "Flut AG");
    private static final int EVENTS = 40;

    @Autowired
    private CrmIntake crm;

    @Autowired
    private Book book;

    @Test
    void comesToWhatTheSameEventsComeToOneByOne() {
        for (int round = 0; round < 12; round++) {
            compare(false, receipt -> outcome(receipt) + receipt.waitsFor());
        }
    }

    /// Those before one that can never apply are then taken twice, and the second time a receipt says what the account
    /// waits for as it is by then.
    @Test
    void comesToTheSameWhereSomeCanNeverApply() {
        for (int round = 0; round < 12; round++) {
            compare(true, receipt -> receipt.outcome() == Outcome.PENDING ? "APPLIED" : outcome(receipt));
        }
    }

    /// A record that changes nothing says so, or that it was applied, as one does whose wait is over.
    private static String outcome(Receipt receipt) {
        return (receipt.outcome() == Outcome.UNCHANGED ? Outcome.APPLIED : receipt.outcome()).name();
    }

    private void compare(boolean withBad, Function<Receipt, String> said) {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var alone = new CompanyId("alone" + seed);
        var together = new CompanyId("together" + seed);
        var story = story(random, withBad);
        var refusedAlone = new ArrayList<String>();
        var refusedTogether = new ArrayList<String>();
        events(alone, story).forEach(event -> alone(event, refusedAlone));
        parts(events(together, story), random).forEach(part -> together(part, refusedTogether));
        assertThat(accounts(together)).as("seed %d", seed).isEqualTo(accounts(alone));
        assertThat(receipts(together, said)).as("seed %d", seed).isEqualTo(receipts(alone, said));
        assertThat(refusedTogether).as("seed %d", seed).isEqualTo(refusedAlone);
        assertThat(refusedAlone).as("seed %d", seed).hasSizeBetween(withBad ? 1 : 0, withBad ? EVENTS : 0);
    }

    /// As the intake does: what refuses together is taken one by one.
    private void together(List<Incoming<CrmChange>> events, List<String> unapplied) {
        try {
            crm.onAll(events);
        } catch (RuntimeException refused) {
            events.forEach(event -> alone(event, unapplied));
        }
    }

    private void alone(Incoming<CrmChange> event, List<String> unapplied) {
        try {
            crm.on(event);
        } catch (Unprocessable never) {
            unapplied.add(event.id() + " " + never.findings());
        }
    }

    /// A change, and its place among all: the same place is a redelivery, another place a repetition by the sender.
    private record Told(CrmChange change, int number, int place) {}

    private static List<Told> story(Random random, boolean withBad) {
        var story = new ArrayList<Told>();
        if (withBad) {
            story.add(new Told(Crm.account("a0", "name", "Flut AG", "country", "Nowhere"), EVENTS, EVENTS));
        }
        for (int place = 0; place < EVENTS; place++) {
            var again = !story.isEmpty() && random.nextInt(6) == 0;
            var before =
                    again ? story.get(random.nextInt(story.size())) : new Told(change(random, withBad), place, place);
            story.add(new Told(before.change(), before.number(), random.nextBoolean() ? before.place() : place));
        }
        return story;
    }

    private static CrmChange change(Random random, boolean withBad) {
        var id = "a" + random.nextInt(6);
        return switch (random.nextInt(8)) {
            case 0 -> Crm.deleted("account", id);
            case 1 -> Crm.account(id, "name", pick(random), "parentId", "a" + (6 + random.nextInt(2)), "country", "DE");
            case 2 -> Crm.account(id, "name", pick(random), "country", withBad && random.nextBoolean() ? "XX" : "FR");
            case 3 -> opportunity("o" + random.nextInt(3), id);
            case 4 -> Crm.fields("account", id, "ownerUser", "u-" + random.nextInt(2));
            default -> Crm.fields("account", id, "name", pick(random));
        };
    }

    private static CrmChange opportunity(String id, String account) {
        return Crm.opportunity(
                id,
                "accountId",
                account,
                "stage",
                "Proposal",
                "amount",
                "10.00",
                "currency",
                "EUR",
                "closeDate",
                "2026-02-01");
    }

    private static String pick(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static List<Incoming<CrmChange>> events(CompanyId company, List<Told> story) {
        return story.stream().map(told -> event(company, told)).toList();
    }

    private static Incoming<CrmChange> event(CompanyId company, Told told) {
        return new Incoming<>(
                new Incoming.Place("crm.in", 0, told.place()),
                told.change().objectId().value(),
                "event-" + told.number(),
                "urn:crm",
                Instant.EPOCH.plusSeconds(told.number() % 7),
                0,
                Optional.of(company),
                told.change());
    }

    private static List<List<Incoming<CrmChange>>> parts(List<Incoming<CrmChange>> events, Random random) {
        var parts = new ArrayList<List<Incoming<CrmChange>>>();
        for (int from = 0; from < events.size(); ) {
            var to = Math.min(events.size(), from + 1 + random.nextInt(12));
            parts.add(events.subList(from, to));
            from = to;
        }
        return parts;
    }

    private List<String> accounts(CompanyId company) {
        return book.page(company, Optional.empty(), 100).stream()
                .map(found ->
                        found.state().ref().account() + " " + found.state().texts()
                                + found.state().population() + found.state().lacks()
                                + found.state().merged())
                .toList();
    }

    private List<String> receipts(CompanyId company, Function<Receipt, String> said) {
        return crm.receipts(company, "crm.in/", "", 2 * EVENTS).stream()
                .map(receipt -> receipt.id() + " " + receipt.objectId() + " " + said.apply(receipt))
                .toList();
    }
}
