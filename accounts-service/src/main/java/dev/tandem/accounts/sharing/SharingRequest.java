package dev.tandem.accounts.sharing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Placement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// That one party asks another to show more. Nothing crosses by it: it is met once an agreement that both signed shows
/// as much.
///
/// @param from who asks; `of` who is asked to show more
/// @param closed why and by whom it was refused or taken back, while it stands null
record SharingRequest(
        String id,
        PartnershipId partnership,
        CompanyId from,
        CompanyId of,
        Asked asked,
        Said said,
        @Nullable Closed closed) {

    /// @param level at least this, of the population, with at least these fields
    record Asked(Population population, SharingLevel level, List<SharedField> fields) {
        Asked {
            fields = List.copyOf(new TreeSet<>(fields));
        }
    }

    /// @param person the token's subject
    record Said(Reason reason, String person, Instant at) {}

    /// @param by the party that closed it: who was asked refuses, who asked takes it back
    record Closed(CompanyId by, Said said) {}

    /// Where a request stands.
    enum Status {
        OPEN,
        /// An agreement in force shows as much.
        MET,
        REFUSED,
        TAKEN_BACK
    }

    SharingRequest closedBy(Closed next) {
        return new SharingRequest(id, partnership, from, of, asked, said, next);
    }

    boolean concerns(CompanyId company) {
        return from.equals(company) || of.equals(company);
    }

    /// By the agreement in force, so that it is met without anybody saying so.
    Status status(Optional<Agreement> inForce) {
        if (closed != null) {
            return closed.by().equals(of) ? Status.REFUSED : Status.TAKEN_BACK;
        }
        return inForce.filter(this::met).isPresent() ? Status.MET : Status.OPEN;
    }

    private boolean met(Agreement agreement) {
        var placement = new Placement(of, asked.population());
        var shown = agreement.sharing().fieldsFor(from, placement);
        return agreement.sharing().levelFor(from, placement).compareTo(asked.level()) >= 0
                && shown.containsAll(Set.copyOf(asked.fields()));
    }
}
