package dev.tandem.accounts;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Partnerships of acme and globex as tests need them.
public final class Alliance {
    public static final CompanyId ACME = new CompanyId("acme");
    public static final CompanyId GLOBEX = new CompanyId("globex");
    public static final PartnershipId ID = new PartnershipId("acme-globex");

    private Alliance() {}

    /// Both show all populations at this level, with these fields.
    public static PartnershipChanged sharing(int revision, SharingLevel level, SharedField... fields) {
        return sharing(revision, level, level, fields);
    }

    public static PartnershipChanged sharing(
            int revision, SharingLevel acme, SharingLevel globex, SharedField... fields) {
        var rules = Stream.of(Population.values())
                .flatMap(population -> Stream.of(
                        new SharingPolicy.Rule(ACME, population, acme, Set.of(fields)),
                        new SharingPolicy.Rule(GLOBEX, population, globex, Set.of(fields))))
                .toList();
        return of(PartnershipChanged.Status.ACTIVE, List.of(inForce(revision, new SharingPolicy(rules))));
    }

    public static PartnershipChanged withoutAgreement() {
        return of(PartnershipChanged.Status.ACTIVE, List.of());
    }

    public static PartnershipChanged cancelled(PartnershipChanged was) {
        return of(PartnershipChanged.Status.CANCELLED, was.revisions());
    }

    private static PartnershipChanged of(PartnershipChanged.Status status, List<Agreement> revisions) {
        return new PartnershipChanged(ID, "Acme and Globex", status, List.of(ACME, GLOBEX), revisions);
    }

    static Agreement inForce(int number, SharingPolicy sharing) {
        var at = Instant.parse("2026-01-01T00:00:00Z");
        return new Agreement(
                number,
                Agreement.Status.IN_FORCE,
                ACME,
                at,
                new Reason("TEST", "Agreed for the test."),
                sharing,
                new CreditingPolicy(List.of()),
                List.of(),
                at,
                null);
    }
}
