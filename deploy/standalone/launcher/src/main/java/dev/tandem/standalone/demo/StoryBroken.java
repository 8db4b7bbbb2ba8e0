package dev.tandem.standalone.demo;

/// Something did not turn out as it must; the message is the one line that says what.
final class StoryBroken extends RuntimeException {
    StoryBroken(String message) {
        super(message);
    }

    static void unless(boolean holds, String otherwise) {
        if (!holds) {
            throw new StoryBroken(otherwise);
        }
    }
}
