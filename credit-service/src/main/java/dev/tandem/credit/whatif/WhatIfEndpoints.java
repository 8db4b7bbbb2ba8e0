package dev.tandem.credit.whatif;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.crediting.Crediting;
import dev.tandem.credit.crediting.Recipient;
import dev.tandem.credit.deal.KnownFacts;
import dev.tandem.credit.deal.Parties;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Questions that change nothing.
@RestController
@RequestMapping("/credit/partnerships/{partnership}")
class WhatIfEndpoints {
    private final Parties parties;
    private final KnownFacts facts;

    WhatIfEndpoints(Parties parties, KnownFacts facts) {
        this.parties = parties;
        this.facts = facts;
    }

    /// @param reasons empty for who has credit of the deal
    record WhyNotMe(DealId deal, List<Reason> reasons) {}

    /// What everybody would have, had this revision, signed or not, governed all deals so far.
    @GetMapping("/revisions/{revision}/trial")
    @Allowed({Role.ALLIANCE_MANAGER, Role.FINANCE})
    Trial trial(CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable String revision) {
        var found = found(caller, partnership).revisions().stream()
                .filter(each -> Integer.toString(each.number()).equals(revision))
                .findFirst()
                .orElseThrow(Problem::notFound);
        var fold = new Trial.Fold();
        facts.eachDeal(partnership, deal -> {
            var now = facts.of(partnership, deal).map(Crediting::target);
            var then = facts.of(partnership, deal, governedBy(found)).map(Crediting::target);
            now.ifPresent(target -> fold.add(target, then.orElseThrow()));
        });
        return fold.trial(found.number());
    }

    private static UnaryOperator<PartnershipChanged> governedBy(Agreement revision) {
        return known -> new PartnershipChanged(
                known.partnership(),
                known.name(),
                known.status(),
                known.parties(),
                List.of(revision.governing(Instant.EPOCH.minusSeconds(Integer.MAX_VALUE), null)));
    }

    /// Why the rep who asks has no credit of a deal.
    @GetMapping("/deals/{deal}/why-not-me")
    @Allowed(Role.REP)
    WhyNotMe whyNot(CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable DealId deal) {
        var found = found(caller, partnership).partnership();
        var known = facts.of(found, deal).orElseThrow(Problem::notFound);
        var reasons = parties.repOf(caller.company(), caller.person())
                .map(rep -> Crediting.whyNot(known, new Recipient(caller.company(), rep)))
                .orElse(List.of(new Reason("NOT_A_REP", "You are no rep of your company's roster.")));
        return new WhyNotMe(deal, reasons);
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
    }
}
