package dev.tandem.standalone.cli;

/// A command line that cannot be understood; the message says in one line what is wrong with it.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message + "; ./tandem help lists what there is");
    }
}
