package dev.tandem.kit.delivery;

import java.util.List;

/// Every event that was applied to one company, in the order of its application.
record Tally(List<String> names) {
    Tally and(String name) {
        return new Tally(java.util.stream.Stream.concat(names.stream(), java.util.stream.Stream.of(name))
                .toList());
    }
}
