package dev.tandem.standalone.platform;

/// Why the platform cannot do what it was asked; the message is meant for the user, as one line (and, if a process
/// failed, the last lines of its log).
public final class PlatformException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlatformException(String message) {
        super(message);
    }

    PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
