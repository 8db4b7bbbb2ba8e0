package dev.tandem.roster;

import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.intake.SubscriptionSpec;
import dev.tandem.roster.activity.ActivityRecords;
import dev.tandem.roster.contribution.ContributionRecords;
import dev.tandem.roster.engagement.TellingEngagements;
import dev.tandem.roster.erasure.HearingAnswers;
import dev.tandem.roster.exchange.TellingReps;
import dev.tandem.roster.goal.DealIntake;
import dev.tandem.roster.learning.TellingPlaybook;
import dev.tandem.roster.mapping.CounterpartMapping;
import dev.tandem.roster.pairing.TellingPairs;
import dev.tandem.roster.placeholder.InvitingClaimants;
import dev.tandem.roster.recognition.TellingAwards;
import dev.tandem.roster.reminder.Reminding;
import dev.tandem.roster.rep.ErasingPeople;
import dev.tandem.roster.rep.Managers;
import dev.tandem.roster.rep.PeopleIntake;
import dev.tandem.roster.rep.RepDirectory;
import dev.tandem.roster.withdrawal.WithdrawalLedger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// Every topic in and out of this service.
///
/// Out, each from the outbox of the aggregate that raises it:
/// - `tandem.companies` (CompanyChanged): a company was registered, or became active; from `company`.
/// - `tandem.partnerships` (PartnershipChanged): a partnership or its agreement moved; from `partnership`.
/// - `tandem.companies` and `tandem.partnerships` of a partner that is not on the platform; from `placeholder`.
/// - `crm.<company>.people.in`: the record without data that erases a person, on the company's behalf; from `erasure`.
/// - `tandem.rosters` (RepChanged from `rep`, CounterpartsChanged from `mapping`).
/// - `tandem.activities` (ActivityChanged): a joint activity was confirmed, or is no longer; from `activity`. What a
///   CRM says that somebody contributed, which nobody confirmed yet; from `contribution`.
/// - `crm.<company>.out` (CounterpartsMapped, PairAgreed, PartnerRep, JointAward, PlaybookEntry, EngagementMoved,
///   DecisionDue, Withdrawn): what a company may see of counterparts, of its partners' reps, of awards, of the playbook
///   and of engagements now, and what waits for its decision; from `mapping`, `pairing`, `exchange`, `recognition`,
///   `learning`, `engagement` and `reminder`.
@Configuration(proxyBeanMethods = false)
class RosterBindings {
    private static final Pattern PEOPLE = Pattern.compile("crm\\.[a-z0-9-]+\\.people\\.in");
    private static final Pattern OUT = Pattern.compile("crm\\.[a-z0-9-]+\\.out");

    /// Users of a company's CRM become its reps, and its activities are joint ones once the others confirm them; its
    /// engagements move its own records; a record without data erases the person under its key.
    @Bean
    Consumer<Message<?>> peopleIn(Intake intake, PeopleIntake people, ErasingPeople erasing, RepDirectory reps) {
        var spec =
                new SubscriptionSpec<>(PEOPLE, CrmChange.class, change -> change.change() == CrmChange.Change.FIELDS);
        return intake.subscription(spec.erasing(erasing::erase, reps::erased), people::on);
    }

    /// Joint accounts and their owners decide who is whose counterpart, and who is told of engagements.
    @Bean
    Consumer<Message<?>> alignmentsIn(Intake intake, CounterpartMapping mapping, TellingEngagements engagements) {
        return intake.subscriptionOfMany(SubscriptionSpec.of(Topics.ALIGNMENTS), events -> {
            mapping.onAlignments(events);
            engagements.onAlignments(events);
        });
    }

    /// Deals that are won are how far a team goal is reached.
    @Bean
    Consumer<Message<?>> dealsIn(Intake intake, DealIntake deals) {
        return intake.subscription(SubscriptionSpec.of(Topics.DEALS), deals::on);
    }

    /// What all services tell companies' systems, so that a receipt can say what of it was taken back.
    @Bean
    Consumer<Message<?>> outIn(Intake intake, WithdrawalLedger ledger) {
        return intake.subscriptionOfMany(SubscriptionSpec.ofFullStates(OUT, CrmOut.class), ledger::onAll);
    }

    /// Our own word that another revision governs reaches every mapping of the partnership; that a place was claimed
    /// is followed by an invitation.
    @Bean
    Consumer<Message<?>> partnershipsIn(
            Intake intake,
            CounterpartMapping mapping,
            TellingReps telling,
            TellingPairs pairs,
            TellingAwards awards,
            TellingPlaybook playbook,
            TellingEngagements engagements,
            InvitingClaimants claimants,
            Reminding reminding) {
        return intake.subscription(SubscriptionSpec.of(Topics.PARTNERSHIPS), event -> {
            awards.onPartnership(event);
            playbook.onPartnership(event);
            engagements.onPartnership(event);
            mapping.onPartnership(event);
            telling.onPartnership(event);
            pairs.onPartnership(event);
            reminding.onPartnership(event);
            claimants.onPartnership(event);
        });
    }

    /// The other services' word that they forgot a person.
    @Bean
    Consumer<Message<?>> erasuresIn(Intake intake, HearingAnswers answers) {
        return intake.subscription(SubscriptionSpec.of(Topics.ERASURES), answers::on);
    }

    /// Our own word that a rep changed or left reaches every mapping with an account of that rep.
    @Bean
    Consumer<Message<?>> rostersIn(
            Intake intake,
            CounterpartMapping mapping,
            TellingReps telling,
            TellingPairs pairs,
            Managers managers,
            ActivityRecords activities,
            ContributionRecords contributions) {
        return intake.subscription(SubscriptionSpec.of(Topics.ROSTERS), event -> {
            managers.onRoster(event);
            mapping.onRoster(event);
            telling.onRoster(event);
            pairs.onRoster(event);
            activities.onRoster(event);
            contributions.onRoster(event);
        });
    }
}
