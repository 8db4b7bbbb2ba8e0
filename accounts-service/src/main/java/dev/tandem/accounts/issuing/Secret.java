package dev.tandem.accounts.issuing;

/// What the ids of one partnership are keyed with. It never leaves the store.
record Secret(String text) {
    @Override
    public String toString() {
        return "a secret";
    }
}
