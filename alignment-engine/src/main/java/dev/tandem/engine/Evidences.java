package dev.tandem.engine;

/// What speaks for pairs of accounts that are there.
interface Evidences {
    /// Takes pairs of one account.
    @FunctionalInterface
    interface Taker {
        void take(String other, float bits);
    }

    boolean has(Party party, String account);

    /// Tells the pairs of an account that come to [Alignment#FLOOR] at least.
    void pairs(Party party, String account, Taker taker);

    /// The evidence for any two accounts.
    float bits(String idOfA, String idOfB);
}
