package dev.tandem.kit.store;

/// Why an aggregate is asked to change, and so how a repetition of the same cause is recognised in its document.
public sealed interface Cause {

    /// A platform event: `seq` rises per source; what is not above the last applied was applied before.
    record Event(String source, long seq) implements Cause {}

    /// A client's command under an idempotency key; the last 64 are remembered for 24 hours.
    ///
    /// @param keyHash of company, operation and key
    /// @param bodyHash another body under the same key is refused
    /// @param status the HTTP status that a replay answers again
    record Command(String keyHash, String bodyHash, int status) implements Cause {}

    /// The decision itself recognises repetition, by looking at the state.
    record Given() implements Cause {}

    Cause GIVEN = new Given();
}
