package dev.tandem.kit.upkeep;

import dev.tandem.contracts.Reason;
import dev.tandem.kit.intake.Parked;
import dev.tandem.kit.web.Caller;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Caller.OperatorCaller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parked event as its company sees it. An operator sees that it is there and which rules it broke, but nothing that
/// may hold a company's data: no key, no message.
record ParkedView(
        String id,
        String topic,
        @Nullable String key,
        Instant parkedAt,
        Parked.Status status,
        List<Finding> findings,
        @Nullable Reason because) {

    record Finding(String field, String rule, @Nullable String message) {}

    static ParkedView of(Caller caller, Parked parked) {
        var because = parked.discarded().map(Parked.Discarded::reason).orElse(null);
        return switch (caller) {
            case CompanyCaller _ -> view(parked, parked.key(), findings(parked, true), because);
            case OperatorCaller _ -> view(parked, null, findings(parked, false), because);
        };
    }

    private static ParkedView view(
            Parked parked, @Nullable String key, List<Finding> findings, @Nullable Reason because) {
        return new ParkedView(parked.id(), parked.topic(), key, parked.parkedAt(), parked.status(), findings, because);
    }

    private static List<Finding> findings(Parked parked, boolean withMessage) {
        return parked.findings().stream()
                .map(finding -> new Finding(finding.field(), finding.rule(), withMessage ? finding.message() : null))
                .toList();
    }
}
