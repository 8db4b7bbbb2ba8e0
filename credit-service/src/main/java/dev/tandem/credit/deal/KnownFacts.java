package dev.tandem.credit.deal;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.crediting.Crediting;
import dev.tandem.credit.crediting.Facts;
import dev.tandem.kit.copy.LocalCopy.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// All that deals' credit rests on, as far as it has arrived.
@Service
public class KnownFacts {
    private static final int PAGE = 200;

    private final Deals deals;
    private final Partnerships partnerships;
    private final Counterparts counterparts;
    private final Contributions contributions;
    private final Managers managers;

    KnownFacts(
            Deals deals,
            Partnerships partnerships,
            Counterparts counterparts,
            Contributions contributions,
            Managers managers) {
        this.deals = deals;
        this.partnerships = partnerships;
        this.counterparts = counterparts;
        this.contributions = contributions;
        this.managers = managers;
    }

    /// All that the deal's credit rests on, as it is known now; empty for a deal that was never
    /// received.
    public Optional<Facts> of(PartnershipId partnership, DealId id) {
        return of(partnership, id, UnaryOperator.identity());
    }

    /// The same, had the agreement been another.
    public Optional<Facts> of(PartnershipId partnership, DealId id, UnaryOperator<PartnershipChanged> agreed) {
        return deals.find(partnership, id).map(deal -> facts(partnership, deal, agreed));
    }

    /// The ids of all deals that were received, in order.
    public void eachDeal(PartnershipId partnership, Consumer<DealId> each) {
        var page = deals.page(partnership, "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(deal -> each.accept(deal.deal()));
            page = deals.page(partnership, page.getLast().deal().value(), PAGE);
        }
    }

    private Facts facts(PartnershipId partnership, Latest<DealChanged> deal, UnaryOperator<PartnershipChanged> agreed) {
        var agreement = partnerships.find(partnership);
        var mapping = counterparts.find(partnership, deal.state().jointAccount());
        var facts = new Facts(
                        deal.state(),
                        agreement.map(Latest::state).map(agreed),
                        mapping.map(Latest::state),
                        Stream.of(Optional.of(deal), agreement, mapping)
                                .flatMap(Optional::stream)
                                .map(Latest::eventId)
                                .toList())
                .with(contributions.contributionsTo(partnership, deal.state()));
        var among = Crediting.looksAtOthers(facts) ? facts.among(others(deal.state())) : facts;
        return among.under(
                managers.above(Crediting.reporting(facts), deal.state().effectiveDate()));
    }

    private List<Facts.Other> others(DealChanged deal) {
        var others = new ArrayList<Facts.Other>();
        var page = deals.page(deal.partnership(), deal.jointAccount(), "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(
                    each -> others.add(new Facts.Other(each, contributions.contributionsTo(each.partnership(), each))));
            page = deals.page(
                    deal.partnership(),
                    deal.jointAccount(),
                    page.getLast().deal().value(),
                    PAGE);
        }
        return others;
    }
}
