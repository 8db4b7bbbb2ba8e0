package dev.tandem.credit.crediting;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Recognition;
import dev.tandem.contracts.partnership.RollUp;
import dev.tandem.contracts.partnership.WeightModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which revision of the agreement governs a deal: the one in force at the end (UTC) of its
/// effective date, or a later one whose parties signed that it applies from that date on. A deal
/// that is older than the agreement is governed by the first revision that came into force: it
/// reached the shared book only because both sides agreed to count it.
sealed interface Governing {

    /// @param olderDeal whether the deal is older than this, the first, revision
    /// @param appliesFrom set if it governs the deal by what it says of deals before its last
    /// signature
    record Revision(
            Agreement agreement,
            boolean olderDeal,
            @Nullable LocalDate appliesFrom) implements Governing {
        Explanation.Rule cite(CreditingPolicy.Rule rule) {
            return new Explanation.Rule(rule.id(), agreement.number(), olderDeal, appliesFrom);
        }

        Explanation.Rule cite(RollUp rollUp) {
            return new Explanation.Rule(rollUp.id(), agreement.number(), olderDeal, appliesFrom);
        }

        Explanation.Rule cite(Recognition recognition) {
            return new Explanation.Rule(recognition.id(), agreement.number(), olderDeal, appliesFrom);
        }

        boolean rollsUp() {
            return !agreement.crediting().managers().isEmpty();
        }

        boolean looksAtOthers() {
            var recognition = agreement.crediting().recognition();
            return agreement.crediting().rules().stream().anyMatch(rule -> rule.model() instanceof WeightModel.Shapley)
                    || (recognition != null && recognition.model() instanceof WeightModel.Shapley);
        }
    }

    /// No revision governs the deal.
    record Nothing(Reason because) implements Governing {}

    static Governing of(DealChanged deal, Optional<PartnershipChanged> partnership) {
        var at = endOf(deal.effectiveDate());
        return partnership
                .map(known -> newest(known, deal.effectiveDate()).orElseGet(() -> first(known, at)))
                .orElseGet(() -> nothing("PARTNERSHIP_NOT_KNOWN", "The partnership is not known yet."));
    }

    /// Of those in force on the date, and those signed later that say they apply from then, the
    /// last.
    private static Optional<Governing> newest(PartnershipChanged partnership, LocalDate date) {
        var at = endOf(date);
        return partnership.revisions().stream()
                .filter(revision -> revision.inForceAt(at) || appliesAt(revision, date))
                .max(Comparator.comparingInt(Agreement::number))
                .map(revision -> new Revision(
                        revision,
                        false,
                        revision.inForceAt(at) ? null : revision.crediting().appliesFrom()));
    }

    private static boolean appliesAt(Agreement revision, LocalDate date) {
        var from = revision.crediting().appliesFrom();
        var until = revision.inForceUntil();
        return revision.inForceFrom() != null
                && from != null
                && !date.isBefore(from)
                && (until == null || endOf(date).isBefore(until));
    }

    private static Governing first(PartnershipChanged partnership, Instant at) {
        var first = partnership.revisions().stream()
                .filter(revision -> revision.inForceFrom() != null)
                .min(Comparator.comparing(revision -> Objects.requireNonNull(revision.inForceFrom())));
        if (first.isEmpty()) {
            return nothing("NO_AGREEMENT", "No revision of the agreement is signed by all parties.");
        }
        return at.isBefore(Objects.requireNonNull(first.get().inForceFrom()))
                ? new Revision(first.get(), true, null)
                : nothing("AGREEMENT_ENDED", "No revision of the agreement was in force on the deal's effective date.");
    }

    private static Governing nothing(String code, String sentence) {
        return new Nothing(new Reason(code, sentence));
    }

    /// The last instant of the day: an agreement signed on the day governs the deals of the day.
    static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    }
}
