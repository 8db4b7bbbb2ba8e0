package dev.tandem.credit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads a chain from its beginning and names every entry that was changed, removed or put
/// elsewhere.
///
/// @param entries how many were read
/// @param headHash of the last one, empty for an empty chain
/// @param findings none for a chain that is whole
public record Verification(long entries, String headHash, List<Finding> findings) {

    /// @param seq of the entry that is not as it was written, or does not follow what stands before
    /// it
    public record Finding(long seq, String rule, String sentence) {}

    static Verification of(Stream<? extends Link> chain) {
        var reader = new Reader();
        chain.forEachOrdered(reader::read);
        return new Verification(reader.entries, reader.hash, List.copyOf(reader.findings));
    }

    private static final class Reader {
        private long entries;
        private long seq;
        private String hash = Seal.NOTHING;
        private final List<Finding> findings = new ArrayList<>();

        void read(Link entry) {
            check(entry, entry.seq() == seq + 1, "SEQ_GAP", "does not follow entry " + seq);
            check(entry, entry.prevHash().equals(hash), "PREV_HASH", "is not chained to the entry before it");
            check(entry, entry.hash().equals(Seal.hashOf(entry)), "HASH", "is not as it was written");
            entries++;
            seq = entry.seq();
            hash = entry.hash();
        }

        private void check(Link entry, boolean holds, String rule, String what) {
            if (!holds) {
                findings.add(new Finding(entry.seq(), rule, "Entry " + entry.seq() + " " + what + "."));
            }
        }
    }
}
