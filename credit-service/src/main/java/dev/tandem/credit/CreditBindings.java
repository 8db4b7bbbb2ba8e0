package dev.tandem.credit;

import dev.tandem.contracts.Topics;
import dev.tandem.credit.deal.CreditingDeals;
import dev.tandem.kit.erasure.ForgottenPeople;
import dev.tandem.kit.erasure.ForgottenPeople.Answering;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.intake.SubscriptionSpec;
import dev.tandem.kit.store.Marks;
import dev.tandem.kit.store.Stores;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/// Every topic of this service.
///
/// | topic | direction | what for |
/// |---|---|---|
/// | `tandem.deals` | in | what is to be credited |
/// | `tandem.partnerships` | in | the agreement that governs a deal, and who the parties are |
/// | `tandem.rosters` | in | who worked a joint account when; the names of reps, for rendering |
/// | `tandem.activities` | in | what people contributed by joint activities |
/// | `credit.crediting` | in and out | a deal that something was said about here |
/// | `tandem.credits` | out, with each journal entry that has lines | credit posted or adjusted |
/// | `tandem.erasures` | out | that a person was forgotten |
/// | `crm.<company>.out` | out, with each deal's standing | what a company's own people have on a deal now |
@Configuration(proxyBeanMethods = false)
class CreditBindings {

    @Bean
    Consumer<Message<?>> dealsIn(Intake intake, CreditingDeals crediting) {
        return intake.subscription(SubscriptionSpec.of(Topics.DEALS), crediting::dealChanged);
    }

    @Bean
    Consumer<Message<?>> partnershipsIn(Intake intake, CreditingDeals crediting) {
        return intake.subscription(SubscriptionSpec.of(Topics.PARTNERSHIPS), crediting::partnershipChanged);
    }

    @Bean
    Consumer<Message<?>> activitiesIn(Intake intake, CreditingDeals crediting) {
        return intake.subscription(SubscriptionSpec.of(Topics.ACTIVITIES), crediting::activityChanged);
    }

    @Bean
    Consumer<Message<?>> creditingIn(Intake intake, CreditingDeals crediting) {
        return intake.subscription(SubscriptionSpec.of(Topics.CREDITING), crediting::workRaised);
    }

    @Bean
    Consumer<Message<?>> rostersIn(Intake intake, CreditingDeals crediting, ForgottenPeople forgotten) {
        return intake.subscription(SubscriptionSpec.of(Topics.ROSTERS), event -> {
            crediting.rosterChanged(event);
            forgotten.on(event);
        });
    }

    /// Answers that a person was forgotten; what was posted stays, under the opaque id.
    @Bean
    ForgottenPeople forgottenPeople(Stores stores, Intake intake, Marks marks, Clock clock) {
        var places = List.of(
                "the copy of the reps, by which names are joined when read",
                "what is parked of it",
                "what your own systems are told of credits");
        return new ForgottenPeople(stores, intake, marks, clock, new Answering("credit", places));
    }
}
