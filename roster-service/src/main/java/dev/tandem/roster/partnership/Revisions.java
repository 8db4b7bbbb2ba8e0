package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Agreement.Signature;
import dev.tandem.contracts.partnership.Agreement.Status;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.ExpensePolicy;
import dev.tandem.contracts.partnership.JointGoals;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.roster.terms.Terms;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The revisions of one agreement, numbered from 1. At most one is open for signing, and at most one is in force.
record Revisions(List<Agreement> all) {

    /// The sections that the parties sign.
    ///
    /// @param terms null for a revision that agrees on policies alone
    /// @param expenses null where none are shared; `goals` null where none are set
    record Policies(
            SharingPolicy sharing,
            CreditingPolicy crediting,
            @Nullable Terms terms,
            @Nullable ExpensePolicy expenses,
            @Nullable JointGoals goals) {
        Policies(SharingPolicy sharing, CreditingPolicy crediting, @Nullable Terms terms) {
            this(sharing, crediting, terms, null, null);
        }

        /// What the terms say of expenses, where that is all that is said.
        @Nullable
        ExpensePolicy agreedExpenses() {
            return expenses == null && terms != null ? terms.expensePolicy().orElse(null) : expenses;
        }
    }

    Revisions {
        all = List.copyOf(all);
    }

    Optional<Agreement> find(int number) {
        return all.stream().filter(revision -> revision.number() == number).findFirst();
    }

    Optional<Agreement> open() {
        return with(Status.PROPOSED);
    }

    Optional<Agreement> inForce() {
        return with(Status.IN_FORCE);
    }

    private Optional<Agreement> with(Status status) {
        return all.stream().filter(revision -> revision.status() == status).findFirst();
    }

    /// Adds a revision; one that was still open is replaced by it, whoever had signed that.
    Revisions proposed(Act act, Policies policies) {
        var replaced = each(Status.PROPOSED, revision -> revision.as(Status.REPLACED));
        var revision = new Agreement(
                all.size() + 1,
                Status.PROPOSED,
                act.by(),
                act.at(),
                act.reason(),
                policies.sharing(),
                policies.crediting(),
                List.of(),
                null,
                null,
                policies.agreedExpenses(),
                policies.goals());
        return new Revisions(
                Stream.concat(replaced.all.stream(), Stream.of(revision)).toList());
    }

    /// Adds a signature to the open revision. The last of the parties' puts it in force, from that moment, in the
    /// place of the one before.
    Revisions signed(Signature signature, Collection<CompanyId> parties) {
        var signed = each(Status.PROPOSED, revision -> revision.signed(signature));
        var complete = signed.open().filter(revision -> parties.stream().allMatch(revision::signedBy));
        return complete.isPresent() ? signed.inForceFrom(signature.signedAt()) : signed;
    }

    private Revisions inForceFrom(Instant at) {
        return ended(at)
                .each(Status.PROPOSED, revision -> revision.as(Status.IN_FORCE).governing(at, null));
    }

    Revisions refused() {
        return each(Status.PROPOSED, revision -> revision.as(Status.REFUSED));
    }

    /// The one in force governs no longer.
    Revisions ended(Instant at) {
        return each(
                Status.IN_FORCE,
                revision ->
                        revision.as(Status.SUPERSEDED).governing(Objects.requireNonNull(revision.inForceFrom()), at));
    }

    private Revisions each(Status status, UnaryOperator<Agreement> step) {
        return new Revisions(all.stream()
                .map(revision -> revision.status() == status ? step.apply(revision) : revision)
                .toList());
    }
}
