package dev.tandem.credit.crediting;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.WeightModel;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a share came about that is more than a plain role's.
///
/// @param grounds on which the recipient stands, as things happened; of a pool, those of all its
/// people
/// @param cappedFrom the deal's net amount, if only a part of it is credited
/// @param heldFrom the weight before a cap changed it, if one did
public record Sharing(
        Mode mode,
        WeightModel model,
        List<Ground> grounds,
        @Nullable Money cappedFrom,
        @Nullable Share heldFrom) {
    private static final int GROUNDS_SAID = 4;

    public Sharing {
        grounds = List.copyOf(grounds);
    }

    /// `Introduced on 2026-02-03 (c2) and owner`.
    String who() {
        var said = grounds.stream().limit(GROUNDS_SAID).map(Ground::toString).collect(Collectors.joining(", "));
        var more = grounds.size() > GROUNDS_SAID ? " and " + (grounds.size() - GROUNDS_SAID) + " more" : "";
        var text = mode == Mode.POOL ? "pool of those who are " + said : said;
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + more;
    }

    /// What qualifies the formula, each part beginning with a comma.
    String how() {
        var how = new StringBuilder(", weighed ").append(modelText());
        if (mode == Mode.DOUBLE) {
            how.append(", each party sharing a full 100%");
        }
        if (cappedFrom != null) {
            how.append(", since of the ").append(cappedFrom).append(" of a deal no more is credited");
        }
        if (heldFrom != null) {
            how.append(", the weight of ").append(heldFrom).append(" being moved by the cap per participant");
        }
        return how.toString();
    }

    private static String days(int count) {
        return count == 1 ? "1 day" : count + " days";
    }

    private String modelText() {
        return switch (model) {
            case WeightModel.Equal _ -> "equally";
            case WeightModel.Fixed _ -> "by fixed roles";
            case WeightModel.First _ -> "all to the first touch";
            case WeightModel.Last _ -> "all to the last touch";
            case WeightModel.Linear _ -> "the same for every touch";
            case WeightModel.Position _ -> "by the position of the touch";
            case WeightModel.TimeDecay(var halfLife) -> "by half for every " + days(halfLife) + " before the deal";
            case WeightModel.Shapley _ -> "by the Shapley value over the deals won on this joint account";
        };
    }
}
