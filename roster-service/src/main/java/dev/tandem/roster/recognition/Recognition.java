package dev.tandem.roster.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// That a rep says somebody helped others to sell, in a joint activity that evidences it.
///
/// @param from the rep who says so
/// @param to the rep who is recognised, of the same company or a partner's
/// @param answer of another company than the one who says so; null while it waits
record Recognition(
        String id,
        PartnershipId partnership,
        Person from,
        Person to,
        Behaviour behaviour,
        String activity,
        Said said,
        @Nullable RecognitionAnswer answer) {

    /// A rep of a company.
    record Person(CompanyId company, RepId rep) {}

    /// What is recognised: nothing that can be done alone.
    enum Behaviour {
        INTRODUCED_SOMEBODY,
        SHARED_KNOWLEDGE,
        PREPARED_TOGETHER,
        COVERED_FOR_SOMEBODY,
        RESOLVED_A_CONFLICT
    }

    /// Whether the other side saw it so.
    record RecognitionAnswer(boolean confirmed, Said said) {}

    Recognition answered(RecognitionAnswer given) {
        return new Recognition(id, partnership, from, to, behaviour, activity, said, given);
    }

    boolean isConfirmed() {
        return answer != null && answer.confirmed();
    }

    /// By UTC.
    @JsonProperty
    YearMonth month() {
        return YearMonth.from(said.at().atZone(ZoneOffset.UTC));
    }

    /// Stored, so that what waits for the other side is found.
    @JsonProperty
    boolean awaited() {
        return answer == null;
    }
}
