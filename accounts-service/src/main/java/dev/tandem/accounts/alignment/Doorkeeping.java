package dev.tandem.accounts.alignment;

import dev.tandem.accounts.admission.Admission;
import dev.tandem.accounts.sharing.Governance;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.partnership.PartnershipChanged;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has accounts that wait let in once there is room for them: on another day, or when the partners release some.
/// Several instances may do so: what is let in is decided by the one writer.
@Component
class Doorkeeping {
    private final Admission admission;
    private final Entrance entrance;
    private final Partnerships partnerships;
    private final Governance governance;

    Doorkeeping(Admission admission, Entrance entrance, Partnerships partnerships, Governance governance) {
        this.admission = admission;
        this.entrance = entrance;
        this.partnerships = partnerships;
        this.governance = governance;
    }

    @Scheduled(
            fixedDelayString = "${tandem.admission.interval-ms:10000}",
            initialDelayString = "${tandem.admission.interval-ms:10000}")
    void open() {
        admission.waiting().stream()
                .flatMap(id -> partnerships.find(id).stream())
                .filter(this::hasRoom)
                .forEach(partnership -> governance.walk(partnership.partnership(), Alignment.WAITING));
    }

    private boolean hasRoom(PartnershipChanged partnership) {
        return admission.hasRoom(partnership, entrance.terms(partnership).closed());
    }
}
