package dev.tandem.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a block is told of one account: all of it, or that it is not in this block, or no longer. The last one that is
/// told of an account holds, so older ones need not be kept.
///
/// @param knownAs by what other names its company knows it, as hashes, in order
public record BlockEntry(Party party, String id, @Nullable AccountRow row, List<Long> knownAs) {
    public BlockEntry {
        knownAs = List.copyOf(knownAs);
    }

    static BlockEntry none(Party party, String id) {
        return new BlockEntry(party, id, null, List.of());
    }

    /// Differs where what is told differs; 0 if the account is not there.
    long print() {
        return row == null ? 0 : Hash.of(row + " " + knownAs);
    }
}
