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
/// @param counted as those near it were judged by it; null where it did not count
/// @param asked how often another asked for it to be judged anew, so that a judgement from before is noticed
record Published(
        boolean settled,
        @Nullable Judgement judgement,
        @Nullable ActivityChanged told,
        @Nullable Counted counted,
        int asked) {
    static final Published NOTHING = new Published(false, null, null, null, 0);

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
        return new Published(false, judgement == null ? Judgement.pending(norm) : judgement, told, counted, asked);
    }

    Published unsettled() {
        return new Published(false, judgement, told, counted, asked);
    }

    Published judged(@Nullable Judgement next) {
        return new Published(false, next, told, counted, asked);
    }

    /// One near it counts now, or no longer.
    Published askedAgain() {
        return new Published(false, judgement, told, counted, asked + 1);
    }

    Published settled(@Nullable Counted now, @Nullable ActivityChanged event) {
        return new Published(true, judgement, event == null ? told : event, now, asked);
    }
}
