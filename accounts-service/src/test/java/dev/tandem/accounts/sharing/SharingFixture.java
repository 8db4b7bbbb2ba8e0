package dev.tandem.accounts.sharing;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Incoming;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/// What governs, as tests need it.
public final class SharingFixture {
    private static final AtomicLong SEQ = new AtomicLong();

    private SharingFixture() {}

    /// Known from now on, though the one writer of the alignment has not come to it.
    public static void keep(Partnerships partnerships, PartnershipChanged state) {
        partnerships.keep(event(state));
    }

    /// Known from now on, and told to the one writer of the alignment.
    public static void govern(Governance governance, PartnershipChanged state) {
        governance.on(event(state));
    }

    /// That has walks begin which nobody takes.
    public static Governance sendingNobody(ApplicationContext running) {
        return new Governance(running.getBean(Partnerships.class), running.getBean(Governings.class)) {
            @Override
            public boolean walk(PartnershipId id, @Nullable String place) {
                return true;
            }
        };
    }

    private static Incoming<PartnershipChanged> event(PartnershipChanged state) {
        var seq = SEQ.incrementAndGet();
        var key = state.partnership().value();
        var place = new Incoming.Place(Topics.PARTNERSHIPS.name(), 0, seq);
        return new Incoming<>(place, key, "id-" + seq, "test", Instant.EPOCH, seq, Optional.empty(), state);
    }
}
