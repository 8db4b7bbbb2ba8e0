package dev.tandem.roster.activity;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.roster.terms.ActivityNorm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an activity was judged, and what was told of it.
///
/// @param settled whether it is judged, and told, as it stands
/// @param judgement null before it was confirmed for the first time
/// @param told what stands on the topic; null while nothing was told
record Published(
        boolean settled,
        @Nullable Judgement judgement,
        @Nullable ActivityChanged told) {
    static final Published NOTHING = new Published(false, null, null);

    /// By the norm that was agreed when it was confirmed, so that a later norm does not judge it again.
    ///
    /// @param norm null where none was agreed
    /// @param lacking why it does not count; empty when it passes
    record Judgement(@Nullable ActivityNorm norm, List<Reason> lacking) {
        Judgement {
            lacking = List.copyOf(lacking);
        }

        /// Of one that is to be judged; until then it does not pass.
        static Judgement pending(@Nullable ActivityNorm norm) {
            return new Judgement(norm, List.of(new Reason("NOT_JUDGED", "It is not judged yet.")));
        }

        boolean passes() {
            return lacking.isEmpty();
        }
    }

    /// The first norm is the one that counts.
    Published by(@Nullable ActivityNorm norm) {
        return new Published(false, judgement == null ? Judgement.pending(norm) : judgement, told);
    }

    Published unsettled() {
        return new Published(false, judgement, told);
    }
}
