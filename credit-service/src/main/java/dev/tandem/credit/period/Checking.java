package dev.tandem.credit.period;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.credit.crediting.Contribution.Standing;
import dev.tandem.credit.deal.Contributing;
import dev.tandem.credit.ledger.Assessment;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.period.Checklist.Item;
import dev.tandem.credit.report.Statements.Statement;
import dev.tandem.credit.report.Statements.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/// Looks for what is still open in a period.
@Service
class Checking {
    private final Contributing contributing;
    private final Ledger ledger;

    Checking(Contributing contributing, Ledger ledger) {
        this.contributing = contributing;
        this.ledger = ledger;
    }

    Checklist checklist(PartnershipId partnership, Statement statement) {
        var items = new ArrayList<Item>();
        var waiting = statement.notCredited().stream()
                .filter(deal -> Assessment.WAITING.contains(deal.because().code()))
                .map(Waiting::deal)
                .toList();
        add(items, "DEALS_WAITING", "are not credited for want of something that may still arrive", waiting);
        var unanswered = contributing.with(Standing.CLAIMED, partnership, statement.deals());
        add(items, "CONTRIBUTIONS_UNANSWERED", "have contributions that no other party confirmed", unanswered);
        var contested = contributing.with(Standing.CONTESTED, partnership, statement.deals());
        add(items, "CONTRIBUTIONS_CONTESTED", "have contributions that another party contests", contested);
        if (!ledger.verify(partnership).findings().isEmpty()) {
            items.add(new Item("JOURNAL_BROKEN", true, "The journal is not as it was written.", List.of()));
        }
        return new Checklist(items);
    }

    private static void add(List<Item> items, String code, String what, List<DealId> deals) {
        if (!deals.isEmpty()) {
            items.add(new Item(code, false, "Deals that " + what + ": " + deals.size() + ".", deals));
        }
    }
}
