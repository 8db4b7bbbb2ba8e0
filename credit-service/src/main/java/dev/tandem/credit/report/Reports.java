package dev.tandem.credit.report;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.report.Names.Rep;
import dev.tandem.kit.store.StateCodec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Makes reports from the journal alone, so that a report as of an entry comes out the same for ever.
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

    Report report(CompanyId reader, PartnershipChanged partnership, YearMonth period, long asOf) {
        var joint = joint(partnership.partnership(), period, asOf);
        return new Report(digest(joint), joint, names.of(reader, partnership, reps(joint)));
    }

    private static Stream<Rep> reps(JointReport joint) {
        return joint.lines().stream().map(line -> new Rep(line.company(), line.rep()));
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
}
