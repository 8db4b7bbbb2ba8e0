package dev.tandem.accounts.deal;

import dev.tandem.accounts.deal.DealState.Home;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.web.Problem;
import java.util.List;

/// Which partnership an opportunity is a deal of: why of none yet, and when its company can name one.
final class NamingRules {
    private NamingRules() {}

    /// What an opportunity that is no deal lacks.
    static Reason whyNoDeal(Opportunity opportunity) {
        if (opportunity.stage() != Opportunity.Stage.WON) {
            return new Reason("NOT_WON", "An opportunity becomes a deal when it is won.");
        }
        return opportunity.undecided()
                ? new Reason("UNDECIDED", "Its account is in the shared book of several partnerships: name one.")
                : new Reason("NOT_IN_BOOK", "Its account is not in the shared book of such a partnership.");
    }

    /// @param homes in which the opportunity could be a deal
    /// @throws dev.tandem.kit.web.ProblemException 409 when it is decided elsewhere, 400 for what is no choice
    static void check(Opportunity opportunity, PartnershipId named, List<Home> homes) {
        if (opportunity.deal() != null) {
            throw Problem.conflict("ALREADY_A_DEAL", "It is a deal of a partnership, and stays that.", List.of());
        }
        if (opportunity.merged().text("partnership") != null) {
            throw Problem.conflict(
                    "NAMED_BY_CRM", "Your CRM names the partnership of this opportunity; change it there.", List.of());
        }
        if (homes.stream().noneMatch(home -> home.partnership().equals(named))) {
            throw Problem.invalid(
                    "partnership", "NOT_A_CHOICE", "must be a partnership that has the account in its shared book");
        }
    }
}
