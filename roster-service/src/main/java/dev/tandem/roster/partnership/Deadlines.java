package dev.tandem.roster.partnership;

import dev.tandem.kit.store.Tenant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells of partnerships that ended by themselves: an invitation that expired, a notice that ran out. Reads do not wait
/// for it; other services do. Several instances may run: the first one's write is the only one.
@Component
class Deadlines {
    private static final int PART = 100;

    private final Partnerships partnerships;

    Deadlines(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    @Scheduled(
            fixedDelayString = "${tandem.roster.deadline-interval-ms:1000}",
            initialDelayString = "${tandem.roster.deadline-interval-ms:1000}")
    void settle() {
        partnerships.overdue(Tenant.PLATFORM, PART).forEach(partnerships::settle);
    }
}
