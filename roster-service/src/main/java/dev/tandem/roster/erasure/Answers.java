package dev.tandem.roster.erasure;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.erasure.PersonErased;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.rep.RepDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the other services answered about people who were erased: the last answer of each.
@Component
final class Answers {
    /// Those that keep copies of reps.
    private static final List<String> SERVICES = List.of("accounts", "credit");

    /// By how much a service's clock may be behind ours.
    private static final Duration SKEW_MAX = Duration.ofMinutes(1);

    private final Aggregates<Answer> answers;
    private final RepDirectory reps;

    Answers(Stores stores, RepDirectory reps) {
        this.reps = reps;
        this.answers = stores.aggregates("erasure_answers", Answer.class);
    }

    /// @param at when the service forgot the person; null while its answer is waited for
    /// @param places what it had looked through
    /// @param parkedRecords how many parked records it took the person out of; null where it did not say
    record Answer(
            String service,
            List<String> places,
            @Nullable Long parkedRecords,
            @Nullable Instant at) {}

    void note(CompanyId company, PersonErased answer) {
        answers.change(
                Tenant.of(company),
                id(answer.rep(), answer.service()),
                Cause.GIVEN,
                _ -> Change.to(new Answer(answer.service(), answer.places(), answer.parkedRecords(), answer.at())));
    }

    /// Of each service; an answer about an erasure before the person came back does not count.
    List<Answer> of(CompanyId company, RepChanged rep) {
        var since = reps.erasedSince(company, rep.crmUser()).map(at -> at.minus(SKEW_MAX));
        return SERVICES.stream()
                .map(service -> answers.find(Tenant.of(company), id(rep.rep(), service))
                        .map(Versioned::state)
                        .filter(answer -> isSince(answer, since.orElse(Instant.MAX)))
                        .orElseGet(() -> new Answer(service, List.of(), null, null)))
                .toList();
    }

    private static boolean isSince(Answer answer, Instant since) {
        var at = answer.at();
        return at != null && !at.isBefore(since);
    }

    private static String id(RepId rep, String service) {
        return Hash.id(rep.value(), service);
    }
}
