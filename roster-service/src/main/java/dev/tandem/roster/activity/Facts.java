package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.partnership.Act;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the company that reports an activity says of it.
///
/// @param jointAccount null where it is about none, as in a training
/// @param deal towards which alone it was; null where it was towards all of the joint account
/// @param attended of the reporting company
/// @param unknown users of its CRM that are no reps yet; each becomes an attendee when it is known
/// @param invited which other parties were asked to come, whether they came or not
/// @param evidence where it can be looked up, such as the invitation or the minutes
record Facts(
        Kind kind,
        Instant start,
        int minutes,
        @Nullable JointAccountId jointAccount,
        @Nullable DealId deal,
        List<Attendee> attended,
        List<Unknown> unknown,
        List<CompanyId> invited,
        List<String> evidence) {

    /// A user of the CRM, and what this user did.
    record Unknown(CrmId user, Act act) {}

    Facts {
        attended = List.copyOf(attended);
        unknown = unknown == null ? List.of() : List.copyOf(unknown);
        invited = List.copyOf(new TreeSet<>(invited));
        evidence = List.copyOf(evidence);
    }

    Instant end() {
        return start.plusSeconds(60L * minutes);
    }

    Facts attendedBy(List<Attendee> all, List<Unknown> stillUnknown) {
        return new Facts(kind, start, minutes, jointAccount, deal, all, stillUnknown, invited, evidence);
    }
}
