package dev.tandem.accounts;

import dev.tandem.accounts.account.Reevaluation;
import dev.tandem.accounts.alignment.Alignment;
import dev.tandem.accounts.block.OwnedBlocks;
import dev.tandem.accounts.crm.Awaited;
import dev.tandem.accounts.crm.CrmIntake;
import dev.tandem.accounts.deal.Deals;
import dev.tandem.accounts.deal.SharedDeals;
import dev.tandem.accounts.deal.WonMeanwhile;
import dev.tandem.accounts.feed.OverlapFeed;
import dev.tandem.accounts.rep.Reps;
import dev.tandem.accounts.sharing.Governance;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.BlockWork;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.erasure.ForgottenPeople;
import dev.tandem.kit.erasure.ForgottenPeople.Answering;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.intake.SubscriptionSpec;
import dev.tandem.kit.store.Marks;
import dev.tandem.kit.store.Stores;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// Every topic in and out.
///
/// | out | raised by |
/// |---|---|
/// | `accounts.matching` | an account, the governing agreement, a rep; what a block has found, at once |
/// | `accounts.blocks.<number>` | who aligns a partnership, and who has a block, at once |
/// | `tandem.alignments` | a joint account |
/// | `tandem.deals` | the recorded deals of a joint account |
/// | `accounts.populations` | a company's own populations |
/// | `crm.<company>.out` | a joint account; an account that entered or left a population |
/// | `tandem.erasures` | a person who was forgotten |
@Configuration
class AccountsBindings {
    private static final SubscriptionSpec<CrmChange> CRM_IN = new SubscriptionSpec<>(
            Pattern.compile("crm\\.[a-z0-9-]+\\.in"),
            CrmChange.class,
            change -> change.change() == CrmChange.Change.FIELDS);

    private static final SubscriptionSpec<CrmOut> CRM_OUT =
            SubscriptionSpec.ofFullStates(Pattern.compile("crm\\.[a-z0-9-]+\\.out"), CrmOut.class);

    private static final SubscriptionSpec<BlockWork> BLOCKS =
            SubscriptionSpec.ofFullStates(Topics.OF_BLOCKS, BlockWork.class);

    private final Intake intake;

    AccountsBindings(Intake intake) {
        this.intake = intake;
    }

    /// Accounts and opportunities of every company; they name users as owners.
    @Bean
    Consumer<Message<?>> crmIn(CrmIntake crm, Reps reps) {
        return intake.subscription(CRM_IN.naming(reps::erased), crm::on, crm::onAll);
    }

    /// Which agreement governs.
    @Bean
    Consumer<Message<?>> partnershipsIn(Governance governance) {
        return intake.subscription(SubscriptionSpec.of(Topics.PARTNERSHIPS), governance::on);
    }

    /// Who owns accounts and opportunities; ends the waiting for a user.
    @Bean
    Consumer<Message<?>> rostersIn(Reps reps, Deals deals, Awaited awaited, ForgottenPeople forgotten) {
        return intake.subscription(SubscriptionSpec.of(Topics.ROSTERS), event -> {
            reps.on(event);
            deals.onRoster(event);
            arrived(event, awaited);
            forgotten.on(event);
        });
    }

    /// Answers that a person was forgotten.
    @Bean
    ForgottenPeople forgottenPeople(Stores stores, Marks marks, Clock clock) {
        var places = List.of(
                "the copy of the reps",
                "what is parked of it",
                "what is parked of accounts and opportunities that name the person",
                "owners' names told to partners, told anew");
        return new ForgottenPeople(stores, intake, marks, clock, new Answering("accounts", places));
    }

    private static void arrived(Incoming<RosterChange> event, Awaited awaited) {
        if (event.payload() instanceof RepChanged rep) {
            awaited.arrived(rep.company(), Reps.reference(rep.crmUser()));
        }
    }

    /// The work of the one writer of each partnership's joint accounts; and what was won while sharing paused.
    @Bean
    Consumer<Message<?>> matchingIn(Alignment alignment, WonMeanwhile won) {
        return intake.subscriptionOfMany(
                SubscriptionSpec.of(Topics.MATCHING),
                events -> {
                    won.on(events);
                    alignment.onAll(events);
                },
                alignment::again);
    }

    /// What blocks are told, where several instances share a partnership's alignment; otherwise it is not read.
    @Bean
    Consumer<Message<?>> blocksIn(OwnedBlocks blocks) {
        return intake.subscriptionOfMany(BLOCKS, blocks::onAll);
    }

    /// Accounts are judged again once their company's populations are other ones.
    @Bean
    Consumer<Message<?>> populationsIn(Reevaluation reevaluation) {
        return intake.subscription(SubscriptionSpec.of(Topics.POPULATIONS), reevaluation::on);
    }

    /// What came into the shared book: opportunities won on it become deals.
    @Bean
    Consumer<Message<?>> alignmentsIn(Deals deals) {
        return intake.subscription(SubscriptionSpec.of(Topics.ALIGNMENTS), deals::onJointAccount);
    }

    /// What companies' systems are told, for those who read it as a feed.
    @Bean
    Consumer<Message<?>> outIn(OverlapFeed feed) {
        return intake.subscriptionOfMany(CRM_OUT, feed::onAll);
    }

    /// The deals of all parties, for both to read.
    @Bean
    Consumer<Message<?>> dealsIn(SharedDeals deals) {
        return intake.subscription(SubscriptionSpec.of(Topics.DEALS), deals::on);
    }
}
