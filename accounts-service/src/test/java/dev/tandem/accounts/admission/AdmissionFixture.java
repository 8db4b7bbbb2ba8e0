package dev.tandem.accounts.admission;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Stores;
import java.time.Clock;

/// Admission with budgets and a clock of the test's own.
public final class AdmissionFixture {
    private final Intakes intakes;
    private final Clock clock;
    public final Admission admission;
    private boolean fails;

    public AdmissionFixture(Stores stores, int firstLoad, int perDay, Clock clock) {
        this.intakes = new Intakes(stores);
        this.clock = clock;
        var settings = new AdmissionSettings(firstLoad, perDay, 0, 30, 7, 20, 5_000);
        admission = new Admission(intakes, settings, clock) {
            @Override
            public void withdrawn(PartnershipChanged partnership, CompanyId company, int accounts) {
                if (fails) {
                    fails = false;
                    throw new IllegalStateException("failed");
                }
                super.withdrawn(partnership, company, accounts);
            }
        };
    }

    /// Once, when accounts are counted that became others.
    public void failsNext() {
        fails = true;
    }

    public void release(PartnershipId partnership, CompanyId company, CompanyId by, long accounts) {
        var release = new Intake.Release(by, accounts, new Reason("TEST", "For the test."), clock.instant());
        intakes.change(partnership, company, was -> was.with(release));
    }

    public long admitted(PartnershipId partnership, CompanyId company) {
        return intakes.find(partnership, company).admitted();
    }

    public long withdrawn(PartnershipId partnership, CompanyId company) {
        return intakes.find(partnership, company).days().stream()
                .mapToLong(Intake.Day::withdrawn)
                .sum();
    }

    public long filed(PartnershipId partnership, CompanyId company) {
        return intakes.find(partnership, company).days().stream()
                .mapToLong(Intake.Day::filed)
                .sum();
    }
}
