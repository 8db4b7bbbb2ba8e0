package dev.tandem.credit.disputing;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.dispute.Dispute;
import dev.tandem.credit.plan.FiscalPeriod;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A dispute as those of the company see it who may.
///
/// @param held what of the line is not paid while it is open
/// @param overdue whether finance should have answered by now
record DisputeView(
        String id,
        RepId rep,
        long seq,
        String rule,
        @Nullable DealId deal,
        FiscalPeriod earnedIn,
        Money posted,
        Money claimed,
        Money held,
        Instant raisedAt,
        LocalDate answerBy,
        boolean overdue,
        Reason because,
        @Nullable Resolved resolution) {

    record Resolved(Dispute.Outcome outcome, Money adjustment, FiscalPeriod releasedIn, Instant at, Reason because) {}

    static DisputeView of(Dispute dispute, LocalDate today) {
        var by = dispute.resolution();
        return new DisputeView(
                dispute.id(),
                dispute.rep(),
                dispute.seq(),
                dispute.place().rule(),
                dispute.place().deal(),
                dispute.place().earnedIn(),
                dispute.posted(),
                dispute.claimed(),
                dispute.held(),
                dispute.raisedAt(),
                dispute.answerBy(),
                dispute.isOpen() && today.isAfter(dispute.answerBy()),
                dispute.because(),
                by == null
                        ? null
                        : new Resolved(by.outcome(), by.adjustment(), by.releasedIn(), by.at(), by.because()));
    }
}
