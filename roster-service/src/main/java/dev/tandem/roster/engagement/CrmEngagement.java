package dev.tandem.roster.engagement;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.roster.rep.CrmFields;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An engagement as a CRM sends it, or a file: `partnership`, `jointAccount`, `engagement`, `opportunity` (its own),
/// `stage` and `because`.
///
/// @param engagement one that another party opened, in which this takes part; null: the CRM's own, which it opens
/// @param because why it is at this stage; no other company reads it
record CrmEngagement(
        PartnershipId partnership,
        JointAccountId jointAccount,
        @Nullable String engagement,
        @Nullable CrmId opportunity,
        Stage stage,
        Reason because) {
    private static final int ID_MAX = 128;

    /// @param recorded why, where nothing is said; its code names by which way it came
    /// @throws dev.tandem.kit.intake.Unprocessable naming each field that cannot be read
    static CrmEngagement of(Map<String, @Nullable String> fields, Reason recorded) {
        var reading = new CrmFields(fields);
        var partnership = reading.required("partnership", PartnershipId::new, "send the id of the partnership");
        var account = reading.required("jointAccount", JointAccountId::new, "send the id of the joint account");
        var engagement = reading.optional("engagement", CrmEngagement::id, "send the id that you were told it by");
        var opportunity = reading.optional("opportunity", CrmId::new, "send the id of an opportunity of yours");
        var stage = reading.required("stage", Stage::valueOf, "send one of " + Arrays.toString(Stage.values()));
        var because =
                reading.optional("because", text -> new Reason(recorded.code(), text), "send 1,000 characters at most");
        reading.requireSound();
        return new CrmEngagement(
                Objects.requireNonNull(partnership),
                Objects.requireNonNull(account),
                engagement,
                opportunity,
                Objects.requireNonNull(stage),
                Optional.ofNullable(because).orElse(recorded));
    }

    private static String id(String text) {
        if (text.length() > ID_MAX) {
            throw new IllegalArgumentException("too long");
        }
        return text;
    }
}
