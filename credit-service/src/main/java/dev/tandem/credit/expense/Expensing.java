package dev.tandem.credit.expense;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.expense.Expense.Step;
import dev.tandem.credit.expense.Expense.Word;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Saying what was spent, and what one thinks of what others say. What was spent is said by who paid; another party
/// confirms or contests the very version that it read.
@Service
public class Expensing {
    private final Expenses expenses;
    private final Clock clock;

    Expensing(Expenses expenses, Clock clock) {
        this.expenses = expenses;
        this.clock = clock;
    }

    /// All that counts: what another party confirmed, by the expense's id.
    public void eachAgreed(PartnershipId partnership, BiConsumer<String, Spent> use) {
        expenses.each(partnership, found -> {
            if (found.state().agreed() != null) {
                use.accept(found.id(), found.state().agreed());
            }
        });
    }

    /// As they are now.
    void each(PartnershipChanged partnership, Consumer<Expense> use) {
        expenses.each(partnership.partnership(), found -> use.accept(found.state()));
    }

    /// As they stood at an instant.
    void eachAsOf(PartnershipChanged partnership, Instant at, Consumer<Expense> use) {
        each(
                partnership,
                expense -> use.accept(expense.asOf(at, (spent, when) -> bearing(spent, partnership.asOf(when)))));
    }

    Optional<Versioned<Expense>> find(PartnershipId partnership, CompanyId reader, String id) {
        return expenses.find(partnership, id).filter(found -> found.state().visibleTo(reader));
    }

    List<Versioned<Expense>> page(PartnershipId partnership, CompanyId reader, String afterId, int limit) {
        return expenses.page(partnership, reader, afterId, limit);
    }

    /// Enters it once, however often the command comes.
    Versioned<Expense> enter(PartnershipChanged partnership, New entered) {
        check(entered.spent(), partnership);
        var draft = Expense.draft(entered.spent());
        var outcome = expenses.change(
                partnership.partnership(),
                entered.id(),
                entered.cause(),
                found -> found.isPresent()
                        ? Change.none()
                        : Change.to(
                                entered.submission() == null
                                        ? draft
                                        : draft.after(entered.submission(), entered.spent(), Set.of())));
        return Objects.requireNonNull(outcome.now());
    }

    /// @param submission null for a draft
    record New(
            String id, Cause cause, Spent spent, @Nullable Word submission) {}

    /// @param corrected null unless it is corrected
    record Saying(
            String id,
            Cause cause,
            IfMatch expected,
            Word word,
            @Nullable Spent corrected) {}

    Outcome<Expense> say(PartnershipChanged partnership, Saying saying) {
        return expenses.change(partnership.partnership(), saying.id(), saying.cause(), found -> {
            var now = found.orElseThrow(Problem::notFound);
            saying.expected().requireVersion(now.version());
            return Change.to(next(partnership, now.state(), saying));
        });
    }

    private Expense next(PartnershipChanged partnership, Expense expense, Saying saying) {
        var step = saying.word().step();
        var allowed = expense.allowedTo(saying.word().company());
        if (!allowed.contains(step)) {
            var sentence = "The expense is %s: no %s by your company now.".formatted(expense.standing(), step.word());
            var broken = own(expense, saying)
                    ? new Violation("company", "SELF_APPROVAL", sentence)
                    : new Violation("standing", "NOT_ALLOWED_NOW", sentence);
            throw Problem.conflict(broken, allowed.stream().map(Step::word).toList());
        }
        var spent = saying.corrected() == null ? expense.said() : saying.corrected();
        if (step != Step.WITHDRAWAL && step != Step.CONTEST) {
            check(spent, partnership);
        }
        return expense.after(saying.word(), spent, bearing(spent, partnership));
    }

    /// Those beside who paid that bear a part of it.
    static Set<CompanyId> bearing(Spent spent, PartnershipChanged partnership) {
        return switch (Ruling.of(spent, partnership)) {
            case Ruled.Undecided _ -> Set.of();
            case Ruled.Shared shared ->
                shared.parts().entrySet().stream()
                        .filter(part -> !part.getKey().equals(spent.payer()))
                        .filter(part -> !part.getValue().amount().isZero())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        };
    }

    private static boolean own(Expense expense, Saying saying) {
        return expense.said().payer().equals(saying.word().company())
                && (saying.word().step() == Step.CONFIRMATION || saying.word().step() == Step.CONTEST);
    }

    /// @throws dev.tandem.kit.web.ProblemException 400 naming each broken rule
    private void check(Spent spent, PartnershipChanged partnership) {
        var violations = new ArrayList<>(spent.violations(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        if (Ruling.of(spent, partnership) instanceof Ruled.Undecided(var undecided)) {
            violations.addAll(undecided);
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations.stream()
                    .map(each -> new Violation("paid." + each.field(), each.rule(), each.message()))
                    .toList());
        }
    }
}
