package dev.tandem.credit.earning;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/// One link of a company's chain: something posted, or a fiscal period closed. Written once and
/// never changed.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
sealed interface EarningLink permits EarningEntry, FiscalClosed {
    long seq();

    Instant knownAt();

    String prevHash();

    String hash();

    /// What the hash is over, but for the hash before.
    String content();
}
