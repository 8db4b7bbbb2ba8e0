package dev.tandem.roster.goal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A goal of the parties together. It holds once every party agreed to it, and until one ends it.
///
/// @param ended null while it holds
record TeamGoal(
        String id,
        PartnershipId partnership,
        Text text,
        Said proposed,
        List<Said> agreed,
        @Nullable Said ended) {

    /// @param from the first month that counts, by UTC; `through` the last
    record Text(String title, YearMonth from, YearMonth through, List<Measure> measures) {
        Text {
            measures = List.copyOf(measures);
        }
    }

    /// @param target how many; of an amount, in whole units of the currency
    record Measure(
            @NotBlank @Size(max = 64) String id,
            What what,
            @Min(1) @Max(1_000_000_000_000L) long target,
            @Nullable Currency currency) {}

    /// What is counted; nothing of it is any single person's.
    enum What {
        /// Joint activities that passed the agreed norm.
        ACTIVITIES(Kind.LEADING),
        /// Introductions among them.
        INTRODUCTIONS(Kind.LEADING),
        /// Activities at which a partner who was invited came.
        PARTNERS_CAME(Kind.LEADING),
        /// Deals of the partnership that are won and stand.
        DEALS_WON(Kind.LAGGING),
        /// What these amount to, in the measure's currency.
        DEAL_AMOUNT(Kind.LAGGING);

        private final Kind kind;

        What(Kind kind) {
            this.kind = kind;
        }

        Kind kind() {
            return kind;
        }
    }

    /// Whether it tells of what is done, or of what came of it.
    enum Kind {
        LEADING,
        LAGGING
    }

    /// What a company said, why and when.
    record Said(CompanyId by, Reason reason, Instant at) {}

    /// Where a goal stands.
    enum Status {
        PROPOSED,
        AGREED,
        ENDED
    }

    TeamGoal {
        agreed = List.copyOf(agreed);
    }

    boolean isAgreedBy(CompanyId company) {
        return proposed.by().equals(company)
                || agreed.stream().anyMatch(said -> said.by().equals(company));
    }

    Status status(List<CompanyId> parties) {
        if (ended != null) {
            return Status.ENDED;
        }
        return parties.stream().allMatch(this::isAgreedBy) ? Status.AGREED : Status.PROPOSED;
    }

    List<String> allowedTo(CompanyId company) {
        if (ended != null) {
            return List.of();
        }
        return isAgreedBy(company) ? List.of("ending") : List.of("agreement", "ending");
    }

    TeamGoal agreed(Said said) {
        var all = Stream.concat(agreed.stream(), Stream.of(said)).toList();
        return new TeamGoal(id, partnership, text, proposed, all, ended);
    }

    TeamGoal ended(Said said) {
        return new TeamGoal(id, partnership, text, proposed, agreed, said);
    }
}
