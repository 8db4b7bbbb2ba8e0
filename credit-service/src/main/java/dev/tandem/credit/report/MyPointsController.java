package dev.tandem.credit.report;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.PointLine;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Role;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A rep's own recognition points: every line that was ever posted to them, with its reason. Empty for a caller who is
/// no rep.
@RestController
class MyPointsController {
    private final Parties parties;
    private final Ledger ledger;

    MyPointsController(Parties parties, Ledger ledger) {
        this.parties = parties;
        this.ledger = ledger;
    }

    record MyPoints(
            PartnershipId partnership,
            long seq,
            Instant knownAt,
            DealId deal,
            YearMonth originPeriod,
            YearMonth postingPeriod,
            long points,
            Reason because) {
        /// One entry holds at most one line of a rep per month.
        private String position() {
            return "%s/%012d/%s".formatted(partnership, seq, originPeriod);
        }
    }

    @GetMapping("/credit/me/points")
    @Allowed(Role.REP)
    Page<MyPoints> mine(CompanyCaller caller, Paging paging) {
        var after = paging.after().orElse("");
        var rows = parties.repOf(caller.company(), caller.person()).stream()
                .flatMap(rep -> points(caller, rep))
                .filter(each -> each.position().compareTo(after) > 0)
                .sorted(Comparator.comparing(MyPoints::position))
                .limit(paging.fetch())
                .toList();
        return paging.page(rows, MyPoints::position);
    }

    private Stream<MyPoints> points(CompanyCaller caller, RepId rep) {
        return parties.partnershipsOf(caller.company()).stream()
                .map(PartnershipChanged::partnership)
                .flatMap(partnership -> points(partnership, caller, rep).stream());
    }

    private List<MyPoints> points(PartnershipId partnership, CompanyCaller caller, RepId rep) {
        return ledger.withPointsOf(partnership, rep).stream()
                .flatMap(entry -> entry.gained()
                        .filter(each -> each.company().equals(caller.company())
                                && each.rep().equals(rep))
                        .map(each -> mine(partnership, entry, each)))
                .toList();
    }

    private static MyPoints mine(PartnershipId partnership, Entry entry, PointLine.Gained gained) {
        return new MyPoints(
                partnership,
                entry.seq(),
                entry.knownAt(),
                entry.deal().deal(),
                gained.periods().origin(),
                gained.periods().posting(),
                gained.points(),
                gained.because().reason());
    }
}
