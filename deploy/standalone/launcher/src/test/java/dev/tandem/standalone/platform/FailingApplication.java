package dev.tandem.standalone.platform;

/// Stands in for an application that cannot start.
final class FailingApplication {
    private FailingApplication() {}

    public static void main(String[] args) {
        if (System.getenv("NO_SUCH_STORE") == null) {
            throw new IllegalStateException("no store here");
        }
    }
}
