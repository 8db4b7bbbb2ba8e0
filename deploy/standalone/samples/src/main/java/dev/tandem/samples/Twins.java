package dev.tandem.samples;

import dev.tandem.samples.Opportunities.Deal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sales that both companies have on file, each as its own opportunity.
record Twins(Crm crm, Book book, List<String> owners) {

    /// Own won deals, as many as asked for, give way to the partner's.
    List<Deal> replaced(List<Deal> drawn, List<Deal> partnersDeals, int count) {
        List<Deal> shared = partnersDeals.stream()
                .filter(deal -> deal.outcome() == Outcome.WON && book.holds(deal.organisation()))
                .limit(count)
                .toList();
        List<Deal> deals = new ArrayList<>(drawn);
        int next = 0;
        for (int at = 0; at < deals.size() && next < shared.size(); at++) {
            if (deals.get(at).outcome() == Outcome.WON) {
                deals.set(at, twin(deals.get(at), shared.get(next++)));
            }
        }
        return List.copyOf(deals);
    }

    private Deal twin(Deal own, Deal partners) {
        int account = book.number(partners.organisation());
        Map<String, @Nullable String> fields = new LinkedHashMap<>(own.fields());
        fields.put("name", partners.text("name").replace(" - ", " / ") + " (joint)");
        fields.put("accountId", crm.account(account).value());
        fields.put("amount", partners.text("amount"));
        fields.put("currency", partners.text("currency"));
        fields.put("closeDate", partners.text("closeDate"));
        fields.put("ownerUser", owners.get(account));
        return new Deal(own.ref(), partners.organisation(), Outcome.WON, fields, partners.ref());
    }
}
