package dev.tandem.credit.ledger;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/// One link of a partnership's chain: something posted, or a period closed. Written once and never
/// changed. Since both stand in one chain, nobody can post into a period that was closed a moment
/// before.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, defaultImpl = Entry.class)
public sealed interface Link permits Entry, PeriodClosed {
    /// Its place in the chain, from 1 without gaps.
    long seq();

    /// Id of the event or command that led to it.
    String cause();

    /// When it was made, never before the link before it.
    Instant knownAt();

    /// Hash of the link before; of nothing for the first.
    String prevHash();

    /// Over all else.
    String hash();
}
