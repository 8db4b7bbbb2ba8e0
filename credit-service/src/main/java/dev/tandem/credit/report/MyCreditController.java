package dev.tandem.credit.report;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.Line;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A rep's own credit: every line that was ever posted to them, with its reason. Empty for a caller who is no rep.
@RestController
class MyCreditController {
    private final Parties parties;
    private final Ledger ledger;

    MyCreditController(Parties parties, Ledger ledger) {
        this.parties = parties;
        this.ledger = ledger;
    }

    record MyCredit(
            PartnershipId partnership,
            long seq,
            Instant knownAt,
            DealId deal,
            LocalDate effectiveDate,
            YearMonth originPeriod,
            YearMonth postingPeriod,
            CreditType creditType,
            Money amount,
            Reason because) {
        /// One entry holds at most one line of a rep per month, type and currency.
        private String position() {
            return "%s/%012d/%s/%s/%s".formatted(partnership, seq, originPeriod, creditType, amount.currencyCode());
        }
    }

    @GetMapping("/credit/me/credits")
    @Allowed(Role.REP)
    Page<MyCredit> mine(CompanyCaller caller, Paging paging) {
        var after = paging.after().orElse("");
        var rows = parties.repOf(caller.company(), caller.person()).stream()
                .flatMap(rep -> credits(caller, rep))
                .filter(credit -> credit.position().compareTo(after) > 0)
                .sorted(Comparator.comparing(MyCredit::position))
                .limit(paging.fetch())
                .toList();
        return paging.page(rows, MyCredit::position);
    }

    private Stream<MyCredit> credits(CompanyCaller caller, RepId rep) {
        return parties.partnershipsOf(caller.company()).stream()
                .map(PartnershipChanged::partnership)
                .flatMap(partnership -> credits(partnership, caller, rep).stream());
    }

    private List<MyCredit> credits(PartnershipId partnership, CompanyCaller caller, RepId rep) {
        return ledger.ofRep(partnership, rep).stream()
                .flatMap(entry -> entry.credits()
                        .filter(credit -> credit.company().equals(caller.company())
                                && credit.rep().equals(rep))
                        .map(credit -> mine(partnership, entry, credit)))
                .toList();
    }

    private static MyCredit mine(PartnershipId partnership, Entry entry, Line.Credit credit) {
        return new MyCredit(
                partnership,
                entry.seq(),
                entry.knownAt(),
                entry.deal().deal(),
                entry.deal().effectiveDate(),
                credit.periods().origin(),
                credit.periods().posting(),
                credit.creditType(),
                credit.amount(),
                credit.because().reason());
    }
}
