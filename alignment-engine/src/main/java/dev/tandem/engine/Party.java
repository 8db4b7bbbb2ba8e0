package dev.tandem.engine;

/// Whose account it is.
public enum Party {
    A,
    B;

    Party other() {
        return this == A ? B : A;
    }
}
