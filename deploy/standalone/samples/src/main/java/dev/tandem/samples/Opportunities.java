package dev.tandem.samples;

import dev.tandem.samples.Book.Entry;
import dev.tandem.samples.CompanyMaker.Frame;
import dev.tandem.samples.Feed.Stamp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws one company's opportunities; what becomes of them goes round by rule, so that each outcome occurs.
final class Opportunities {
    private static final List<Outcome> TURN = List.of(
            Outcome.WON,
            Outcome.UNTOUCHED,
            Outcome.AMENDED,
            Outcome.ADVANCED,
            Outcome.LOST,
            Outcome.PARTLY_REFUNDED,
            Outcome.ADVANCED,
            Outcome.WON,
            Outcome.WON_BEFORE,
            Outcome.FULLY_REFUNDED,
            Outcome.UNTOUCHED,
            Outcome.LOST,
            Outcome.WON,
            Outcome.REOPENED,
            Outcome.UNTOUCHED,
            Outcome.WON,
            Outcome.DELETED_AFTER_WON,
            Outcome.ADVANCED,
            Outcome.LOST,
            Outcome.WON_AGAIN,
            Outcome.WON,
            Outcome.UNTOUCHED,
            Outcome.DELETED,
            Outcome.WON,
            Outcome.ADVANCED,
            Outcome.AMENDED,
            Outcome.UNTOUCHED,
            Outcome.LOST,
            Outcome.WON_BEFORE,
            Outcome.UNTOUCHED,
            Outcome.ADVANCED,
            Outcome.WON,
            Outcome.UNTOUCHED,
            Outcome.LOST,
            Outcome.UNTOUCHED,
            Outcome.ADVANCED);

    private final Frame frame;
    private final Crm crm;
    private final Book book;
    private final LocalDate agreedOn;

    Opportunities(Frame frame, Crm crm, Book book) {
        this.frame = frame;
        this.crm = crm;
        this.book = book;
        this.agreedOn = frame.agreedOn();
    }

    /// @param organisation the index of the customer
    /// @param fields as first sent
    /// @param twinOf the partner's opportunity for the same sale
    record Deal(
            ObjectRef ref,
            int organisation,
            Outcome outcome,
            Map<String, @Nullable String> fields,
            @Nullable ObjectRef twinOf) {

        BigDecimal amount() {
            return new BigDecimal(text("amount"));
        }

        String text(String field) {
            return String.valueOf(fields.get(field));
        }
    }

    /// @param owners of the accounts, by their number
    List<Deal> draw(List<String> owners) {
        List<Deal> deals = new ArrayList<>();
        for (int number = 0; number < frame.size().opportunities(); number++) {
            deals.add(number == 0 && crm.isAcme() ? flagship() : deal(number, owners));
        }
        return deals;
    }

    List<SampleEvent> events(Feed feed, List<Deal> deals) {
        List<SampleEvent> events = new ArrayList<>();
        var from = agreedOn.minusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (Deal deal : deals) {
            events.add(feed.full(deal.ref(), new Stamp(1, from.plusSeconds(events.size())), deal.fields()));
        }
        return events;
    }

    private Deal flagship() {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("name", "Möhlenbrook - LineSight rollout, line 3 and 4");
        fields.put("accountId", Story.ACME_ACCOUNT.value());
        fields.put("stage", "Negotiation");
        fields.put("amount", Story.WON_AMOUNT);
        fields.put("currency", "USD");
        fields.put("closeDate", agreedOn.plusDays(21).toString());
        fields.put("ownerUser", Story.ACME_REP.value());
        return new Deal(crm.opportunityRef(0), 0, Outcome.PARTLY_REFUNDED, fields, null);
    }

    private Deal deal(int number, List<String> owners) {
        Dice dice = Dice.of(frame.seed(), "opportunity", 2L * number + crm.place());
        Outcome outcome = TURN.get((number + crm.place() * 7) % TURN.size());
        Entry entry = book.entries().get(account(number, dice));
        String currency = currency(dice);
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("name", name(entry.organisation(), dice));
        fields.put("accountId", book.id(entry).value());
        fields.put("stage", stage(outcome, dice));
        fields.put("amount", amount(currency, dice));
        fields.put("currency", currency);
        fields.put("closeDate", closeDate(outcome, dice).toString());
        fields.put("ownerUser", owners.get(entry.number()));
        return new Deal(crm.opportunityRef(number), entry.organisation().index(), outcome, fields, null);
    }

    /// The last account of the book, which is late, has one too.
    private int account(int number, Dice dice) {
        if (number == 5) {
            return book.entries().size() - 1;
        }
        return dice.chance(60)
                ? book.number(dice.pick(frame.customers().joint()))
                : dice.below(book.entries().size());
    }

    private String name(Organisation organisation, Dice dice) {
        String shortName = shortName(Spelling.words(organisation.name()));
        return shortName + " " + crm.words().list("separator").getFirst().strip() + " "
                + dice.pick(crm.words().list("products")) + " "
                + dice.pick(crm.words().list("moves"));
    }

    /// Three words at most, the last of them a real one.
    private static String shortName(List<String> words) {
        int count = Math.min(3, words.size());
        while (count > 1 && words.get(count - 1).length() < 4) {
            count--;
        }
        return String.join(" ", words.subList(0, count));
    }

    private String currency(Dice dice) {
        String other = crm.isAcme() ? "EUR" : "USD";
        int roll = dice.below(100);
        return roll < 84 ? crm.currency().getCurrencyCode() : roll < 94 ? other : "JPY";
    }

    private static String stage(Outcome outcome, Dice dice) {
        return outcome == Outcome.WON_BEFORE
                ? "Won"
                : outcome == Outcome.ADVANCED
                        ? "Qualifying"
                        : dice.pick(List.of("Proposal", "Negotiation", "Negotiation"));
    }

    private LocalDate closeDate(Outcome outcome, Dice dice) {
        return outcome == Outcome.WON_BEFORE
                ? agreedOn.minusDays(dice.between(5, 90))
                : agreedOn.plusDays(dice.between(10, 150));
    }

    static String amount(String currency, Dice dice) {
        BigDecimal whole = BigDecimal.valueOf(dice.skewed(4_000, 1_400_000) + (dice.chance(40) ? 0 : dice.below(990)));
        if ("JPY".equals(currency)) {
            return whole.multiply(BigDecimal.valueOf(150)).toPlainString();
        }
        return dice.chance(45)
                ? whole.setScale(2, RoundingMode.UNNECESSARY)
                        .add(BigDecimal.valueOf(dice.below(100), 2))
                        .toPlainString()
                : whole.divide(BigDecimal.valueOf(500), 0, RoundingMode.UP)
                        .multiply(BigDecimal.valueOf(500))
                        .toPlainString();
    }
}
