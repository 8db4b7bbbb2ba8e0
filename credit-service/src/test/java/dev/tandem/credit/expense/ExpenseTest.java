package dev.tandem.credit.expense;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.expense.Expense.Standing;
import dev.tandem.credit.expense.Expense.Step;
import dev.tandem.credit.expense.Expense.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Who must agree before an expense counts.
@NullMarked
class ExpenseTest {
    private static final CompanyId INITECH = new CompanyId("initech");
    private static final Spent DINNER = GivenExpense.dinner("600.00");
    private static final Spent LESS = GivenExpense.dinner("500.00");
    private static final Set<CompanyId> BOTH = Set.of(GLOBEX, INITECH);

    @Test
    void countsOnceEveryPartyThatBearsAPartHasConfirmed() {
        var one = say(submitted(), GLOBEX, Step.CONFIRMATION);
        assertThat(one.standing()).isEqualTo(Standing.SUBMITTED);
        assertThat(one.agreed()).isNull();
        assertThat(one.allowedTo(GLOBEX)).containsExactly(Step.CONTEST);
        assertThat(one.allowedTo(INITECH)).containsExactly(Step.CONFIRMATION, Step.CONTEST);
        var all = say(one, INITECH, Step.CONFIRMATION);
        assertThat(all.standing()).isEqualTo(Standing.CONFIRMED);
        assertThat(all.agreed()).isEqualTo(DINNER);
        assertThat(all.confirmedBy()).containsExactly(GLOBEX, INITECH);
    }

    @Test
    void countsNotWhileOneOfThemContestsIt() {
        var contested = say(say(submitted(), GLOBEX, Step.CONFIRMATION), INITECH, Step.CONTEST);
        assertThat(contested.standing()).isEqualTo(Standing.CONTESTED);
        assertThat(say(contested, GLOBEX, Step.CONFIRMATION).standing()).isEqualTo(Standing.CONTESTED);
        assertThat(contested.allowedTo(INITECH)).containsExactly(Step.CONFIRMATION);
        assertThat(say(contested, INITECH, Step.CONFIRMATION).agreed()).isEqualTo(DINNER);
    }

    @Test
    void aCorrectionIsToBeConfirmedByAllAnewAndWhatWasAgreedCountsUntilThen() {
        var agreed = say(say(submitted(), GLOBEX, Step.CONFIRMATION), INITECH, Step.CONFIRMATION);
        var corrected = agreed.after(word(ACME, Step.CORRECTION), LESS, BOTH);
        var one = say(corrected, GLOBEX, Step.CONFIRMATION);
        assertThat(one.standing()).isEqualTo(Standing.SUBMITTED);
        assertThat(one.agreed()).isEqualTo(DINNER);
        assertThat(say(one, INITECH, Step.CONFIRMATION).agreed()).isEqualTo(LESS);
    }

    @Test
    void whereOneOtherBearsAPartItsWordIsEnough() {
        var agreed = submitted().after(word(GLOBEX, Step.CONFIRMATION), DINNER, Set.of(GLOBEX));
        assertThat(agreed.standing()).isEqualTo(Standing.CONFIRMED);
    }

    /// Whatever was said and corrected since, as draft or as submitted.
    @Test
    void asOfAnInstantItStandsAsItStoodThen() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var given = new ArrayList<Expense>(List.of(Expense.draft(DINNER)));
            for (int said = 1; said <= 12; said++) {
                given.add(anyStep(given.getLast(), said, random));
            }
            for (int said = 0; said < given.size(); said++) {
                var then = given.getLast().asOf(Instant.ofEpochSecond(said), (_, _) -> BOTH);
                assertThat(then).as("seed %d, after %d", seed, said).isEqualTo(given.get(said));
            }
        }
    }

    private static Expense anyStep(Expense expense, int said, Random random) {
        var company = List.of(ACME, GLOBEX, INITECH).get(random.nextInt(3));
        var allowed = expense.allowedTo(company);
        if (allowed.isEmpty() || !expense.visibleTo(company)) {
            return expense;
        }
        var step = allowed.get(random.nextInt(allowed.size()));
        var word = new Word(step, company, "pat", Instant.ofEpochSecond(said), new Reason("READ", "We read it."));
        var spent = step == Step.CORRECTION ? GivenExpense.dinner(said + "00.00") : expense.said();
        return expense.after(word, spent, BOTH);
    }

    private static Expense submitted() {
        return Expense.draft(DINNER).after(word(ACME, Step.SUBMISSION), DINNER, BOTH);
    }

    private static Expense say(Expense expense, CompanyId company, Step step) {
        return expense.after(word(company, step), expense.said(), BOTH);
    }

    private static Word word(CompanyId company, Step step) {
        return new Word(step, company, "pat", Instant.EPOCH, new Reason("READ", "We read it."));
    }
}
