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

/// Partnerships of two companies as tests need them.
public record Alliance(PartnershipId id, CompanyId one, CompanyId other) {

    public static Alliance of(String one, String other) {
        return new Alliance(new PartnershipId(one + "-" + other), new CompanyId(one), new CompanyId(other));
    }

    /// Both show all populations at this level, with these fields.
    public PartnershipChanged sharing(int revision, SharingLevel level, SharedField... fields) {
        return sharing(revision, level, level, fields);
    }

    /// Of any number of parties, that all show all populations at this level, with these fields.
    public static PartnershipChanged sharing(
            PartnershipId id, List<CompanyId> parties, SharingLevel level, SharedField... fields) {
        var rules = parties.stream()
                .flatMap(party -> Stream.of(Population.values())
                        .map(population -> new SharingPolicy.Rule(party, population, level, Set.of(fields))))
                .toList();
        var agreement = new Alliance(id, parties.get(0), parties.get(1)).inForce(1, new SharingPolicy(rules));
        return new PartnershipChanged(id, id.value(), PartnershipChanged.Status.ACTIVE, parties, List.of(agreement));
    }

    public PartnershipChanged sharing(int revision, SharingLevel ofOne, SharingLevel ofOther, SharedField... fields) {
        var rules = Stream.of(Population.values())
                .flatMap(population -> Stream.of(
                        new SharingPolicy.Rule(one, population, ofOne, Set.of(fields)),
                        new SharingPolicy.Rule(other, population, ofOther, Set.of(fields))))
                .toList();
        return sharing(revision, new SharingPolicy(rules));
    }

    public PartnershipChanged sharing(int revision, SharingPolicy policy) {
        return state(PartnershipChanged.Status.ACTIVE, List.of(inForce(revision, policy)));
    }

    public PartnershipChanged withoutAgreement() {
        return state(PartnershipChanged.Status.ACTIVE, List.of());
    }

    public PartnershipChanged cancelled(PartnershipChanged was) {
        return state(PartnershipChanged.Status.CANCELLED, was.revisions());
    }

    private PartnershipChanged state(PartnershipChanged.Status status, List<Agreement> revisions) {
        return new PartnershipChanged(id, one + " and " + other, status, List.of(one, other), revisions);
    }

    private Agreement inForce(int number, SharingPolicy sharing) {
        var at = Instant.parse("2026-01-01T00:00:00Z");
        return new Agreement(
                number,
                Agreement.Status.IN_FORCE,
                one,
                at,
                new Reason("TEST", "Agreed for the test."),
                sharing,
                new CreditingPolicy(List.of(), null, null, true),
                List.of(),
                at,
                null);
    }
}
