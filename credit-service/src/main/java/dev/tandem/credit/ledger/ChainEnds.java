package dev.tandem.credit.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

/// Where chains end. They have no gaps and never get shorter, so a few looks find the last link of each.
public final class ChainEnds {
    /// How far each chain was seen to reach. Only a hint.
    private final Map<String, Long> reached = new ConcurrentHashMap<>();

    /// The last `seq`, 0 for an empty chain.
    ///
    /// @param exists whether there is a link of that `seq`
    public long of(String chain, LongPredicate exists) {
        long known = reached.getOrDefault(chain, 0L);
        long step = 1;
        while (exists.test(known + step)) {
            known += step;
            step *= 2;
        }
        for (; step > 0; step /= 2) {
            known = exists.test(known + step) ? known + step : known;
        }
        reached.merge(chain, known, Math::max);
        return known;
    }
}
