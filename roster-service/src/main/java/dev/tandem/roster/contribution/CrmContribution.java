package dev.tandem.roster.contribution;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.roster.rep.CrmFields;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A contribution as a CRM sends it: `partnership`, `jointAccount`, `deal`, `user` (its own), `act`, `on` and
/// `evidence`.
///
/// @param deal null: towards every deal of the joint account that is not older
/// @param evidence where the company finds what shows it; no other company reads it
record CrmContribution(
        PartnershipId partnership,
        JointAccountId jointAccount,
        @Nullable DealId deal,
        CrmId user,
        Act act,
        LocalDate on,
        String evidence) {
    private static final int EVIDENCE_MAX = 500;
    private static final CrmId NOBODY = new CrmId("withdrawn");

    /// @throws Unprocessable naming each field that cannot be read
    static CrmContribution of(CrmChange change) {
        var reading = new CrmFields(change.fields());
        var partnership = reading.required("partnership", PartnershipId::new, "send the id of the partnership");
        var account = reading.required("jointAccount", JointAccountId::new, "send the id of the joint account");
        var deal = reading.optional("deal", DealId::new, "send the id of the deal, as you were told it");
        var user = reading.required("user", CrmId::new, "send the id of a user of yours");
        var act = reading.required("act", Act::valueOf, "send one of " + Arrays.toString(Act.values()));
        var on = reading.required("on", LocalDate::parse, "send a date such as 2026-03-02");
        var evidence = reading.required("evidence", CrmContribution::evidence, "send 1 to 500 characters");
        reading.requireSound();
        return new CrmContribution(
                Objects.requireNonNull(partnership),
                Objects.requireNonNull(account),
                deal,
                Objects.requireNonNull(user),
                Objects.requireNonNull(act),
                Objects.requireNonNull(on),
                Objects.requireNonNull(evidence));
    }

    CrmContribution withoutUser() {
        return new CrmContribution(partnership, jointAccount, deal, NOBODY, act, on, "");
    }

    private static String evidence(String text) {
        if (text.length() > EVIDENCE_MAX) {
            throw new IllegalArgumentException("too long");
        }
        return text;
    }
}
