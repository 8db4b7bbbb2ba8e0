package dev.tandem.accounts.deal;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What an opportunity comes to as a deal: pure, so that looking again changes nothing.
final class DealState {
    private DealState() {}

    /// A joint account in the shared book that the opportunity's account is a member of.
    ///
    /// @param deal the id that it has as a deal there
    record Home(PartnershipId partnership, JointAccountId jointAccount, DealId deal) {}

    /// All that the decision rests on beside the opportunity itself.
    ///
    /// @param homes in which the deal could be
    /// @param owner the rep that the opportunity's owner is, if known
    /// @param tellsProducts in which partnerships the agreement in force has deals say what was sold
    record Given(List<Home> homes, @Nullable RepId owner, Instant now, Predicate<PartnershipId> tellsProducts) {}

    /// Once sent it stays the deal it is, also when the account leaves the book; before, it becomes one when it is won
    /// in exactly one partnership.
    static Standing of(Opportunity opportunity, Given given) {
        var deal = opportunity.deal();
        if (deal != null) {
            return new Standing.Deal(changed(opportunity, deal, given));
        }
        if (opportunity.stage() != Opportunity.Stage.WON) {
            return new Standing.NoDeal();
        }
        var named = opportunity.namedPartnership();
        var homes = given.homes().stream()
                .filter(home -> named.isEmpty() || home.partnership().equals(named.get()))
                .toList();
        if (homes.size() > 1) {
            return new Standing.Undecided();
        }
        return homes.isEmpty() ? new Standing.NoDeal() : new Standing.Deal(first(opportunity, homes.getFirst(), given));
    }

    private static DealChanged first(Opportunity opportunity, Home home, Given given) {
        return new DealChanged(
                home.deal(),
                1,
                home.partnership(),
                opportunity.company(),
                home.jointAccount(),
                opportunity.id(),
                given.owner(),
                closed(opportunity).orElseThrow(),
                net(opportunity).orElseThrow(),
                Status.WON,
                given.now(),
                product(opportunity, home.partnership(), given));
    }

    /// Without an agreement that says so it is the owner's business.
    private static @Nullable String product(Opportunity opportunity, PartnershipId partnership, Given given) {
        var product = opportunity.merged().text("product");
        return product != null && given.tellsProducts().test(partnership) ? product : null;
    }

    private static DealChanged changed(Opportunity opportunity, DealChanged was, Given given) {
        var same = with(opportunity, was, given, 0);
        return same.equals(was) ? was : with(opportunity, was, given, 1);
    }

    /// @param steps by how many the revision rises
    private static DealChanged with(Opportunity opportunity, DealChanged was, Given given, int steps) {
        var status = status(opportunity.stage());
        var net = status == Status.WON
                ? net(opportunity).orElse(was.net())
                : Money.zero(was.net().currency());
        return new DealChanged(
                was.deal(),
                was.revision() + steps,
                was.partnership(),
                was.owner(),
                was.jointAccount(),
                was.opportunity(),
                given.owner() == null ? was.ownerRep() : given.owner(),
                status == Status.WON ? closed(opportunity).orElse(was.effectiveDate()) : was.effectiveDate(),
                net,
                status,
                steps == 0 ? was.changedAt() : given.now(),
                product(opportunity, was.partnership(), given));
    }

    private static Status status(Opportunity.Stage stage) {
        return switch (stage) {
            case WON -> Status.WON;
            case OPEN -> Status.REOPENED;
            case LOST -> Status.LOST;
            case GONE -> Status.CANCELLED;
        };
    }

    private static Optional<Money> net(Opportunity opportunity) {
        return DealRules.net(opportunity.merged());
    }

    private static Optional<LocalDate> closed(Opportunity opportunity) {
        return Optional.ofNullable(opportunity.merged().text("closeDate")).map(LocalDate::parse);
    }
}
