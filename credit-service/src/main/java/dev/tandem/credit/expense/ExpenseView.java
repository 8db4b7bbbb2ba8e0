package dev.tandem.credit.expense;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.expense.Expense.Standing;
import dev.tandem.credit.expense.Expense.Step;
import dev.tandem.kit.store.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expense as a party sees it.
///
/// @param agreed what counts; absent while nothing does
/// @param ruling of what is said now
/// @param confirmedBy the parties that confirm what is said now
/// @param allowed what the reader's company may say about it
record ExpenseView(
        String id,
        Standing standing,
        Spent said,
        @Nullable Spent agreed,
        @Nullable Decided ruling,
        List<CompanyId> confirmedBy,
        List<Word> history,
        List<String> allowed) {

    /// @param whose the parties whose rules prevail, by the clause
    record Decided(
            int revision,
            List<CompanyId> whose,
            String clause,
            Money shared,
            Money unshared,
            List<Part> parts,
            List<Reason> because) {
        static @Nullable Decided of(Ruled ruled) {
            return switch (ruled) {
                case Ruled.Undecided _ -> null;
                case Ruled.Shared shared ->
                    new Decided(
                            shared.revision(),
                            shared.whose(),
                            shared.clause(),
                            shared.shared(),
                            shared.unshared(),
                            shared.parts().entrySet().stream()
                                    .map(part -> new Part(
                                            part.getKey(), part.getValue().amount()))
                                    .toList(),
                            shared.because());
            };
        }
    }

    /// What a party bears.
    record Part(CompanyId party, Money amount) {}

    /// Who spoke for the other company is not shown.
    record Word(Step step, CompanyId company, Instant at, Reason because) {}

    static ExpenseView of(Versioned<Expense> found, PartnershipChanged partnership, CompanyId reader) {
        var expense = found.state();
        return new ExpenseView(
                found.id(),
                expense.standing(),
                expense.said(),
                expense.agreed(),
                Decided.of(Ruling.of(expense.said(), partnership)),
                expense.confirmedBy(),
                expense.history().stream()
                        .map(word -> new Word(word.step(), word.company(), word.at(), word.because()))
                        .toList(),
                expense.allowedTo(reader).stream().map(Step::word).toList());
    }
}
