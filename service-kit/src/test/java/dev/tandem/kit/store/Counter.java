package dev.tandem.kit.store;

/// A state small enough to see a lost update in.
record Counter(String name, int value) {
    static final Counter ZERO = new Counter("zero", 0);

    Counter next() {
        return new Counter(name, value + 1);
    }

    Counter named(String other) {
        return new Counter(other, value);
    }
}
