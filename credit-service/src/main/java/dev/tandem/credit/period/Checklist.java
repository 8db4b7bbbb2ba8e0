package dev.tandem.credit.period;

import dev.tandem.contracts.DealId;
import java.util.List;

/// What is still open in a period. Who closes it nevertheless says so.
record Checklist(List<Item> items) {

    /// @param blocking whether the period cannot be closed with it
    record Item(String code, boolean blocking, String sentence, List<DealId> deals) {
        Item {
            deals = List.copyOf(deals);
        }
    }

    Checklist {
        items = List.copyOf(items);
    }

    boolean blocks() {
        return items.stream().anyMatch(Item::blocking);
    }
}
