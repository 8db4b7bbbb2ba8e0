package dev.tandem.roster.learning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.learning.Entry.Audience;
import dev.tandem.roster.partnership.Agreements;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who may read which entry: what is of others only while an agreement is in force, what is for managers only they.
@Component
class ReadableEntries {
    private final Entries entries;
    private final Agreements agreements;

    ReadableEntries(Entries entries, Agreements agreements) {
        this.entries = entries;
        this.agreements = agreements;
    }

    /// Who reads, and whether what is of others may be read.
    record Reader(CompanyId company, boolean crosses, boolean manages) {
        boolean sees(Entry entry) {
            var own = entry.owner().equals(company);
            return (own || crosses) && (manages || entry.text().audience() == Audience.EVERYBODY);
        }
    }

    /// @throws dev.tandem.kit.web.ProblemException 404 for who is no party
    Reader reader(CompanyCaller caller, PartnershipId id) {
        var partnership = agreements.of(caller.company(), id).orElseThrow(Problem::notFound);
        var manages = caller.has(Role.ALLIANCE_MANAGER) || caller.has(Role.ADMIN);
        return new Reader(caller.company(), partnership.inForce().isPresent(), manages);
    }

    /// What was taken back, for its owner alone.
    Optional<Entry> find(Reader reader, PartnershipId id, String entry) {
        return entries.find(id, entry)
                .filter(found -> found.withdrawn() == null || found.owner().equals(reader.company()))
                .filter(reader::sees);
    }
}
