package dev.tandem.accounts.sale;

import dev.tandem.accounts.sale.JointSales.Question;
import dev.tandem.accounts.sale.Recorded.Standing;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;

/// Which of a joint account's deals count. Pure, so that looking again changes nothing.
///
/// What the parties said holds. What the rule found to be one sale holds while all of it is won, also when one side
/// amends its amount, or the other half of the same sale would be credited too. Whatever is not clear waits for the
/// parties; until then a deal that counts goes on counting, and one that does not yet is held back.
final class Judging {
    private final JointSales sales;
    private final List<Ruling> rulings;
    private final List<Question> open = new ArrayList<>();
    private final Instant now;

    private Judging(JointSales sales, Instant now) {
        this.sales = sales;
        this.now = now;
        this.rulings =
                new ArrayList<>(sales.rulings().stream().filter(this::holds).toList());
    }

    static JointSales of(JointSales sales, Instant now) {
        var judging = new Judging(sales, now);
        judging.groups().forEach(judging::rule);
        var standing = sales.deals().stream().map(judging::standing).toList();
        return sales.judged(standing, judging.rulings, judging.open);
    }

    private boolean holds(Ruling ruling) {
        return ruling.byPeople()
                || ruling.deals().stream()
                        .allMatch(deal -> sales.find(deal).filter(Recorded::won).isPresent());
    }

    /// Deals that no ruling settles, each with all that may be the same sale as it, by way of others too.
    private List<List<Recorded>> groups() {
        SequencedSet<Recorded> left = new LinkedHashSet<>(sales.deals().stream()
                .filter(deal -> deal.won() && oneSale(deal.id()).isEmpty())
                .toList());
        var groups = new ArrayList<List<Recorded>>();
        while (!left.isEmpty()) {
            groups.add(group(left.removeFirst(), left));
        }
        return groups;
    }

    private List<Recorded> group(Recorded first, SequencedSet<Recorded> left) {
        var group = new ArrayList<Recorded>();
        var next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
            var deal = next.remove();
            group.add(deal);
            var near = left.stream().filter(other -> possible(deal, other)).toList();
            left.removeAll(near);
            next.addAll(near);
        }
        return group;
    }

    private boolean possible(Recorded one, Recorded other) {
        return SameSale.possible(one.said(), other.said()) && !apart(one, other);
    }

    private boolean apart(Recorded one, Recorded other) {
        return rulings.stream().anyMatch(ruling -> !ruling.oneSale() && ruling.has(one.id()) && ruling.has(other.id()));
    }

    private Optional<Ruling> oneSale(DealId deal) {
        return rulings.stream()
                .filter(ruling -> ruling.oneSale() && ruling.has(deal))
                .findFirst();
    }

    private void rule(List<Recorded> group) {
        var ids = group.stream().map(Recorded::id).sorted().toList();
        if (group.size() > 1) {
            leads(group)
                    .filter(_ -> clear(group))
                    .ifPresentOrElse(lead -> rulings.add(found(ids, lead)), () -> open.add(new Question(ids)));
        }
    }

    /// One deal of each party, each surely the same sale as every other, and credited once at most so far: two that
    /// were credited apart are not made one without asking.
    private boolean clear(List<Recorded> group) {
        var owners = group.stream().map(Recorded::owner).distinct().count();
        var alike = group.stream()
                .allMatch(one -> group.stream()
                        .allMatch(other ->
                                one.equals(other) || (SameSale.sure(one.said(), other.said()) && !apart(one, other))));
        return alike
                && owners == group.size()
                && group.stream().filter(Recorded::counts).count() <= 1;
    }

    private Optional<Recorded> leads(List<Recorded> group) {
        return group.stream().filter(deal -> deal.owner().equals(sales.lead())).findFirst();
    }

    private static Ruling found(List<DealId> ids, Recorded lead) {
        var sentence = "Several parties recorded a sale of the same net amount within " + SameSale.SURE_DAYS_MAX
                + " days; the deal of record is that of " + lead.owner() + ", who leads the joint account.";
        return new Ruling(ids, lead.id(), new Reason("SAME_SALE", sentence), false);
    }

    private Recorded standing(Recorded deal) {
        var ruling = oneSale(deal.id());
        if (ruling.isPresent()) {
            var ofRecord = Objects.equals(ruling.get().dealOfRecord(), deal.id());
            return deal.standing(
                    ofRecord ? Standing.OF_RECORD : Standing.NOT_OF_RECORD,
                    ruling.get().because(),
                    now);
        }
        return open.stream().anyMatch(question -> question.deals().contains(deal.id()))
                ? asked(deal)
                : deal.standing(Standing.OF_RECORD, new Reason("ONLY_RECORD", "No other deal records this sale."), now);
    }

    private Recorded asked(Recorded deal) {
        var sentence = "Another party recorded what may be the same sale; "
                + (deal.counts() ? "this deal counts" : "this deal does not count") + " until the parties decide.";
        return deal.standing(
                deal.counts() ? Standing.OF_RECORD : Standing.WAITING, new Reason("POSSIBLY_SAME_SALE", sentence), now);
    }
}
