package dev.tandem.credit.report;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.report.JointReport.Line;
import dev.tandem.credit.report.Report.RepName;
import dev.tandem.kit.store.StateCodec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Makes reports from the journal alone, so that a report as of an entry comes out the same for ever.
@Service
class Reports {
    private final Ledger ledger;
    private final Parties parties;
    private final StateCodec codec;

    Reports(Ledger ledger, Parties parties, StateCodec codec) {
        this.ledger = ledger;
        this.parties = parties;
        this.codec = codec;
    }

    Report report(CompanyId reader, PartnershipChanged partnership, YearMonth period, long asOf) {
        var joint = joint(partnership.partnership(), period, asOf);
        return new Report(digest(joint), joint, names(reader, partnership, joint));
    }

    private JointReport joint(PartnershipId partnership, YearMonth period, long asOf) {
        var fold = new ReportFold(partnership, period);
        try (var chain = ledger.through(partnership, asOf)) {
            chain.forEachOrdered(fold::add);
        }
        return fold.report();
    }

    private String digest(JointReport joint) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(codec.toJson(joint));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private List<RepName> names(CompanyId reader, PartnershipChanged partnership, JointReport joint) {
        return joint.lines().stream()
                .map(line -> new RepName(line.company(), line.rep(), ""))
                .distinct()
                .sorted(Comparator.comparing(RepName::company).thenComparing(RepName::rep))
                .flatMap(unnamed -> named(reader, partnership, unnamed))
                .toList();
    }

    private Stream<RepName> named(CompanyId reader, PartnershipChanged partnership, RepName rep) {
        return parties.nameOf(reader, partnership, rep.company(), rep.rep()).stream()
                .map(name -> new RepName(rep.company(), rep.rep(), name));
    }

    /// Lines for the posted-line type only.
    static String nameOf(Report report, Line line) {
        return report.names().stream()
                .filter(known ->
                        known.rep().equals(line.rep()) && known.company().equals(line.company()))
                .map(RepName::name)
                .findFirst()
                .orElse("");
    }
}
