package dev.tandem.samples;

import dev.tandem.samples.Feed.Stamp;
import dev.tandem.samples.Opportunities.Deal;
import dev.tandem.samples.SampleEvent.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happens to one opportunity after the agreement, step by step.
final class DealPath {
    private final Feed feed;
    private final Deal deal;
    private final Dice dice;
    private final boolean sendsAll;
    private final Map<String, @Nullable String> now;
    private final List<SampleEvent> events = new ArrayList<>();
    private LocalDate day;
    private int revision = 1;

    /// @param sendsAll whether each step is sent with all fields, not only the changed ones
    DealPath(Feed feed, Deal deal, Dice dice, LocalDate agreedOn, boolean sendsAll) {
        this.feed = feed;
        this.deal = deal;
        this.dice = dice;
        this.sendsAll = sendsAll;
        this.now = new LinkedHashMap<>(deal.fields());
        this.day = agreedOn.plusDays(dice.between(1, 40));
    }

    List<SampleEvent> events() {
        switch (deal.outcome()) {
            case UNTOUCHED, WON_BEFORE -> {}
            case ADVANCED -> advance();
            case LOST -> step(Later.stage("Lost", day));
            case WON -> win();
            case AMENDED -> winThen(this::amend);
            case PARTLY_REFUNDED -> winThen(this::refundPart);
            case FULLY_REFUNDED -> winThen(() -> step(Map.of("refundedAmount", deal.text("amount"))));
            case REOPENED -> winThen(() -> step(Map.of("stage", "Negotiation")));
            case WON_AGAIN -> winAgain();
            case DELETED -> delete();
            case DELETED_AFTER_WON -> winThen(this::delete);
        }
        return events;
    }

    /// The same steps, but the last two in the wrong order.
    List<SampleEvent> eventsOutOfOrder() {
        advance();
        if (events.size() < 2) {
            step(Map.of("closeDate", day.plusDays(30).toString()));
        }
        SampleEvent late = events.remove(events.size() - 2);
        events.add(late.as(Kind.LATE));
        return events;
    }

    private void advance() {
        step(Later.stage("Proposal", day.plusDays(60)));
        if (dice.chance(60)) {
            step(Map.of("stage", "Negotiation", "amount", Opportunities.amount(deal.text("currency"), dice)));
        }
    }

    private void win() {
        step(Later.stage("Won", day));
    }

    private void winThen(Runnable next) {
        win();
        next.run();
    }

    private void winAgain() {
        win();
        step(Map.of("stage", "Negotiation"));
        amend();
        win();
    }

    private void amend() {
        step(Map.of("amount", share(dice.between(82, 131))));
    }

    private void refundPart() {
        step(Map.of("refundedAmount", share(dice.between(7, 58))));
    }

    private void delete() {
        events.add(feed.deleted(deal.ref(), next()));
    }

    private String share(int percent) {
        BigDecimal amount = deal.amount();
        return amount.multiply(BigDecimal.valueOf(percent, 2))
                .setScale(amount.scale(), RoundingMode.DOWN)
                .toPlainString();
    }

    private void step(Map<String, @Nullable String> changed) {
        now.putAll(changed);
        Map<String, @Nullable String> ordered = new LinkedHashMap<>(now);
        if (!sendsAll) {
            ordered.keySet().retainAll(changed.keySet());
        }
        events.add(sendsAll ? feed.full(deal.ref(), next(), ordered) : feed.delta(deal.ref(), next(), ordered));
    }

    private Stamp next() {
        Instant at = day.atTime(8, 0).toInstant(ZoneOffset.UTC).plusSeconds(dice.below(34_000));
        day = day.plusDays(dice.between(3, 24));
        return new Stamp(++revision, at);
    }
}
