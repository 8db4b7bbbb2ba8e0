package dev.tandem.credit.goal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.JointGoals;
import dev.tandem.contracts.partnership.JointGoals.Target;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.deal.WorkedAccounts;
import dev.tandem.credit.deal.WorkedAccounts.Worked;
import dev.tandem.credit.export.AsOf;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The joint targets of the agreement in force, and how they stand in each party's own.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/targets")
class TargetEndpoints {
    private final Parties parties;
    private final Ledger ledger;
    private final Goals goals;
    private final WorkedAccounts worked;
    private final Clock clock;

    TargetEndpoints(Parties parties, Ledger ledger, Goals goals, WorkedAccounts worked, Clock clock) {
        this.parties = parties;
        this.ledger = ledger;
        this.goals = goals;
        this.worked = worked;
        this.clock = clock;
    }

    /// A sale counts once here and in full, however it counts in a party's own.
    record Joint(Target target, Money reached, Money left, int deals) {}

    record AllJoint(List<Joint> targets) {}

    /// @param counted what of the joint target counts in the caller's own, by the agreed rule
    /// @param goals the caller's own that serve it
    record Own(Target target, Money counted, List<Goal> goals) {}

    record AllOwn(List<Own> targets) {}

    /// @param reps the caller's own who work the account and have no goal for it
    record WithoutGoal(JointAccountId account, List<RepId> reps) {}

    record Alignment(List<GoalAlignment> targets) {}

    /// The same for every party.
    ///
    /// @param effectiveThrough only deals whose date, as it was known then, is not later
    /// @param asOf the last entry that is read, by the agreement in force then; all there are, if left out
    @GetMapping
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    AllJoint joint(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(required = false) @Nullable LocalDate effectiveThrough,
            @RequestParam(required = false) @Nullable String asOf) {
        var found = found(caller, partnership);
        var progress = progress(found, AsOf.of(ledger, partnership, asOf, effectiveThrough));
        return new AllJoint(progress.joint().stream()
                .map(each -> new Joint(
                        each.target(), each.reached(), each.target().amount().minus(each.reached()), each.deals()))
                .toList());
    }

    /// What counted is as of the pair; one's own goals are as they are now.
    ///
    /// @param effectiveThrough only deals whose date, as it was known then, is not later
    /// @param asOf the last entry that is read, by the agreement in force then; all there are, if left out
    @GetMapping("/own")
    @Allowed(Role.FINANCE)
    AllOwn own(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @RequestParam(required = false) @Nullable LocalDate effectiveThrough,
            @RequestParam(required = false) @Nullable String asOf) {
        var found = found(caller, partnership);
        var progress = progress(found, AsOf.of(ledger, partnership, asOf, effectiveThrough));
        var mine = goals.of(caller.company(), partnership);
        return new AllOwn(progress.targets().stream()
                .map(target -> new Own(target, progress.own(target, caller.company()), serving(mine, target)))
                .toList());
    }

    private static List<Goal> serving(List<Goal> goals, Target target) {
        return goals.stream()
                .filter(goal -> Objects.equals(goal.jointTarget(), target.id()))
                .toList();
    }

    /// Joint accounts with a rep of the caller's company who has no goal this month that is about
    /// them; nobody else is told.
    @GetMapping("/accounts-without-goal")
    @Allowed(Role.FINANCE)
    Page<WithoutGoal> withoutGoal(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        found(caller, partnership);
        var mine = goals.of(caller.company(), partnership);
        var month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        var query = new WorkedAccounts.Query(
                paging.after().orElse(""),
                paging.fetch(),
                (account, rep) -> mine.stream().noneMatch(goal -> goal.covers(rep, account, month)));
        var rows = worked.page(partnership, caller.company(), query).stream()
                .map(TargetEndpoints::withoutGoal)
                .toList();
        return paging.page(rows, row -> row.account().value());
    }

    private static WithoutGoal withoutGoal(Worked account) {
        return new WithoutGoal(account.account(), account.reps());
    }

    /// Which joint targets appear in each party's own goals, and at what weight.
    @GetMapping("/alignment")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Alignment alignment(CompanyCaller caller, @PathVariable PartnershipId partnership) {
        var found = found(caller, partnership);
        return new Alignment(targets(found).stream()
                .flatMap(target -> found.parties().stream().map(party -> alignment(caller, found, target, party)))
                .toList());
    }

    private GoalAlignment alignment(
            CompanyCaller caller, PartnershipChanged partnership, Target target, CompanyId party) {
        var own = party.equals(caller.company());
        return GoalAlignment.of(target, party, goals.of(party, partnership.partnership()), own);
    }

    private static Progress progress(PartnershipChanged partnership, AsOf asOf) {
        var progress = new Progress(targets(asOf.agreed(partnership)));
        asOf.each(progress::add);
        return progress;
    }

    private static List<Target> targets(PartnershipChanged partnership) {
        return partnership
                .inForce()
                .map(Agreement::goals)
                .map(JointGoals::targets)
                .orElse(List.of());
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
    }
}
