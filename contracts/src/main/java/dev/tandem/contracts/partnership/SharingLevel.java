package dev.tandem.contracts.partnership;

/// How much of a population the partner may see, from nothing to all; compared by ordinal, the lower the stricter.
public enum SharingLevel {
    HIDDEN,
    COUNTS_ONLY,
    OVERLAPPING_ACCOUNTS,
    ALL_ACCOUNTS;

    public boolean showsOverlappingRows() {
        return compareTo(OVERLAPPING_ACCOUNTS) >= 0;
    }
}
