package dev.tandem.contracts.alignment;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.AccountRef;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What whoever has a block is told, on the internal topic `accounts.blocks.<how many there are>`, compacted, of which
/// each block has the partition of its number. The last record under a key holds, so a block can be made anew from its
/// partition.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface BlockWork {

    /// An account as it is compared, under its books and itself.
    ///
    /// @param fields by their names in the CRM contract, empty ones left out; null if it has no key in the block
    /// @param knownAs by what other names its company knows it, as hashes, in order, each hidden under the secret
    /// of the partnership
    /// @param nonce under which they are hidden; null where there are none
    record AccountTold(
            TwoBooks books,
            AccountRef account,
            @Nullable Map<String, String> fields,
            List<Long> knownAs,
            @Nullable String nonce)
            implements BlockWork {
        public AccountTold {
            fields = fields == null ? null : Collections.unmodifiableMap(new TreeMap<>(fields));
            knownAs = List.copyOf(knownAs);
        }
    }

    /// Whoever decides about the two books has to be told all that the block has of them; under the books.
    record BlockAsked(TwoBooks books) implements BlockWork {}

    /// Somebody has the block from here on, and tells all of it; under the block.
    ///
    /// @param owner what it knows itself by
    record BlockTaken(String owner) implements BlockWork {}
}
