package dev.tandem.credit.crediting;

import dev.tandem.contracts.Share;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.WeightModel.Position;
import dev.tandem.contracts.partnership.WeightModel.TimeDecay;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The models that weigh touches, one or more of them.
final class Touches {
    private static final long HALVINGS_MAX = 60;

    private Touches() {}

    static SortedMap<Recipient, Share> each(List<Participant> touches, Function<Participant, Share> weight) {
        var weights = new TreeMap<Recipient, Share>();
        touches.forEach(touch -> weights.merge(touch.who(), weight.apply(touch), Share::plus));
        return Weights.normalised(weights);
    }

    static SortedMap<Recipient, Share> byPosition(Position position, List<Participant> touches) {
        var places = places(position, touches.size());
        if (Share.sum(places).equals(Share.NONE)) {
            return each(touches, _ -> Share.ALL);
        }
        var weights = new TreeMap<Recipient, Share>();
        for (int i = 0; i < touches.size(); i++) {
            weights.merge(touches.get(i).who(), places.get(i), Share::plus);
        }
        return Weights.normalised(weights);
    }

    /// The share of each place, before those that no touch has are divided among the others. The
    /// only touch of all is the first and the last; a middle without a share is one of the others.
    private static List<Share> places(Position position, int touches) {
        var middle = touches >= 3 && !position.middle().equals(Share.NONE) ? (touches - 1) / 2 : -1;
        var others = touches - (middle < 0 ? 2 : 3);
        var places = new ArrayList<Share>();
        for (int i = 0; i < touches; i++) {
            var first = i == 0 ? position.first() : Share.NONE;
            var last = i == touches - 1 ? position.last() : Share.NONE;
            var between = i > 0 && i < touches - 1;
            var inner = i == middle ? position.middle() : between ? part(position.others(), others) : Share.NONE;
            places.add(Share.sum(List.of(first, last, inner)));
        }
        return places;
    }

    private static Share part(Share whole, int parts) {
        return whole.times(Share.of(1, parts));
    }

    /// One at the deal's own date, a half per half-life before it, and a straight line between.
    static Share decayed(TimeDecay decay, LocalDate on, DealChanged deal) {
        var days = Math.max(0, ChronoUnit.DAYS.between(on, deal.effectiveDate()));
        var halvings = days / decay.halfLifeDays();
        if (halvings >= HALVINGS_MAX) {
            return halved(HALVINGS_MAX);
        }
        var beyond = days % decay.halfLifeDays();
        return halved(halvings).times(Share.of(2L * decay.halfLifeDays() - beyond, 2L * decay.halfLifeDays()));
    }

    private static Share halved(long times) {
        return new Share(BigInteger.ONE, BigInteger.TWO.pow(Math.toIntExact(times)));
    }
}
