package dev.tandem.roster.terms;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.ExpensePolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the parties work together, in the revision that they sign.
///
/// @param charter why they do
/// @param engagement the rules of engagement
/// @param prevailing whose rule applies where the parties' own rules differ
/// @param expenses who pays for what
/// @param activityNorm what joint activity they expect of each other
/// @param limits what the law or a regulator allows
/// @param orders how an order is placed with each party
/// @param contacts whom to turn to
/// @param onboarding what a rep needs before customers are met together
/// @param noticeDays how long the partnership goes on after notice was given
public record Terms(
        @Valid Charter charter,
        @Size(max = 50) List<@Valid Clause> engagement,
        @Size(max = 50) List<@Valid Prevailing> prevailing,
        @Size(max = 30) List<@Valid ExpenseRule> expenses,
        @Valid @Nullable ActivityNorm activityNorm,
        @Size(max = 50) List<@Valid Limit> limits,
        @Size(max = 10) List<@Valid OrderProcess> orders,
        @Size(max = 50) List<@Valid Contact> contacts,
        @Size(max = 50) List<@Valid Requirement> onboarding,
        @Min(0) @Max(365) int noticeDays) {

    public Terms {
        engagement = List.copyOf(engagement);
        prevailing = List.copyOf(prevailing);
        expenses = List.copyOf(expenses);
        limits = List.copyOf(limits);
        orders = List.copyOf(orders);
        contacts = List.copyOf(contacts);
        onboarding = List.copyOf(onboarding);
    }

    /// What is said here of expenses, for who decides about each of them; empty where nothing is.
    public Optional<ExpensePolicy> expensePolicy() {
        var categories = expenses.stream().map(ExpenseRule::agreed).toList();
        var local = prevailing.stream()
                .filter(rule -> rule.where().topic() == Topic.EXPENSES)
                .map(rule -> new ExpensePolicy.Local(
                        rule.where().country(), rule.where().activity(), rule.party(), rule.clause()))
                .toList();
        return categories.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExpensePolicy(categories, local, List.of(), List.of()));
    }

    /// Every broken rule; empty when the terms may be proposed by these parties.
    public List<Violation> violations(Collection<CompanyId> parties) {
        var check = new TermsCheck(parties);
        return Stream.of(
                        check.unique("terms.engagement", engagement, Clause::id),
                        check.unique("terms.prevailing", prevailing, Prevailing::where),
                        check.parties("terms.prevailing", prevailing, Prevailing::party),
                        check.unique("terms.expenses", expenses, ExpenseRule::category),
                        check.expenses(expenses),
                        check.unique("terms.orders", orders, OrderProcess::party),
                        check.parties("terms.orders", orders, OrderProcess::party),
                        check.parties("terms.contacts", contacts, Contact::party),
                        check.unique("terms.onboarding", onboarding, Requirement::id))
                .flatMap(List::stream)
                .toList();
    }
}
