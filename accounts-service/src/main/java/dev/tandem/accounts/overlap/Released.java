package dev.tandem.accounts.overlap;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntUnaryOperator;

/// A count as it was released to both parties, of joint accounts that are counted only. It is built so that nobody
/// learns of a single account by watching it while changing the own book:
///
/// - below five nothing is told; above, it is rounded to a multiple of five, up or down by chance, the nearer the
///   likelier;
/// - it stands for a day, whatever changes; after that it is taken again only when several have come or gone since:
///   how many is drawn from five to nine when it is taken, and told to nobody;
/// - while a book is first loaded, on the first day of an agreement, it is taken again at once when so many came.
///
/// @param at when it was taken, and `under` which revision: another one that all signed is another release
/// @param truth the count that it was taken of, and `trigger` how many must come or go; told to nobody
/// @param told what both parties read; zero for too few
record Released(Terms under, Instant at, long truth, int trigger, long told) {
    static final int STEP = 5;
    private static final Duration DAY = Duration.ofDays(1);

    /// The agreement that it is released under.
    record Terms(int revision, Instant since) {}

    /// @param chance a number from 0 to below the one given
    static Released of(Terms under, Instant at, long truth, IntUnaryOperator chance) {
        var told = truth < STEP ? 0 : rounded(truth, chance);
        return new Released(under, at, truth, STEP + chance.applyAsInt(STEP), told);
    }

    private static long rounded(long truth, IntUnaryOperator chance) {
        var down = truth - truth % STEP;
        return chance.applyAsInt(STEP) < truth % STEP ? down + STEP : down;
    }

    /// Whether it stands at this time, though the count may be another one now.
    boolean standsFor(Terms now, Instant time, long nowTruth) {
        return under.revision() == now.revision()
                && (time.isBefore(under.since().plus(DAY)) ? !grown(nowTruth) : !moved(time, nowTruth));
    }

    private boolean grown(long nowTruth) {
        return told == 0 ? nowTruth >= STEP : nowTruth - truth >= trigger;
    }

    private boolean moved(Instant time, long nowTruth) {
        return !time.isBefore(at.plus(DAY)) && Math.abs(nowTruth - truth) >= trigger;
    }
}
