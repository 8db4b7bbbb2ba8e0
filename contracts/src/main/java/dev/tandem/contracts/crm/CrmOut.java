package dev.tandem.contracts.crm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one company may see now, on the compacted topic `crm.<company>.out`: each record is the full state under its
/// key, and a [Withdrawn] under the same key says that it may no longer be seen.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface CrmOut {

    /// Key `account/<joint account>/<own account>`. Your account is also the partner's; upsert by `ownAccount`.
    record AccountAligned(
            PartnershipId partnership,
            JointAccountId jointAccount,
            CrmId ownAccount,
            List<PartnerAccount> partners,
            List<Reason> because)
            implements CrmOut {}

    /// A partner's account, only with the fields that the agreement in force shows.
    record PartnerAccount(CompanyId company, Map<String, String> fields) {}

    /// Key `counterparts/<joint account>`. Who works with whom on your account `ownAccount`.
    record CounterpartsMapped(
            PartnershipId partnership, JointAccountId jointAccount, CrmId ownAccount, List<Counterpart> counterparts)
            implements CrmOut {}

    /// One rep of a joint account; `crmUser` is set only for your own reps, `name` and `email` of the partner's only
    /// where its roster offers them.
    record Counterpart(
            CompanyId company, RepId rep, @Nullable CrmId crmUser, Map<String, String> fields, Reason because) {}

    /// Key `rep/<partnership>/<rep>`. A rep of a partner's roster that you accepted, only with the fields it offers.
    record PartnerRep(PartnershipId partnership, CompanyId company, RepId rep, Map<String, String> fields)
            implements CrmOut {}

    /// Key `pair/<partnership>/<own rep>/<rep>`. Your rep and the partner's are counterparts, as all parties agreed.
    ///
    /// @param fields of the partner's rep, only what its roster offers
    record PairAgreed(
            PartnershipId partnership,
            RepId ownRep,
            CrmId ownUser,
            CompanyId company,
            RepId rep,
            Map<String, String> fields,
            List<Reason> because)
            implements CrmOut {}

    /// Key `credit/<deal>`. Your own people's credit on a deal as it stands now; `ownOpportunity` is set if it is
    /// yours.
    ///
    /// @param points of recognition that your own people have on it, in no amount; empty where there are none
    record DealCredited(
            PartnershipId partnership,
            DealId deal,
            @Nullable CrmId ownOpportunity,
            LocalDate effectiveDate,
            List<OwnCredit> credits,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<OwnPoints> points)
            implements CrmOut {
        public DealCredited {
            points = points == null ? List.of() : List.copyOf(points);
        }
    }

    /// What one of your reps has on a deal in total, with the sentence that explains it.
    record OwnCredit(RepId rep, @Nullable CrmId crmUser, String creditType, Money amount, Reason because) {}

    /// How many recognition points one of your reps has on a deal in total, with the sentence that explains it.
    record OwnPoints(RepId rep, @Nullable CrmId crmUser, long points, Reason because) {}

    /// Key `populations/<account>`. In which populations your account is now, and which of these it has entered and
    /// left by the change that says so; by their names, of the built-in ones `CUSTOMERS` and so on.
    record PopulationsChanged(CrmId account, List<String> populations, List<String> entered, List<String> left)
            implements CrmOut {}

    /// Key `award/<partnership>/<period>`. Teams of several companies that all managements name together.
    ///
    /// @param evidence what it rests on
    record JointAward(
            PartnershipId partnership,
            YearMonth period,
            String title,
            List<AwardedTeam> teams,
            List<String> evidence,
            Reason because)
            implements CrmOut {}

    record AwardedTeam(String name, List<AwardedMember> members) {}

    /// `crmUser` is set only for your own reps.
    record AwardedMember(
            CompanyId company, RepId rep, @Nullable CrmId crmUser) {}

    /// Key `playbook/<partnership>/<entry>`. What the parties know together, for those whom it is meant for.
    ///
    /// @param owner the company that keeps it up to date
    /// @param audience whom it is meant for
    /// @param reviewBy the day from which it is no longer to be relied on
    record PlaybookEntry(
            PartnershipId partnership,
            String entry,
            String kind,
            String title,
            String text,
            CompanyId owner,
            String audience,
            LocalDate reviewBy)
            implements CrmOut {}

    /// Key `engagement/<partnership>/<engagement>/<company>`. How far a party is with its opportunity on a joint
    /// account:
    /// your own record, or a partner's, of whose opportunity you are told nothing.
    ///
    /// @param engagement the same in every party's record of it
    /// @param ownOpportunity set only in your own record
    record EngagementMoved(
            PartnershipId partnership,
            String engagement,
            JointAccountId jointAccount,
            CompanyId company,
            String stage,
            Instant since,
            @Nullable CrmId ownOpportunity)
            implements CrmOut {}

    /// Key `waiting/<partnership>/<item>`. Something waits for your company's decision. It says of what kind it is and
    /// where it is read, and nothing of what is in it.
    ///
    /// @param path in the API, under which it is read and decided
    /// @param byDefault what it comes to when nobody decides; once `DEFAULTED`, what it came to
    /// @param decider your rep who decides what was not decided in time; null for your managers, then your admins
    record DecisionDue(
            PartnershipId partnership,
            String item,
            String kind,
            String path,
            Instant since,
            Instant due,
            DueStage stage,
            String byDefault,
            @Nullable RepId decider)
            implements CrmOut {}

    /// How far the time for a decision has gone.
    enum DueStage {
        DUE_SOON,
        /// It moved to whoever was named for that.
        OVERDUE,
        /// What was to hold by default holds.
        DEFAULTED
    }

    /// Under the key of what may no longer be seen.
    ///
    /// @param partnership in which it was shown; null in what was written before this was told
    record Withdrawn(String id, Reason reason, @Nullable PartnershipId partnership) implements CrmOut {}
}
