package dev.tandem.contracts;

import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.alignment.BlockWork;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.alignment.PopulationsTouched;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.contracts.credit.CreditChange;
import dev.tandem.contracts.credit.CreditingWork;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.erasure.PersonErased;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Every topic of the platform, and the names of a company's own.
public final class Topics {
    public static final Topic<CompanyChanged> COMPANIES = new Topic<>("tandem.companies", CompanyChanged.class, true);
    public static final Topic<PartnershipChanged> PARTNERSHIPS =
            new Topic<>("tandem.partnerships", PartnershipChanged.class, true);
    public static final Topic<RosterChange> ROSTERS = new Topic<>("tandem.rosters", RosterChange.class, true);
    public static final Topic<MatchingWork> MATCHING = new Topic<>("accounts.matching", MatchingWork.class, false);
    public static final Topic<PopulationsTouched> POPULATIONS =
            new Topic<>("accounts.populations", PopulationsTouched.class, false);
    public static final Topic<JointAccountChanged> ALIGNMENTS =
            new Topic<>("tandem.alignments", JointAccountChanged.class, true);
    public static final Topic<DealChanged> DEALS = new Topic<>("tandem.deals", DealChanged.class, true);
    public static final Topic<ActivityChanged> ACTIVITIES =
            new Topic<>("tandem.activities", ActivityChanged.class, true);
    public static final Topic<PersonErased> ERASURES = new Topic<>("tandem.erasures", PersonErased.class, true);
    public static final Topic<CreditChange> CREDITS = new Topic<>("tandem.credits", CreditChange.class, false);

    public static final Topic<CreditingWork> CREDITING = new Topic<>("credit.crediting", CreditingWork.class, false);

    /// Those that exist whatever companies there are.
    public static final List<Topic<?>> FIXED = List.of(
            COMPANIES,
            PARTNERSHIPS,
            ROSTERS,
            MATCHING,
            POPULATIONS,
            ALIGNMENTS,
            DEALS,
            ACTIVITIES,
            ERASURES,
            CREDITS,
            CREDITING);

    /// A record without data under this key says nothing: it is written so that a broker closes the segment before it,
    /// since it erases what is superseded in closed segments only.
    public static final String NOTHING_KEY = "tandem/nothing";

    /// What blocks are told, however many there are.
    public static final Pattern OF_BLOCKS = Pattern.compile("accounts\\.blocks\\.[0-9]+");

    private static final Pattern OF_COMPANY =
            Pattern.compile("crm\\.(" + CompanyId.FORM + ")\\.(?:people\\.)?(?:in|out)");

    private Topics() {}

    /// Exists where one partnership's alignment is shared by several instances, with a partition for each block.
    ///
    /// @param number of blocks: those who divide otherwise have another topic
    public static Topic<BlockWork> blocks(int number) {
        return new Topic<>("accounts.blocks." + number, BlockWork.class, true);
    }

    /// Accounts and opportunities from the company's CRM.
    public static Topic<CrmChange> crmIn(CompanyId company) {
        return new Topic<>("crm." + company + ".in", CrmChange.class, false);
    }

    /// Users from the company's CRM; compacted, so that a person can be erased by key.
    public static Topic<CrmChange> crmPeopleIn(CompanyId company) {
        return new Topic<>("crm." + company + ".people.in", CrmChange.class, true);
    }

    /// What the company may see now.
    public static Topic<CrmOut> crmOut(CompanyId company) {
        return new Topic<>("crm." + company + ".out", CrmOut.class, true);
    }

    /// All topics of one company.
    public static List<Topic<?>> of(CompanyId company) {
        return List.of(crmIn(company), crmPeopleIn(company), crmOut(company));
    }

    /// Whose topic it is, which is the only thing that makes a company's events its own; empty for the platform's.
    public static Optional<CompanyId> companyOf(String topicName) {
        var matcher = OF_COMPANY.matcher(topicName);
        return matcher.matches() ? Optional.of(new CompanyId(matcher.group(1))) : Optional.empty();
    }
}
