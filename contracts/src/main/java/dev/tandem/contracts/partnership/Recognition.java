package dev.tandem.contracts.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Recognition points for a deal that is credited: `perDeal` whole points, divided among those who took part as the
/// model weighs them. Points are no money and no credit type: they have no currency, nothing is paid for them by the
/// agreement, and they are never added to either.
///
/// @param id names it in explanations, unique among rules and roll-ups
/// @param perDeal the same for every deal, whatever it is worth
/// @param eligibility null: every confirmed contribution counts that is not later than the deal
public record Recognition(
        String id,
        int perDeal,
        WeightModel model,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Eligibility eligibility) {
    private static final int ID_MAX = 64;
    private static final int POINTS_MAX = 1_000_000;

    List<Violation> violations(String path) {
        var violations = new ArrayList<Violation>();
        if (id.isBlank() || id.length() > ID_MAX) {
            violations.add(new Violation(path + ".id", "LENGTH", "an id has 1 to " + ID_MAX + " characters"));
        }
        if (perDeal < 1 || perDeal > POINTS_MAX) {
            violations.add(new Violation(path + ".perDeal", "RANGE", "must be 1 to " + POINTS_MAX + " whole points"));
        }
        violations.addAll(model.violations(path + ".model"));
        if (eligibility != null) {
            violations.addAll(eligibility.violations(path + ".eligibility"));
        }
        return violations;
    }
}
