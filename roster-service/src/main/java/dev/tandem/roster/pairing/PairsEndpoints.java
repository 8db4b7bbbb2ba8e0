package dev.tandem.roster.pairing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.pairing.PairingViews.PairView;
import dev.tandem.roster.pairing.PairingViews.Side;
import dev.tandem.roster.pairing.Plan.Member;
import dev.tandem.roster.pairing.Plan.Paired;
import dev.tandem.roster.pairing.Staff.View;
import dev.tandem.roster.partnership.Agreements;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who works with whom, over HTTP. Read by what holds now: a pair of somebody who has left, or under no agreement, is
/// none.
@RestController
class PairsEndpoints {
    private static final int PARTNERSHIPS_MAX = 1_000;

    private final Plans plans;
    private final Agreements agreements;
    private final Staff staff;

    PairsEndpoints(Plans plans, Agreements agreements, Staff staff) {
        this.plans = plans;
        this.agreements = agreements;
        this.staff = staff;
    }

    /// The agreed pairs of the caller's reps, or those of the proposal that waits.
    @GetMapping("/roster/partnerships/{id}/pairs")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<PairView> list(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            Paging paging,
            @RequestParam(defaultValue = "false") boolean proposed) {
        if (agreements.of(caller.company(), id).isEmpty()) {
            throw Problem.notFound();
        }
        var after = paging.after().orElse("");
        var rows = pairs(caller.company(), id, proposed)
                .filter(paired -> position(paired).compareTo(after) > 0)
                .sorted(Comparator.comparing(PairsEndpoints::position))
                .limit(paging.fetch())
                .map(paired -> view(caller.company(), id, paired))
                .toList();
        return paging.page(rows, PairView::position);
    }

    /// Empty for a caller who is no rep.
    @GetMapping("/roster/me/pairs")
    @Allowed(Role.REP)
    Page<PairView> mine(CompanyCaller caller) {
        var rows = staff.person(caller.company(), caller.person()).stream()
                .flatMap(rep -> agreements.page(caller.company(), "", PARTNERSHIPS_MAX).stream()
                        .flatMap(partnership -> mine(caller.company(), partnership, rep)));
        return new Page<>(rows.toList(), null);
    }

    private Stream<PairView> mine(CompanyId company, PartnershipId partnership, RepId rep) {
        return pairs(company, partnership, false)
                .filter(paired -> paired.has(rep))
                .map(paired -> view(company, partnership, paired));
    }

    private Stream<Paired> pairs(CompanyId viewer, PartnershipId id, boolean proposed) {
        if (agreements
                .of(viewer, id)
                .filter(found -> found.inForce().isPresent())
                .isEmpty()) {
            return Stream.empty();
        }
        var plan = plans.find(id);
        var open = plan.open() == null ? List.<Paired>of() : plan.open().pairs();
        return (proposed ? open : plan.agreed())
                .stream()
                        .filter(paired -> paired.isOf(viewer))
                        .filter(paired -> isThere(paired.one()) && isThere(paired.other()));
    }

    private boolean isThere(Member member) {
        return staff.isActive(member.company(), member.rep());
    }

    private static String position(Paired paired) {
        return paired.one().rep() + "/" + paired.other().rep();
    }

    private PairView view(CompanyId viewer, PartnershipId partnership, Paired paired) {
        var one = side(viewer, partnership, paired.one());
        var other = side(viewer, partnership, paired.other());
        var shown = (viewer.equals(one.company()) ? other : one).fields().keySet();
        return new PairView(
                one, other, paired.evidence().points(shown), paired.evidence().because(shown));
    }

    private Side side(CompanyId viewer, PartnershipId partnership, Member member) {
        var view = new View(partnership, member.company(), viewer);
        return new Side(member.company(), member.rep(), staff.fields(view, member.rep()));
    }
}
