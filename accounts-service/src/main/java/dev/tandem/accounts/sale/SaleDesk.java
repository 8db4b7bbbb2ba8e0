package dev.tandem.accounts.sale;

import dev.tandem.accounts.alignment.JointBook;
import dev.tandem.accounts.crm.Awaited;
import dev.tandem.accounts.sale.Recorded.Standing;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Takes down the deals that the parties record, and tells the platform of those that count.
@Component
public class SaleDesk {
    private final Sales sales;
    private final JointBook book;
    private final Awaited awaited;
    private final Clock clock;

    SaleDesk(Sales sales, JointBook book, Awaited awaited, Clock clock) {
        this.sales = sales;
        this.book = book;
        this.awaited = awaited;
        this.clock = clock;
    }

    /// How a record names a deal whose standing it waits for.
    public static String reference(DealId deal) {
        return "deal/" + deal;
    }

    /// What became of a deal, if it was taken down.
    public Optional<Recorded> find(DealChanged deal) {
        return sales.find(deal.partnership(), deal.jointAccount())
                .flatMap(found -> found.state().find(deal.deal()));
    }

    /// @param waiting only those with something to decide
    record Asked(CompanyId reader, PartnershipChanged partnership, boolean waiting) {}

    /// What the reader may see, by joint account, after the one given (empty for the first).
    List<Versioned<JointSales>> page(Asked asked, String afterId, int limit) {
        var rows = new ArrayList<Versioned<JointSales>>();
        var after = afterId;
        List<Versioned<JointSales>> page;
        do {
            page = sales.page(asked.partnership().partnership(), asked.waiting(), after, limit);
            page.stream()
                    .filter(each -> SalesView.visible(each.state(), asked.partnership(), asked.reader()))
                    .forEach(rows::add);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (rows.size() < limit && page.size() == limit);
        return rows.subList(0, Math.min(rows.size(), limit));
    }

    /// Takes a deal down as its owner has it; again, or an older state late, changes nothing.
    public void record(DealChanged said) {
        var lead = book.lead(said.partnership(), said.jointAccount());
        var now = sales.change(said.partnership(), said.jointAccount(), Cause.GIVEN, current -> {
            var was = current.map(Versioned::state)
                    .orElseGet(() -> JointSales.none(said.partnership(), said.jointAccount()));
            return told(was, was.recorded(said, lead, clock.instant()));
        });
        endWaiting(now.state());
    }

    /// @param word is asked once the version is known; it refuses by throwing
    Versioned<JointSales> decide(
            JointSales at, Cause.Command cause, Function<Optional<Versioned<JointSales>>, Word> word) {
        var now = sales.change(at.partnership(), at.jointAccount(), cause, current -> {
            var said = word.apply(current);
            var was = current.map(Versioned::state).orElse(at);
            return told(was, was.said(said, clock.instant()));
        });
        endWaiting(now.state());
        return now;
    }

    static Change<JointSales> told(JointSales was, JointSales next) {
        return next.equals(was) ? Change.none() : Change.to(next, news(was, next));
    }

    private static List<Outgoing> news(JointSales was, JointSales next) {
        return next.deals().stream()
                .flatMap(deal -> Optional.ofNullable(deal.sent()).stream())
                .filter(sent -> !Objects.equals(
                        sent, was.find(sent.deal()).map(Recorded::sent).orElse(null)))
                .map(sent -> Outgoing.to(Topics.DEALS, sent.deal().value(), sent))
                .toList();
    }

    /// Also for those that ended it before a crash.
    private void endWaiting(JointSales now) {
        if (now.deals().size() > 1) {
            now.deals().stream()
                    .filter(deal -> deal.standing() != Standing.WAITING)
                    .forEach(deal -> awaited.arrived(deal.owner(), reference(deal.id())));
        }
    }
}
