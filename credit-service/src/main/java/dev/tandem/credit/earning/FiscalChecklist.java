package dev.tandem.credit.earning;

import java.util.List;

/// What is still open for a company in a fiscal period. Who closes it nevertheless says so.
record FiscalChecklist(List<Item> items) {

    /// @param blocking whether the period cannot be closed with it
    /// @param of what it is about, the first hundred: deals, reps, disputes, plans
    record Item(String code, boolean blocking, String sentence, List<String> of) {
        private static final int OF_MAX = 100;

        Item {
            of = of.stream().limit(OF_MAX).toList();
        }
    }

    FiscalChecklist {
        items = List.copyOf(items);
    }

    boolean blocks() {
        return items.stream().anyMatch(Item::blocking);
    }

    List<String> blockingSentences() {
        return items.stream().filter(Item::blocking).map(Item::sentence).toList();
    }
}
