package dev.tandem.kit.intake;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.intake.Parked.Status;
import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Parks the events of one subscription, as far as they may be kept.
final class Parking {
    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);

    private final SubscriptionSpec<?> spec;
    private final ParkedEvents parked;
    private final ForgettingParked forgetting;
    private final Counter count;

    Parking(SubscriptionSpec<?> spec, ParkedEvents parked, Counter count) {
        this.spec = spec;
        this.parked = parked;
        this.forgetting = new ForgettingParked(parked);
        this.count = count;
    }

    void park(ConsumerRecord<byte[], byte[]> event, Status status, List<Violation> findings) {
        var keeping = spec.erased().flatMap(spec::keeping);
        keeping.map(rule -> rule.of(event))
                .orElseGet(() -> Optional.of(event))
                .ifPresentOrElse(
                        kept -> keep(kept, status, findings, keeping),
                        () -> LOG.info("Left out {}: its person was erased", ParkedEvents.idOf(event)));
    }

    /// Who was erased while it was being parked is looked for in it again: the erasure may not have met it.
    private void keep(
            ConsumerRecord<byte[], byte[]> event, Status status, List<Violation> findings, Optional<Keeping> keeping) {
        var tenant = ParkedEvents.tenantOf(event.topic());
        parked.park(tenant, event, status, findings);
        keeping.ifPresent(rule -> forgetting.apply(tenant, ParkedEvents.idOf(event), rule));
        if (spec.onlyFull()) {
            parked.supersede(tenant, event.topic(), Envelope.key(event), event.offset());
        }
        count.increment();
        LOG.warn("Parked {} as {}: {}", ParkedEvents.idOf(event), status, rules(findings));
    }

    /// Only fields and rules: a message may repeat what a company sent, and logs belong to no company.
    private static List<String> rules(List<Violation> findings) {
        return findings.stream()
                .map(finding -> finding.field() + " " + finding.rule())
                .toList();
    }

    /// Takes away what came under the key before, and the user out of what else is parked here.
    void erase(ConsumerRecord<byte[], byte[]> erasure) {
        var key = Envelope.key(erasure);
        var tenant = ParkedEvents.tenantOf(erasure.topic());
        var _ = forgetting.erase(tenant, erasure.topic(), key, erasure.offset());
        spec.erased().ifPresent(users -> {
            ErasedUsers only =
                    (company, user) -> user.value().equals(key) ? users.mark(company, user) : Optional.empty();
            var _ = forgetting.erase(
                    tenant, topic -> spec.topics().matcher(topic).matches() ? spec.keeping(only) : Optional.empty());
        });
    }
}
