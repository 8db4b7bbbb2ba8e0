package dev.tandem.roster.erasure;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.erasure.PersonErased;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the other services answered about people who were erased: the last answer of each.
@Component
final class Answers {
    /// Those that keep copies of reps.
    private static final List<String> SERVICES = List.of("accounts", "credit");

    private final Aggregates<Answer> answers;

    Answers(Stores stores) {
        this.answers = stores.aggregates("erasure_answers", Answer.class);
    }

    /// @param at when the service forgot the person; null while its answer is waited for
    /// @param places what it had looked through
    record Answer(
            String service, List<String> places, @Nullable Instant at) {}

    void note(CompanyId company, PersonErased answer) {
        answers.change(
                Tenant.of(company),
                id(answer.rep(), answer.service()),
                Cause.GIVEN,
                _ -> Change.to(new Answer(answer.service(), answer.places(), answer.at())));
    }

    List<Answer> of(CompanyId company, RepId rep) {
        return SERVICES.stream()
                .map(service -> answers.find(Tenant.of(company), id(rep, service))
                        .map(Versioned::state)
                        .orElseGet(() -> new Answer(service, List.of(), null)))
                .toList();
    }

    private static String id(RepId rep, String service) {
        return Hash.id(rep.value(), service);
    }
}
