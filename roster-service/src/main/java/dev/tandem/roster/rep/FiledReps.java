package dev.tandem.roster.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Ids;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.rep.Rep.Seen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes reps as a file says them: like what an admin enters, and each row once, however often it is taken.
@Component
public final class FiledReps {
    /// What a file may say of a rep, under the names that a CRM sends it by.
    public static final List<String> FIELDS =
            RepField.ALL.stream().map(RepField::crmName).toList();

    private static final int RECENT_MAX = 32;

    private final Reps reps;
    private final Tenures tenures;
    private final Ids ids;
    private final ErasedPeople erased;

    FiledReps(Reps reps, Tenures tenures, Ids ids, ErasedPeople erased) {
        this.erased = erased;
        this.reps = reps;
        this.tenures = tenures;
        this.ids = ids;
    }

    /// What a row says: the other fields stay as they are.
    ///
    /// @param asOf from which day it holds; null for now
    /// @param values an empty one clears
    public record Filed(CrmId user, @Nullable LocalDate asOf, Map<String, String> values) {}

    /// What taking a row came to.
    public enum Ended {
        APPLIED,
        UNCHANGED,
        /// Of a person who was erased: left out, since a file of old knows nothing of that.
        ERASED
    }

    /// The rep that a row is about, and what taking it came to.
    ///
    /// @param rep null for a user who was erased and never was a rep
    public record Taken(@Nullable RepId rep, Ended ended) {}

    /// What a row breaks; empty for a good one.
    ///
    /// @param at names a field's place in the file
    public static List<Violation> violations(Map<String, String> values, java.util.function.UnaryOperator<String> at) {
        var single = values.entrySet().stream()
                .flatMap(cell -> RepField.of(cell.getKey()).stream()
                        .flatMap(field ->
                                Stream.ofNullable(PeopleRules.broken(at.apply(cell.getKey()), field, cell.getValue()))))
                .toList();
        return single.isEmpty() ? together(values, at) : single;
    }

    private static List<Violation> together(Map<String, String> values, java.util.function.UnaryOperator<String> at) {
        var from = values.getOrDefault(RepField.EFFECTIVE_FROM.crmName(), "");
        var until = values.getOrDefault(RepField.EFFECTIVE_UNTIL.crmName(), "");
        return from.isEmpty() || until.isEmpty() || from.compareTo(until) < 0
                ? List.of()
                : List.of(new Violation(
                        at.apply(RepField.EFFECTIVE_UNTIL.crmName()),
                        "NOT_AFTER_FROM",
                        "must be after effectiveFrom: it is the first day without the rep"));
    }

    /// What taking the row now would come to, without doing it.
    public Ended would(CompanyId company, Filed filed, Instant at) {
        var current = reps.find(company, filed.user());
        var was =
                current.map(Versioned::state).orElseGet(() -> Rep.issued(new RepId(ids.next()), company, filed.user()));
        return isErased(company, filed) ? Ended.ERASED : ended(current, taken(was, filed, at));
    }

    /// @param place of the row, by which it is recognised when it comes again
    /// @param at when the file was accepted
    public Taken take(CompanyId company, Filed filed, String place, Instant at) {
        if (isErased(company, filed)) {
            var known =
                    reps.find(company, filed.user()).map(found -> found.state().id());
            return new Taken(known.orElse(null), Ended.ERASED);
        }
        var issued = new RepId(ids.next());
        var outcome = reps.change(company, filed.user(), Cause.GIVEN, current -> {
            var was = current.map(Versioned::state).orElseGet(() -> Rep.issued(issued, company, filed.user()));
            if (was.isErased() || seen(was, place).isPresent()) {
                return Change.none();
            }
            var now = taken(was, filed, at);
            return now.seen(new Seen(place, "", place, outcome(ended(current, now))), RECENT_MAX)
                    .after(current);
        });
        var now = Objects.requireNonNull(outcome.now()).state();
        return new Taken(
                now.id(), now.isErased() ? Ended.ERASED : seen(now, place).orElse(Ended.UNCHANGED));
    }

    private boolean isErased(CompanyId company, Filed filed) {
        return erased.mark(company, filed.user()).isPresent();
    }

    private Rep taken(Rep was, Filed filed, Instant at) {
        var values = new EnumMap<RepField, @Nullable String>(RepField.class);
        filed.values()
                .forEach((name, value) ->
                        RepField.of(name).ifPresent(field -> values.put(field, value.isEmpty() ? null : value)));
        return filed.asOf() == null || was.newest() == null
                ? tenures.settled(Merge.entered(was, values, at), at)
                : tenures.asOf(was, filed.asOf(), values);
    }

    private static Ended ended(Optional<Versioned<Rep>> was, Rep now) {
        return was.map(Versioned::state)
                        .filter(rep -> rep.newest() != null && RepView.of(rep).equals(RepView.of(now)))
                        .isPresent()
                ? Ended.UNCHANGED
                : Ended.APPLIED;
    }

    private static Receipt.Outcome outcome(Ended ended) {
        return Receipt.Outcome.valueOf(ended.name());
    }

    private static Optional<Ended> seen(Rep rep, String place) {
        return rep.recent().stream()
                .filter(recent -> recent.eventId().equals(place))
                .findFirst()
                .map(recent -> Ended.valueOf(recent.outcome().name()));
    }
}
