package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.ExpensePolicy;
import dev.tandem.contracts.partnership.JointGoals;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.roster.partnership.Partnership.Refusal;
import dev.tandem.roster.terms.Terms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A revision as one of the parties sees it.
record RevisionView(
        int number,
        Agreement.Status status,
        CompanyId proposedBy,
        Instant proposedAt,
        Reason reason,
        SharingPolicy sharing,
        CreditingPolicy crediting,
        @Nullable Terms terms,
        @Nullable ExpensePolicy expenses,
        @Nullable JointGoals goals,
        List<Signed> signatures,
        List<Act> refusals,
        @Nullable Instant inForceFrom,
        @Nullable Instant inForceUntil) {

    /// @param person who signed; told to the own company only
    record Signed(CompanyId company, @Nullable String person, Instant signedAt) {
        static Signed of(Agreement.Signature signature, CompanyId viewer) {
            var own = signature.company().equals(viewer);
            return new Signed(signature.company(), own ? signature.person() : null, signature.signedAt());
        }
    }

    static RevisionView of(Partnership partnership, Agreement of, CompanyId viewer) {
        return new RevisionView(
                of.number(),
                of.status(),
                of.proposedBy(),
                of.proposedAt(),
                of.reason(),
                of.sharing(),
                of.crediting(),
                partnership.papers().termsOf(of.number()).orElse(null),
                of.expenses(),
                of.goals(),
                of.signatures().stream()
                        .map(signature -> Signed.of(signature, viewer))
                        .toList(),
                partnership.refusals().stream()
                        .filter(refusal -> refusal.revision() == of.number())
                        .map(Refusal::act)
                        .toList(),
                of.inForceFrom(),
                of.inForceUntil());
    }
}
