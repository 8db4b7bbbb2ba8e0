package dev.tandem.credit.settlement;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/// One link of a partnership's chain of settlement: something posted, or a statement signed by
/// every party. Written once and never changed.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
sealed interface Link permits Posted, Signed {
    /// Its place in the chain, from 1 without gaps.
    long seq();

    Instant knownAt();

    String prevHash();

    String hash();

    /// What the hash is over, but for the hash before.
    String content();
}
