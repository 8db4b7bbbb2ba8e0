package dev.tandem.credit.report;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.Line;
import dev.tandem.credit.ledger.PeriodClosed;
import dev.tandem.credit.ledger.PointLine;
import dev.tandem.credit.report.Names.Rep;
import dev.tandem.kit.store.StateCodec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Makes reports from the journal alone, so that a report as of an entry comes out the same for
/// ever.
@Service
class Reports {
    private final Ledger ledger;
    private final Names names;
    private final StateCodec codec;

    Reports(Ledger ledger, Names names, StateCodec codec) {
        this.ledger = ledger;
        this.names = names;
        this.codec = codec;
    }

    /// As of an entry.
    Report report(CompanyId reader, PartnershipChanged partnership, YearMonth period, long asOf) {
        var joint = joint(partnership.partnership(), period, asOf);
        var closing = closed(partnership.partnership(), period).map(Report.Closing::of);
        return new Report(digest(joint), joint, closing.orElse(null), names.of(reader, partnership, reps(joint)));
    }

    /// At the entry by which the period was closed, since that is what the parties signed, else at
    /// the last one.
    long entryFor(PartnershipId partnership, YearMonth period) {
        return closed(partnership, period).map(PeriodClosed::seq).orElseGet(() -> ledger.head(partnership));
    }

    private Optional<PeriodClosed> closed(PartnershipId partnership, YearMonth period) {
        return ledger.closed(partnership).stream()
                .filter(closed -> closed.period().equals(period))
                .findFirst();
    }

    private static Stream<Rep> reps(JointReport joint) {
        var points = joint.points() == null ? Stream.<PointTotals.Line>empty() : joint.points().lines().stream();
        return Stream.concat(
                joint.lines().stream().map(line -> new Rep(line.company(), line.rep())),
                points.map(line -> new Rep(line.company(), line.rep())));
    }

    JointReport joint(PartnershipId partnership, YearMonth period, long asOf) {
        var fold = new ReportFold(partnership, period);
        try (var chain = ledger.through(partnership, asOf)) {
            chain.forEachOrdered(fold::add);
        }
        return fold.report();
    }

    Optional<YearMonth> firstPosted(PartnershipId partnership, long asOf) {
        try (var chain = ledger.through(partnership, asOf)) {
            return chain.flatMap(link -> link instanceof Entry entry ? postings(entry) : Stream.empty())
                    .min(Comparator.naturalOrder());
        }
    }

    private static Stream<YearMonth> postings(Entry entry) {
        return Stream.concat(
                        entry.credits().map(Line.Credit::periods),
                        entry.gained().map(PointLine.Gained::periods))
                .map(Line.Periods::posting);
    }

    Balances balances(PartnershipId partnership, Balances.At at) {
        var fold = new Balances.Fold(at);
        try (var chain = ledger.through(partnership, at.asOf())) {
            chain.forEachOrdered(fold::add);
        }
        return fold.balances();
    }

    String digest(JointReport joint) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(codec.toJson(joint));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
