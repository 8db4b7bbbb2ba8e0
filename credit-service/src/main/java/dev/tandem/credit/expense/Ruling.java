package dev.tandem.credit.expense;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.ExpensePolicy;
import dev.tandem.contracts.partnership.ExpensePolicy.Category;
import dev.tandem.contracts.partnership.ExpensePolicy.Local;
import dev.tandem.contracts.partnership.ExpensePolicy.Part;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.crediting.LargestRemainder;
import dev.tandem.credit.crediting.Split;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Decides about one expense: a pure function of what was spent and of the agreement in force on that day.
public final class Ruling {
    private final Spent spent;
    private final Agreement agreement;
    private final ExpensePolicy policy;
    private final Category category;
    private final List<Reason> because = new ArrayList<>();

    private Ruling(Spent spent, Agreement agreement, ExpensePolicy policy, Category category) {
        this.spent = spent;
        this.agreement = agreement;
        this.policy = policy;
        this.category = category;
    }

    public static Ruled of(Spent spent, PartnershipChanged partnership) {
        if (!partnership.parties().contains(spent.host())
                || !partnership.parties().contains(spent.payer())) {
            return Ruled.Undecided.of("host", "NOT_A_PARTY", "must be one of the parties");
        }
        var agreement = on(partnership, spent.on());
        var policy = agreement.map(Agreement::expenses);
        if (agreement.isEmpty() || policy.isEmpty()) {
            return Ruled.Undecided.of("on", "NO_AGREEMENT", "no agreement of that day says how expenses are shared");
        }
        return policy.get()
                .category(spent.category())
                .map(category -> new Ruling(spent, agreement.get(), policy.get(), category).ruled())
                .orElseGet(() -> Ruled.Undecided.of(
                        "category", "NOT_SHARED", "the agreement of that day shares no expenses of this category"));
    }

    private static Optional<Agreement> on(PartnershipChanged partnership, LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
        return partnership.inForceAt(end);
    }

    private record Whose(List<CompanyId> parties, String clause, String how) {}

    private Ruled ruled() {
        var whose = policy.local().stream()
                .filter(local -> local.covers(spent.country(), spent.activity()))
                .max(Comparator.comparingInt(Local::precision))
                .map(local -> new Whose(List.of(local.party()), local.clause(), "a local rule"))
                .orElseGet(this::byCategory);
        because.add(new Reason(
                "PREVAILS",
                "The rules of %s prevail, %s, by clause %s of agreement revision %d."
                        .formatted(names(whose.parties()), whose.how(), whose.clause(), agreement.number())));
        var limits = Limits.of(policy, whose.parties(), spent);
        if (limits.unknown().isPresent()) {
            return limits.unknown().get();
        }
        var shared = shared(limits);
        var parts = LargestRemainder.divide(shared, weights());
        parts.forEach((party, split) -> because.add(
                new Reason("BEARS", party + " bears " + split.formula() + ", by clause " + category.clause() + ".")));
        return shared(whose, shared, parts);
    }

    private Ruled.Shared shared(Whose whose, Money shared, Map<CompanyId, Split> parts) {
        return new Ruled.Shared(
                agreement.number(),
                whose.parties(),
                whose.clause(),
                shared,
                spent.amount().minus(shared),
                parts,
                because);
    }

    private Whose byCategory() {
        var clause = category.clause();
        return switch (category.whose()) {
            case STRICTER_OF ->
                new Whose(category.parts().stream().map(Part::party).sorted().toList(), clause, "the stricter of each");
            case HOST -> new Whose(List.of(spent.host()), clause, "the host's");
            case PAYER -> new Whose(List.of(spent.payer()), clause, "the payer's");
            case PARTY -> new Whose(List.of(Objects.requireNonNull(category.party())), clause, "the named party's");
        };
    }

    private static String names(List<CompanyId> parties) {
        return parties.stream().map(CompanyId::value).collect(Collectors.joining(" and "));
    }

    /// What of the amount the limits leave.
    private Money shared(Limits limits) {
        limits.bans().forEach(ban -> because.add(new Reason("BANNED", ban + ": nothing is shared.")));
        if (!limits.bans().isEmpty()) {
            return Money.zero(spent.amount().currency());
        }
        var allowed = spent.amount();
        for (var cap : limits.caps()) {
            var most = new Money(
                    cap.perHead().amountMinor().multiply(BigInteger.valueOf(spent.heads())),
                    spent.amount().currency());
            because.add(capped(cap, most));
            allowed = most.amountMinor().compareTo(allowed.amountMinor()) < 0 ? most : allowed;
        }
        return allowed;
    }

    private Reason capped(Limits.Cap cap, Money most) {
        var bites = most.amountMinor().compareTo(spent.amount().amountMinor()) < 0;
        return new Reason(
                bites ? "CAPPED" : "WITHIN_CAP",
                "%s %s allows %s a head, for %d heads %s; %s were spent."
                        .formatted(cap.party(), cap.clause(), cap.perHead(), spent.heads(), most, spent.amount()));
    }

    private Map<CompanyId, Share> weights() {
        var weights = new TreeMap<CompanyId, Share>();
        category.parts().forEach(part -> weights.put(part.party(), part.share()));
        return weights;
    }
}
