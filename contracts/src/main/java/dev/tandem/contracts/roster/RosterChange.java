package dev.tandem.contracts.roster;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who sells for whom, and with whom, on the compacted topic `tandem.rosters`.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface RosterChange {

    /// Key `rep/<rep>`, full state. The only event with a person's name.
    ///
    /// @param crmUser the rep's user in the company's CRM; of an erased person a mark in its place
    /// @param spells what held of the rep over which days, in their order and without gaps, those to come included;
    /// null in what was written before this was told
    record RepChanged(
            RepId rep,
            CompanyId company,
            CrmId crmUser,
            String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable String territory,
            Status status,
            @Nullable List<Spell> spells)
            implements RosterChange {
        public RepChanged {
            spells = spells == null ? null : List.copyOf(spells);
        }

        /// Without spells: what holds now is all that is known.
        public RepChanged(
                RepId rep,
                CompanyId company,
                CrmId crmUser,
                String name,
                @Nullable String email,
                @Nullable String role,
                @Nullable String territory,
                Status status) {
            this(rep, company, crmUser, name, email, role, territory, status, null);
        }

        /// What held of the rep on a day; empty where that is not known.
        public Optional<Spell> on(LocalDate day) {
            return spells == null
                    ? Optional.empty()
                    : spells.stream().filter(spell -> spell.covers(day)).findFirst();
        }
    }

    /// What held of a rep from the day `from` to before the day `until` (null: still). The first of a rep who was
    /// there when we learnt of the rep begins on 1970-01-01.
    ///
    /// @param manager whom the rep reported to; null for nobody, or for somebody who is not known yet
    record Spell(
            LocalDate from,
            @Nullable LocalDate until,
            Status status,
            @Nullable String role,
            @Nullable String territory,
            @Nullable RepId manager) {
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /// A rep who left keeps the id, and the credit earned under it.
    enum Status {
        ACTIVE,
        LEFT
    }

    /// Key `mapping/<joint account>`, full state with history: who worked the joint account for each party, and when.
    record CounterpartsChanged(PartnershipId partnership, JointAccountId jointAccount, List<Assignment> assignments)
            implements RosterChange {
        public CounterpartsChanged {
            assignments = List.copyOf(assignments);
        }

        /// Who was assigned at an instant.
        public List<Assignment> at(Instant at) {
            return assignments.stream().filter(a -> a.covers(at)).toList();
        }
    }

    /// `rep` worked the joint account for `company` from `from` until `until` (exclusive; null: still).
    record Assignment(
            CompanyId company,
            RepId rep,
            Instant from,
            @Nullable Instant until,
            Reason because) {
        public boolean covers(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }
}
