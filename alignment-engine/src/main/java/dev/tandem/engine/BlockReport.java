package dev.tandem.engine;

import java.util.List;

/// What a block has found. Reports of one owner of a block have to come in their order.
///
/// @param term greater for each later owner of the block: what an earlier one still says does not count
public record BlockReport(int block, long term, Part part, List<Found> accounts, List<Count> counts) {
    public BlockReport {
        accounts = List.copyOf(accounts);
        counts = List.copyOf(counts);
    }

    /// Of a change; or of everything, which begins, goes on and ends.
    public enum Part {
        CHANGE,
        BEGIN,
        MORE,
        END
    }

    /// All pairs that an account has in the block; in a report of everything, those that are told of no other account.
    ///
    /// @param print of what the block was told of the account, 0 if it is not there
    public record Found(Party party, String id, long print, List<Pair> pairs) {
        public Found {
            pairs = List.copyOf(pairs);
        }
    }

    /// A pair that may be likely enough.
    ///
    /// @param rest its bits without those of the next three
    /// @param name the key of the name that both have, 0 if they have none in common
    /// @param domain the same of the domain
    /// @param phone the same of the phone number
    public record Pair(String other, float rest, long name, long domain, long phone) {}

    /// How many accounts have a key of both sides, in steps.
    public record Count(long key, int step) {}
}
