package dev.tandem.roster.terms;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.ExpensePolicy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Who pays for a joint expense of this category, to exactly 100 %.
public record ExpenseRule(
        @NotBlank @Size(max = 64) String category,
        @Size(min = 1, max = 10) List<Part> parts) {

    /// `party` pays `share`.
    public record Part(CompanyId party, Share share) {}

    public ExpenseRule {
        parts = List.copyOf(parts);
    }

    ExpensePolicy.Category agreed() {
        var agreed = parts.stream()
                .map(part -> new ExpensePolicy.Part(part.party(), part.share()))
                .toList();
        return new ExpensePolicy.Category(category, agreed, null, null, "terms.expenses " + category);
    }
}
