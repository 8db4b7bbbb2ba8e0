package dev.tandem.accounts.alignment;

import java.util.List;

/// Which joint accounts are counted: those of a cell that have all of some marks and none of others.
public record Counted(Cell cell, List<String> with, List<String> without) {
    public Counted {
        with = List.copyOf(with);
        without = List.copyOf(without);
    }
}
