package dev.tandem.kit.store;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/// Gives a service its stores, and the clock and ids that tests replace.
@AutoConfiguration(afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
class StoreAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// Random ids for what is issued rather than derived.
    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        return Ids.random();
    }

    /// The same in all services, and never another: what was marked would not be recognised any more.
    @Bean
    Marks marks(@Value("${tandem.mark-key:}") String secret) {
        return new Marks(secret);
    }

    @Bean
    StateCodec stateCodec() {
        return new StateCodec();
    }

    @Bean
    Outboxes outboxes() {
        return new Outboxes();
    }

    @Bean
    Stores stores(
            MongoOperations mongo,
            StateCodec codec,
            Outboxes outboxes,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new Stores(mongo, codec, outboxes, clock, service);
    }
}
