package dev.tandem.roster.learning;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One entry of the joint playbook. The company that wrote it owns it: it alone changes it and takes it back.
///
/// @param revision counted from 1: which text it is
/// @param author the rep who wrote it; null where that is none, or was erased
/// @param because why it was written, or changed last
/// @param withdrawn null while it stands
/// @param told whether the other parties' systems hold it; `settled` whether they hold what they should
record Entry(
        String id,
        PartnershipId partnership,
        CompanyId owner,
        int revision,
        @Nullable RepId author,
        EntryText text,
        Reason because,
        Instant at,
        @Nullable Reason withdrawn,
        boolean told,
        boolean settled) {

    /// @param reviewBy the day from which nobody is to rely on it before its owner looked at it again
    record EntryText(
            Kind kind,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 10_000) String text,
            Audience audience,
            LocalDate reviewBy) {}

    /// What an entry is about.
    enum Kind {
        /// A hard question of customers, and the answer.
        ANSWER,
        /// How to meet a competitor.
        COMPETITION,
        WHAT_WORKS,
        WHAT_DOES_NOT
    }

    /// Whom it is meant for.
    enum Audience {
        /// The reps of all parties.
        EVERYBODY,
        /// Those who manage the partnership.
        MANAGERS
    }

    static Entry written(String id, PartnershipId partnership, CompanyId owner, Writing writing) {
        var because = writing.because();
        return new Entry(
                id, partnership, owner, 1, writing.author(), writing.text(), because, writing.at(), null, false, false);
    }

    /// What is written, by whom, why and when.
    record Writing(EntryText text, @Nullable RepId author, Reason because, Instant at) {}

    Entry changed(EntryText next, Reason why, Instant now) {
        return new Entry(id, partnership, owner, revision + 1, author, next, why, now, withdrawn, told, false);
    }

    Entry withdrawn(Reason why) {
        return new Entry(id, partnership, owner, revision, author, text, because, at, why, told, false);
    }

    Entry told(boolean holds) {
        return new Entry(id, partnership, owner, revision, author, text, because, at, withdrawn, holds, true);
    }

    /// What the company knows stays; who wrote it is forgotten.
    Entry withoutAuthor() {
        return new Entry(id, partnership, owner, revision, null, text, because, at, withdrawn, told, settled);
    }

    /// Stored, so that what is to be told is found.
    @JsonProperty
    boolean unsettled() {
        return !settled;
    }
}
