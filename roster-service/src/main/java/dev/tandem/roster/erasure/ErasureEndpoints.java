package dev.tandem.roster.erasure;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.erasure.Traces.Receipt;
import dev.tandem.roster.rep.RepDirectory;
import dev.tandem.roster.rep.RepDirectory.Known;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.KafkaException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Asks for a person's erasure, and tells what is left of the person. The record without data that erases is written to
/// the company's own topic, as its CRM could: so both go the same way, and the topic forgets the person too.
@RestController
class ErasureEndpoints {
    private final RepDirectory reps;
    private final Requests requests;
    private final Traces traces;
    private final Appending appending;
    private final Clock clock;

    ErasureEndpoints(RepDirectory reps, Requests requests, Traces traces, Appending appending, Clock clock) {
        this.reps = reps;
        this.requests = requests;
        this.traces = traces;
        this.appending = appending;
        this.clock = clock;
    }

    /// Why the person is to be forgotten.
    record Why(Reason reason) {}

    @PostMapping("/roster/reps/{rep}/erasure")
    @Allowed(Role.ADMIN)
    ResponseEntity<Receipt> erase(CompanyCaller caller, @PathVariable RepId rep, IdempotencyKey key, Body<Why> body) {
        var known = found(caller, rep);
        var asked = new Asked(rep, body.read().reason(), clock.instant());
        requests.note(caller.company(), key.cause(body, 202), asked);
        send(caller.company(), known.rep().crmUser());
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(receipt(caller, known));
    }

    /// Before and after the erasure; `complete` says when it is done.
    @GetMapping("/roster/reps/{rep}/traces")
    @Allowed(Role.ADMIN)
    Receipt traces(CompanyCaller caller, @PathVariable RepId rep) {
        return receipt(caller, found(caller, rep));
    }

    private Receipt receipt(CompanyCaller caller, Known known) {
        var asked = requests.find(caller.company(), known.rep().rep()).orElse(null);
        return traces.of(caller.company(), known, asked);
    }

    private Known found(CompanyCaller caller, RepId rep) {
        return reps.find(caller.company(), rep).orElseThrow(Problem::notFound);
    }

    /// Who was erased before is not known by a user's id any more.
    private void send(CompanyId company, CrmId user) {
        try {
            if (!user.isErased()) {
                appending.erasure(company, user);
            }
        } catch (KafkaException brokerAway) {
            throw Problem.unavailable("The broker did not take it: repeat this.", Duration.ofSeconds(2));
        }
    }
}
