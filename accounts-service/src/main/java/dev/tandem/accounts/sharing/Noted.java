package dev.tandem.accounts.sharing;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Offline;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.SharingPolicy.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A partnership with a placeholder, as this service works with it while nobody has claimed it: the placeholder shows
/// everything to the company that brought it, and is shown nothing. Nothing crosses by that, since what it has is what
/// that company entered.
final class Noted {
    private Noted() {}

    /// Any other as it is.
    static PartnershipChanged of(PartnershipChanged given) {
        var offline = given.offline();
        return offline == null || given.status() != Status.INVITED
                ? given
                : new PartnershipChanged(
                        given.partnership(),
                        given.name(),
                        Status.ACTIVE,
                        given.parties(),
                        List.of(agreement(offline)),
                        offline);
    }

    private static Agreement agreement(Offline offline) {
        return new Agreement(
                1,
                Agreement.Status.IN_FORCE,
                offline.by(),
                Instant.EPOCH,
                new Reason("NOTED", "The partner is represented by what was entered about it."),
                shownToWhoBroughtIt(offline),
                new CreditingPolicy(List.of(), null, null, true),
                List.of(),
                Instant.EPOCH,
                null);
    }

    private static SharingPolicy shownToWhoBroughtIt(Offline offline) {
        return new SharingPolicy(Stream.of(Population.values())
                .map(population -> new Rule(
                        offline.placeholder(),
                        population,
                        SharingLevel.ALL_ACCOUNTS,
                        Set.of(SharedField.values()),
                        offline.by()))
                .toList());
    }
}
